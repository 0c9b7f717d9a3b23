import type { MessageKey } from "$lib/language/messages.ts";

/** The terms of the definitions page: where each stands on it, its name and its explanation. */
export const terms = [
  { id: "trafficking", name: "definitions.trafficking", text: "definitions.what.trafficking" },
  { id: "smuggling", name: "definitions.smuggling", text: "definitions.what.smuggling" },
  { id: "detected", name: "definitions.term.detected", text: "definitions.term.detected.text" },
  { id: "suppressed", name: "definitions.term.suppressed", text: "definitions.term.suppressed.text" },
  { id: "notReported", name: "definitions.term.notReported", text: "definitions.term.notReported.text" },
  { id: "conflicting", name: "definitions.term.conflicting", text: "definitions.term.conflicting.text" },
  { id: "rate", name: "definitions.term.rate", text: "definitions.term.rate.text" },
  { id: "break", name: "definitions.term.break", text: "definitions.term.break.text" },
  { id: "offence", name: "definitions.term.offence", text: "definitions.term.offence.text" },
  { id: "justice", name: "definitions.term.justice", text: "definitions.term.justice.text" },
  { id: "citizenship", name: "definitions.term.citizenship", text: "definitions.term.citizenship.text" },
  {
    id: "notApplicable",
    name: "definitions.term.notApplicable",
    text: "definitions.term.notApplicable.text",
  },
  { id: "release", name: "definitions.term.release", text: "definitions.term.release.text" },
  { id: "verified", name: "definitions.term.verified", text: "definitions.term.verified.text" },
  { id: "guide", name: "definitions.guide", text: "definitions.guide.1" },
] as const satisfies readonly { id: string; name: MessageKey; text: MessageKey }[];
