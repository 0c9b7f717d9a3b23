import { drawing } from "$lib/charts/drawing.ts";
import { usualKind } from "$lib/explore/kinds.ts";
import { languageOf } from "$lib/language/languages.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ data, params }) => ({
  ...data,
  draw: await drawing(languageOf(params.lang).tag, usualKind(data.scope)),
});
