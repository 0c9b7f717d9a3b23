import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { YeelenAttributes, YeelenEventMap, YeelenTagNameMap } from "./index.d.ts";

type Handlers = { [Name in keyof YeelenEventMap as `on${Name}`]?: (event: YeelenEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends YeelenIntrinsicElements {}
  }
}

type YeelenIntrinsicElements = {
  [Tag in keyof YeelenTagNameMap]: DetailedHTMLProps<
    HTMLAttributes<YeelenTagNameMap[Tag]>,
    YeelenTagNameMap[Tag]
  > &
    YeelenAttributes &
    Handlers;
};
