import { areas } from "@yeelen/dataset";
import { languages } from "$lib/language/languages.ts";
import { countryProfile } from "$lib/server/country-profile.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, PageServerLoad } from "./$types";

export const entries: EntryGenerator = () =>
  languages.flatMap(({ tag }) => areas.map(({ code }) => ({ lang: tag, area: code })));

export const load: PageServerLoad = async ({ params }) => ({
  profile: await countryProfile(params.area, await tellerOf(params.lang)),
});
