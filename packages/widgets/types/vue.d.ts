import type { DefineComponent } from "vue";
import type { YeelenAttributes, YeelenTagNameMap } from "./index.d.ts";

type YeelenComponents = { [Tag in keyof YeelenTagNameMap]: DefineComponent<YeelenAttributes> };

declare module "vue" {
  interface GlobalComponents extends YeelenComponents {}
}
