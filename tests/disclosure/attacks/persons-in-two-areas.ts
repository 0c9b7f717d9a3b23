import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

const policy = (repeats?: boolean) => ({
  kind: "tables",
  k: 11,
  dimensions: { area: { total: "T", ...(repeats === undefined ? {} : { repeats }) }, sex: { total: "T" } },
});
/** One sex, so that only the areas' sums are at stake; `total` counts each person once. */
const areas = (total: string, north: string, south: string, east: string) =>
  `area,sex,value,status\n${[
    ["T", total],
    ["north", north],
    ["south", south],
    ["east", east],
  ]
    .flatMap(([area, figure]) => ["T", "F"].map((sex) => `${area},${sex},${figure}`))
    .join("\n")}\n`;
const attack = (title: string, expected: Attack["expected"], text: string, repeats?: boolean): Attack => ({
  title,
  expected,
  run: () => gateTables({ t: text }, policy(repeats)),
});

export default [
  attack(
    "areas share persons and the policy says not so",
    { error: "contradict" },
    areas("100,", "60,", "30,", "25,"),
  ),
  attack(
    "a total of persons below one of its areas",
    { error: "no total of persons" },
    areas("50,", "60,", "30,", "25,"),
    true,
  ),
  attack(
    "a total of persons above all its areas together",
    { error: "no total of persons" },
    areas("200,", "60,", "30,", "25,"),
    true,
  ),
  attack(
    "a lone hidden area, though areas share persons",
    { rule: "recoverable" },
    areas("112,", "60,", "50,", "5,hidden"),
    true,
  ),
  attack(
    "two hidden areas that add up to little",
    { rule: "recoverable" },
    areas("110,", "105,", "4,hidden", "3,hidden"),
    true,
  ),
  attack(
    "a hidden area beside one that is all of the total",
    { rule: "small-count" },
    areas("60,", "60,", "30,", "5,"),
    true,
  ),
] satisfies Attack[];
