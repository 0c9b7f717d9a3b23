import type { MapOptions } from "@yeelen/charts/map";
import world from "@yeelen/charts/map/world.json";
import arabic from "@yeelen/charts/messages/ar.json";
import type { Messages } from "@yeelen/charts/line";
import { answerOf, type ChartCase } from "./case.ts";
import { detected, totals } from "./detected.ts";

const ar: Messages = arabic;
const in2020 = (areas: readonly (keyof typeof totals)[]) =>
  answerOf(
    { indicator: "victims-detected", areas: [...areas], period: [2020, 2020] },
    Object.fromEntries(areas.map((area) => [area, totals[area].split(" ")[13] ?? ""])),
    detected,
  );
const all = Object.keys(totals) as (keyof typeof totals)[];

/** Shaded maps. */
export const mapCases: readonly ChartCase<MapOptions>[] = [
  {
    name: "world",
    promise:
      "Fourteen countries in the world; a hidden figure is hatched, not shaded; the line on boundaries stands under it.",
    answer: in2020(all),
    about: detected,
    options: { geometry: world, chosen: "MLI" },
  },
  {
    name: "region",
    promise: "A region alone, its neighbours in grey.",
    answer: in2020(["MLI", "NER", "SEN", "MAR", "EGY"]),
    about: detected,
    options: { geometry: world, chosen: "NER" },
  },
  {
    name: "right-to-left",
    promise: "Arabic names and words; the world is not mirrored.",
    answer: in2020(["MLI", "NER", "SEN", "MAR", "EGY"]),
    about: detected,
    options: { geometry: world, messages: ar },
  },
];
