import { filesOf, gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

const policy = { kind: "tables", k: 11, dimensions: { area: { total: "T" }, form: { total: "T" } } };
const head = "area,form,value,status\n";

interface Cells {
  /** Rows of figures: forms x, y, z and their sum. A hidden figure is written with an h. */
  readonly [area: string]: string;
}

function table(cells: Cells): string {
  const rows = Object.entries(cells).map(([area, row]) => [area, row.split(" ")] as const);
  const sums = rows[0]![1].map((_, i) => String(rows.reduce((sum, [, row]) => sum + parseInt(row[i]!), 0)));
  const lines = [...rows, ["T", sums] as const].flatMap(([area, row]) => {
    const total = row.reduce((sum, figure) => sum + parseInt(figure), 0);
    return [...row, String(total)].map((figure, i) => {
      const hidden = figure.endsWith("h");
      return `${area},${"xyzT"[i]},${parseInt(figure)},${hidden ? "hidden" : ""}`;
    });
  });
  return head + lines.join("\n");
}

const now = { a: "5h 40 60h", b: "30 50 45", c: "25h 35 70h", e: "90 60 70" };
const then = { a: "5h 40h 60", b: "30h 50h 45", c: "25 35 70", e: "90 80 70" };

function attack(title: string, newest: Cells, earlier: Readonly<Record<string, Cells>>, more = {}): Attack {
  return {
    title,
    expected: { rule: "recoverable" },
    run: () =>
      gateTables({ now: table(newest) }, { ...policy, ...more }, {
        earlier: Object.entries(earlier).map(([name, cells]) => ({ name, files: filesOf({ [name]: table(cells) }) })),
      }), // prettier-ignore
  };
}

export default [
  attack("one district was recounted, the others are as they were", now, { "2024": then }),
  attack("nothing but the recounted district's largest figure fell", { ...now, e: "90 79 70" }, { "2024": { ...then, e: "90 99 70" } }), // prettier-ignore
  attack("the release before the last prints what the last two hide", now, {
    "2023": { ...then, a: "5h 40h 60", e: "90 120 70" },
    "2024": { ...now, e: "90 100 70" },
  }),
  attack("a release un-hides what covered another figure", { ...now, c: "25 35 70" }, { "2024": { ...now, e: "90 80 70" } }), // prettier-ignore
  attack("a district is declared recounted, and another is not", now, { "2024": then }, {
    revised: [{ since: "2024", at: { area: "e" } }],
  }), // prettier-ignore
  attack("a recount is declared since another release", now, { "2023": then, "2024": then }, {
    revised: [{ since: "2023", at: {} }],
  }), // prettier-ignore
  attack("a new district is in the list, the old ones are as they were", { ...now, f: "20 30 40" }, { "2024": { ...then, e: "90 60 70" } }), // prettier-ignore
  attack("a district left the list, the others are as they were", now, {
    "2024": { ...then, f: "20 30 44" },
  }),
  {
    title: "a district was split, and its parts and the whole are hidden in turn",
    expected: { rule: "recoverable" },
    run: () =>
      gateTables(
        { now: "area,value,status\nT,300,\nsouth,200,\nn1,96,hidden\nn2,4,hidden\n" },
        {
          kind: "tables",
          k: 11,
          unlisted: "unknown",
          dimensions: { area: { parts: { T: ["south", "north"], north: ["n1", "n2"] } } },
        },
        {
          earlier: [
            {
              name: "2024",
              files: filesOf({
                then: "area,value,status\nT,300,\nsouth,200,\nnorth,100,\nn1,96,\nn2,4,hidden\n",
              }),
            },
          ],
        },
      ),
  },
  {
    title: "two districts were merged: the old release prints one of them",
    expected: { rule: "recoverable" },
    run: () =>
      gateTables(
        { now: "area,value,status\nT,300,\nsouth,200,\nnorth,100,\n" },
        {
          kind: "tables",
          k: 11,
          unlisted: "unknown",
          dimensions: { area: { parts: { T: ["south", "north"], north: ["n1", "n2"] } } },
        },
        {
          earlier: [
            {
              name: "2024",
              files: filesOf({ then: "area,value,status\nT,300,\nsouth,200,\nn1,96,\nn2,4,hidden\n" }),
            },
          ],
        },
      ),
  },
  {
    title: "a recount is declared where no figure changed",
    expected: { error: "nothing was recounted" },
    run: () =>
      gateTables(
        { now: table(then) },
        { ...policy, revised: [{ since: "2024", at: { area: "a" } }] },
        { earlier: [{ name: "2024", files: filesOf({ then: table(then) }) }] },
      ),
  },
  {
    title: "the printed files alone, without true values: rows printed alike are taken as unchanged",
    expected: { rule: "recoverable" },
    run: () =>
      gateTables({ now: table(now).replace(/\d+,hidden/g, ",hidden") }, policy, {
        earlier: [{ name: "2024", files: filesOf({ then: table(then).replace(/\d+,hidden/g, ",hidden") }) }],
      }),
  },
] satisfies Attack[];
