import { methodology } from "$lib/server/methodology.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

/** How a publisher's file becomes a figure here, with every count from the manifests. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const told = await methodology(t);
  return {
    ...told,
    words: {
      title: t.say("methodology.title"),
      short: t.say("methodology.short"),
      description: t.say("methodology.description"),
      lead: t.say("methodology.lead"),
      data: t.say("data.title"),
      import: t.say("methodology.import"),
      importTexts: [
        t.say("methodology.import.rows"),
        t.say("methodology.import.labels"),
        t.say("methodology.import.printed"),
      ],
      more: t.say("methodology.import.more"),
      importColumns: [
        t.say("methodology.column.read"),
        t.say("methodology.column.kept"),
        t.say("methodology.column.left"),
        t.say("methodology.column.labels"),
      ],
      source: t.say("methodology.column.source"),
      absence: t.say("methodology.absence"),
      absenceText: t.say("methodology.absence.text"),
      protection: t.say("data.protection"),
      protectionColumns: [
        t.say("methodology.column.cells"),
        t.say("methodology.column.withheld"),
        t.say("methodology.column.conflicting"),
        t.say("data.protection.threshold"),
      ],
      dataset: t.say("methodology.column.dataset"),
      measures: t.say("methodology.measures"),
      indicator: t.say("unknown.indicator"),
      measuresColumn: t.say("methodology.column.measures"),
      rounding: t.say("methodology.rounding"),
      roundingText: t.say("methodology.rounding.text"),
      breaks: t.say("explore.breaks"),
      breaksText: t.say("methodology.breaks.text", { count: told.breaks.length }),
      check: t.say("methodology.check"),
      checkFiles: t.say("methodology.check.files", told.checked),
      checkAgain: t.say("methodology.check.again"),
      checkAddress: t.say("methodology.check.address"),
      checkCommand: t.say("methodology.check.command"),
      verify: t.say("verify.title"),
      corrections: t.say("methodology.corrections"),
      correctionsText: t.say("methodology.corrections.text"),
      errata: t.say("data.errata"),
      changes: t.say("changes.title"),
      never: t.say("methodology.never"),
      neverText: t.say("methodology.never.text"),
      contents: t.say("site.contents"),
    },
  };
};
