import type { HTMLAttributes } from "vue";
import type { YeelenAttributes, YeelenEventMap, YeelenTagNameMap } from "./index.d.ts";

/** `yeelen-ready` as Vue names the handler of an event: `onYeelenReady`. */
type HandlerName<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${HandlerName<Rest>}`
  : Capitalize<Name>;

type Handlers = {
  [Name in keyof YeelenEventMap as `on${HandlerName<Name>}`]?: (event: YeelenEventMap[Name]) => void;
};

type YeelenComponents = {
  [Tag in keyof YeelenTagNameMap]: new () => {
    $props: YeelenAttributes & Omit<HTMLAttributes, keyof YeelenAttributes> & Handlers;
  };
};

declare module "vue" {
  interface GlobalComponents extends YeelenComponents {}
}
