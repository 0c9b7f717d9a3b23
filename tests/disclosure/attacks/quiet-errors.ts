import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

const policy = { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } };

/** An error, or the public part of a report, that holds a figure which may have to be hidden: none may. */
function attack(title: string, files: Record<string, string>, figures: RegExp, more = {}): Attack {
  return {
    title,
    expected: { error: "quiet" },
    run: async () => {
      const { error = "", rules } = await gateTables(files, { ...policy, ...more });
      return { rules, error: error !== "" && !figures.test(error) ? "quiet" : error };
    },
  };
}

const head = "sex,value,status\n";

export default [
  attack("printed figures that do not add up", { t: `${head}T,6543,\nF,4321,\nM,2220,\n` }, /6543|4321|2220|\b2\b/), // prettier-ignore
  attack("true figures of hidden cells that do not add up", { t: `${head}T,100,\nF,83,hidden\nM,19,hidden\n` }, /83|19|\b2\b/), // prettier-ignore
  attack("a negative figure", { t: `${head}T,100,\nF,103,\nM,-3,hidden\n` }, /-?3\b(?!,)(?!:)/), // prettier-ignore
  attack("a fraction", { t: `${head}T,100,\nF,92.5,hidden\nM,7.5,hidden\n` }, /92|7\.5/),
  attack("a figure with a separator", { t: `${head}T,100,\nF,1 993,hidden\nM,7,hidden\n` }, /993/),
  attack("a figure where the status belongs", { t: `${head}T,100,\nF,,93\nM,,7\n` }, /93|\b7\b/),
  attack("two files that say different figures of one cell", { a: `${head}T,100,\nF,93,\nM,7,hidden\n`, b: `${head}T,100,\nF,94,\nM,6,hidden\n` }, /93|94|\b[67]\b/), // prettier-ignore
  attack("a share that its parts contradict", { t: "sex,value,status,percent\nT,100,,100\nF,93,hidden,77.7\nM,7,hidden,7.0\n" }, /77\.7|93/, { ratios: [{ column: "percent", denominator: { at: { sex: "T" } }, per: 100 }] }), // prettier-ignore
] satisfies Attack[];
