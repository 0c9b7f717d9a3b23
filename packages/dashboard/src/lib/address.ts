import { resolve } from "$app/paths";

/** The address of a page of a language, under whatever path the site stands: `address("en", "country/MLI/")`. */
export function address(lang: string, path = ""): string {
  return `${resolve("/")}${lang}/${path}`;
}
