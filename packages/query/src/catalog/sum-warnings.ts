import type { Release } from "@yeelen/dataset/plain";

const aggregate = /\b(sum|fsum|kahan_sum|sumkahan|avg|mean|favg|median|product)\s*\(/i;

/**
 * A researcher's statement that adds up or averages observations without ever naming `indicator` joins figures that count
 * different things, two different crimes perhaps. It runs; this is what must stand beside its result.
 */
export function sumWarnings(text: string, releases: readonly Release[]): string[] {
  const code = text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ").replace(/'(?:[^']|'')*'/g, "''");
  const several = releases.flatMap(({ manifest }) => manifest.indicators).length > 1;
  if (!several || !aggregate.test(code) || !/\bobservations\b/i.test(code)) return [];
  if (/\bindicator\b/i.test(code)) return [];
  return [
    "This adds up figures of several indicators, which count different things and never make one total: keep one indicator (WHERE indicator = '…') or GROUP BY indicator.",
  ];
}
