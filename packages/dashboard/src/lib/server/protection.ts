import type { Protection } from "@yeelen/dataset";
import type { Teller } from "$lib/language/teller.ts";

/** The public summary of a release's protection, as terms and what is said of each. */
export function protectionLines(protection: Protection, t: Teller): { term: string; said: string }[] {
  const { cells, suppressedCells, suppressedBy, threshold, audit } = protection;
  const shown = cells === undefined ? undefined : { shown: cells - suppressedCells, all: cells };
  return [
    ...(shown === undefined || cells === 0
      ? []
      : [{ term: t.say("data.protection.shown"), said: t.say("data.protection.shown.of", shown) }]),
    ...(suppressedBy === undefined || suppressedCells === 0
      ? []
      : [{ term: t.say("data.protection.by"), said: suppressedBy }]),
    ...(threshold === undefined
      ? []
      : [{ term: t.say("data.protection.threshold"), said: t.number(threshold) }]),
    { term: t.say("data.protection.audit"), said: t.say(`data.protection.audit.${audit}`) },
  ];
}
