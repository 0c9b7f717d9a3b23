import type { LanguageTag } from "$lib/language/languages.ts";

declare global {
  interface ImportMetaEnv {
    readonly YEELEN_ORIGIN?: string;
  }

  namespace App {
    interface PageData {
      readonly lang?: LanguageTag;
      /** Of the words around every page, those that a page needs when something could not be had. */
      readonly chrome?: Readonly<
        Record<
          | "errorTitle"
          | "errorMissing"
          | "errorFailed"
          | "errorHome"
          | "errorRetry"
          | "misread"
          | "unreachable"
          | "spoilt"
          | "unable"
          | "kept"
          | "byHand",
          string
        >
      >;
    }
  }
}

declare module "virtual:chart-styles.css";
