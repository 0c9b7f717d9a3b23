import { languages } from "$lib/language/languages.ts";
import type { EntryGenerator } from "./$types";

/** Becomes `404.html` in the language's folder, where hosts look for it. */
export const trailingSlash = "never";
/** Nobody knows from which address it is shown, and a page that wakes asks for its parts by its address. */
export const csr = false;

export const entries: EntryGenerator = () => languages.map(({ tag }) => ({ lang: tag }));
