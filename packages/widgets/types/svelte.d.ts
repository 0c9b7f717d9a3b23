import type { HTMLAttributes } from "svelte/elements";
import type { YeelenAttributes, YeelenEventMap, YeelenTagNameMap } from "./index.d.ts";

type Handlers = { [Name in keyof YeelenEventMap as `on${Name}`]?: (event: YeelenEventMap[Name]) => void };

type YeelenSvelteElements = {
  [Tag in keyof YeelenTagNameMap]: HTMLAttributes<YeelenTagNameMap[Tag]> & YeelenAttributes & Handlers;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements extends YeelenSvelteElements {}
}
