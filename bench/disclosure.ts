import { audit, kAnonymity, protect, suppressLocally } from "../packages/disclosure/src/index.ts";
import type { Columns, Value } from "../packages/disclosure/src/index.ts";
import { randomTable, seeded } from "../tests/disclosure/randomTables.ts";

// npm run bench:disclosure. Seconds on the clock, and seconds of processor time beside them: on a busy machine the
// second figure is the one to compare. Tables are random, k = 11, a third zeros, a third small counts.

const TABLES = [
  { sizes: [13, 10], audit: 0.1, protect: 0.3 },
  { sizes: [13, 10, 6], audit: 1, protect: 5 },
  { sizes: [13, 10, 6, 2], audit: 5, protect: 30 },
  { sizes: [13, 10, 6, 3, 2], audit: 60, protect: 600 },
];
const SEED = 1;
const QUASI = ["sex", "age", "from", "to", "year", "kind"];

await audit(randomTable([2, 2], seeded(SEED)), {});
console.log(
  "table          cells   audit raw  goal   audit safe  goal   protect      goal  hidden  of which small  verdict",
);
for (const { sizes, audit: auditGoal, protect: protectGoal } of TABLES) {
  const table = randomTable(sizes, seeded(SEED));
  const raw = randomTable(sizes, seeded(SEED), { hide: true });
  const attacked = await timed(() => audit(raw, { intervals: "enough" }));
  const protected_ = await timed(() => protect(table, { seconds: protectGoal }));
  const passed = await timed(() =>
    audit(protected_.result.table, { intervals: "enough", seconds: auditGoal }),
  );
  const { hidden, sensitive } = passed.result.counts;
  console.log(
    `${sizes.join("×").padEnd(14)} ${String(table.cells.length).padStart(5)} ${attacked.told} ${goal(auditGoal)} ${passed.told} ${goal(auditGoal)} ${protected_.told} ${goal(protectGoal)}  ${String(hidden).padStart(6)}  ${String(sensitive).padStart(14)}  ${passed.result.verdict}`,
  );
}

console.log("\nrecords    k-anonymity  goal   suppression  goal   records lost  cells blanked  memory");
for (const count of [10_000, 100_000, 1_000_000]) {
  const columns = records(count);
  const counted = await timed(() => kAnonymity(columns, QUASI));
  const suppressed = await timed(() => suppressLocally(columns, { quasi: QUASI, sensitive: ["form"] }));
  const { shareOfRecordsLost, shareOfCellsBlanked } = suppressed.result;
  const memory = `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
  console.log(
    `${String(count).padEnd(9)} ${counted.told} ${goal(3)} ${suppressed.told} ${goal(30)}   ${percent(shareOfRecordsLost)}  ${percent(shareOfCellsBlanked)}   ${memory} (goal ≤ 2000)`,
  );
}

async function timed<T>(run: () => T | Promise<T>): Promise<{ result: T; told: string }> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  return { result, told: `${seconds} (${((user + system) / 1e6).toFixed(2)})`.padStart(13) };
}

function goal(seconds: number): string {
  return `≤ ${seconds}`.padStart(5);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(10);
}

function records(count: number): Columns {
  const random = seeded(SEED);
  const pick = (words: readonly string[], skew: number): string =>
    words[Math.floor(words.length * random() ** skew)]!;
  const areas = Array.from({ length: 20 }, (_, i) => `area ${i}`);
  const columns: Record<string, Value[]> = {
    sex: [],
    age: [],
    from: [],
    to: [],
    year: [],
    kind: [],
    form: [],
  };
  for (let i = 0; i < count; i++) {
    columns["sex"]!.push(pick(["F", "M", "O"], 2));
    columns["age"]!.push(pick(["0-8", "9-17", "18-29", "30+"], 1));
    columns["from"]!.push(pick(areas, 2));
    columns["to"]!.push(pick(areas, 3));
    columns["year"]!.push(2015 + Math.floor(8 * random()));
    columns["kind"]!.push(pick(["hotline", "shelter"], 1));
    columns["form"]!.push(pick(["labour", "sexual", "other"], 1.2));
  }
  return columns;
}
