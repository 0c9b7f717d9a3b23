import type { LanguageTag } from "$lib/language/languages.ts";

declare global {
  interface ImportMetaEnv {
    readonly YEELEN_ORIGIN?: string;
  }

  namespace App {
    interface PageData {
      readonly lang?: LanguageTag;
    }
  }
}

declare module "virtual:chart-styles.css";
