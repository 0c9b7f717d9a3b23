/** The columns that tell one figure from another, as published tables have them. */
export const columns = ["indicator", "area", "period", "sex", "age", "exploitation", "counterpart"] as const;
export type At = Readonly<Record<(typeof columns)[number], string>>;

export interface Row {
  readonly at: At;
  readonly value: number;
}

export interface Release {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Along one dimension a code is the sum of others, whatever the other codes are. */
export interface Sum {
  readonly dimension: (typeof columns)[number];
  readonly total: string;
  readonly parts: readonly string[];
}

/** A made-up register with its true figures, oldest release first. */
export interface Register {
  readonly id: string;
  readonly family: string;
  readonly k: number;
  readonly indicators: readonly string[];
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly sums: readonly Sum[];
  readonly releases: readonly Release[];
}

type Random = () => number;

/** Park–Miller: repeatable numbers from 0 up to 1. */
export function parkMiller(seed: number): Random {
  let state = (seed * 48271 + 11) % 2147483647;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < 5; i++) next();
  return next;
}

const ages = ["T", "LT18", "GE18", "U"];
const sexes = ["T", "F", "M", "U"];
const countries = ["KEN", "UGA", "RWA", "BDI", "TZA", "ETH"];

/** Leaf figures by their codes, which a family adds up as it likes. */
interface Shape {
  readonly family: string;
  readonly leaves: readonly Partial<At>[];
  readonly sums: readonly Sum[];
  readonly releases: number;
}

const sexSum: Sum = { dimension: "sex", total: "T", parts: sexes.slice(1) };
const ageSum: Sum = { dimension: "age", total: "T", parts: ages.slice(1) };

const families: readonly ((id: string) => Shape)[] = [
  () => ({ family: "plain", leaves: grid({ sex: sexes.slice(1), age: ages.slice(1) }), sums: [sexSum, ageSum], releases: 1 }), // prettier-ignore
  () => ({
    family: "hierarchy",
    leaves: grid({ area: countries.slice(2), sex: ["F", "M"] }),
    sums: [
      { dimension: "area", total: "KEN", parts: ["UGA", "ETH"] },
      { dimension: "area", total: "UGA", parts: ["RWA", "BDI", "TZA"] },
      { dimension: "sex", total: "T", parts: ["F", "M"] },
    ],
    releases: 1,
  }),
  (id) => ({
    family: "linked",
    leaves: grid({ indicator: [`${id}-a`, `${id}-b`], sex: sexes.slice(1), age: ages.slice(1) }),
    sums: [{ dimension: "indicator", total: `${id}-all`, parts: [`${id}-a`, `${id}-b`] }, sexSum, ageSum],
    releases: 1,
  }),
  () => ({
    family: "overlapping",
    leaves: grid({ area: ["RWA", "BDI", "TZA"], sex: ["F", "M"] }),
    sums: [
      { dimension: "area", total: "KEN", parts: ["RWA", "BDI"] },
      { dimension: "area", total: "UGA", parts: ["BDI", "TZA"] },
      { dimension: "area", total: "ETH", parts: ["RWA", "BDI", "TZA"] },
      { dimension: "sex", total: "T", parts: ["F", "M"] },
    ],
    releases: 1,
  }),
  () => ({
    family: "cumulative",
    leaves: grid({ period: ["2021", "2022", "2023"], sex: sexes.slice(1) }),
    sums: [
      { dimension: "period", total: "2015", parts: ["2021", "2022"] },
      { dimension: "period", total: "2016", parts: ["2021", "2022", "2023"] },
      sexSum,
    ],
    releases: 1,
  }),
  () => ({ family: "two releases", leaves: grid({ area: countries.slice(0, 4), sex: sexes.slice(1) }), sums: [sexSum], releases: 2 }), // prettier-ignore
  () => ({ family: "three releases", leaves: grid({ sex: sexes.slice(1), age: ages.slice(1) }), sums: [sexSum, ageSum], releases: 3 }), // prettier-ignore
];

/** The register of a seed: its family goes by the seed, its figures are random. */
export function registerOf(seed: number): Register {
  const random = parkMiller(seed);
  const id = `reg-${seed}`;
  const { family, leaves, sums, releases } = families[seed % families.length]!(id);
  const k = random() < 0.5 ? 5 : 11;
  const plain: At = { indicator: `${id}-all`, area: "KEN", period: "2020", sex: "T", age: "T", exploitation: "T", counterpart: "T" }; // prettier-ignore
  let counts = leaves.map((leaf) => ({ at: { ...plain, ...leaf }, value: draw(random) }));
  const made: Release[] = [];
  for (let i = 0; i < releases; i++) {
    if (i > 0) counts = revised(counts, random);
    made.push({ name: `202${i}-06-01`, rows: withTotals(counts, sums) });
  }
  const all = made.flatMap(({ rows }) => rows);
  const listed = (name: (typeof columns)[number]): string[] => [...new Set(all.map(({ at }) => at[name]))];
  const codes = Object.fromEntries(
    (["sex", "age"] as const).flatMap((name) => (listed(name).length > 1 ? [[name, ["T", ...listed(name).filter((code) => code !== "T")]]] : [])), // prettier-ignore
  );
  return { id, family, k, indicators: listed("indicator"), codes, sums, releases: made };
}

function grid(codes: Partial<Record<(typeof columns)[number], readonly string[]>>): Partial<At>[] {
  return Object.entries(codes).reduce<Partial<At>[]>(
    (rows, [name, list]) => rows.flatMap((row) => list.map((code) => ({ ...row, [name]: code }))),
    [{}],
  );
}

function draw(random: Random): number {
  const kind = random();
  if (kind < 0.25) return 0;
  if (kind < 0.55) return 1 + Math.floor(10 * random());
  return 11 + Math.floor(120 * random());
}

// One figure in five is recounted, by a little or by much; or a single one.
function revised(rows: readonly Row[], random: Random): Row[] {
  const share = random() < 0.5 ? 0.2 : 1 / rows.length;
  return rows.map((row) =>
    random() < share ? { ...row, value: Math.max(0, row.value + Math.floor(60 * random()) - 20) } : row,
  );
}

function withTotals(leaves: readonly Row[], sums: readonly Sum[]): Row[] {
  const rows = new Map(leaves.map((row) => [keyOf(row.at), row]));
  // a total of totals needs a second look
  for (let round = 0; round < 3; round++) {
    for (const { dimension, total, parts } of sums) {
      const groups = new Map<string, Row[]>();
      for (const row of rows.values()) {
        if (!parts.includes(row.at[dimension])) continue;
        const key = keyOf({ ...row.at, [dimension]: total });
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
      for (const [key, own] of groups)
        rows.set(key, {
          at: { ...own[0]!.at, [dimension]: total },
          value: own.reduce((sum, { value }) => sum + value, 0),
        });
    }
  }
  return [...rows.values()];
}

export function keyOf(at: At): string {
  return columns.map((name) => at[name]).join("|");
}
