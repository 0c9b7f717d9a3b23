import {
  parsePolicy,
  protect,
  suppressLocally,
  tabulate,
  fictionalRegister,
  registerColumns,
} from "../../../packages/disclosure/src/index.ts";
import { gateRecords } from "../gate.ts";
import type { Attack } from "../gate.ts";

const quasi = ["sex", "age", "year"];
const columns = (seed: number) =>
  registerColumns(fictionalRegister({ count: 3000, seed, years: [2021, 2024], returning: 0.1 }));

const records = (seed: number): Attack => ({
  title: `a register of persons who come back, one record each, seed ${seed}`,
  expected: "safe",
  run: () => {
    const policy = {
      kind: "records",
      k: 11,
      columns: { sex: "quasi", age: "quasi", year: "quasi", form: "sensitive" },
    };
    parsePolicy(policy);
    const safe = suppressLocally(columns(seed), { quasi, sensitive: ["form"], person: "case" });
    return gateRecords(safe.columns, policy);
  },
});

const tables = (seed: number): Attack => ({
  title: `districts that share persons, their total counting each once, seed ${seed}`,
  expected: "safe",
  run: async () => {
    const options = { person: "case", totals: ["district", "sex"] };
    const { audit } = await protect(tabulate(columns(seed), ["year", "district", "sex"], 11, options));
    return { rules: audit.verdict === "safe" ? [] : [audit.verdict] };
  },
});

export default [...[1, 2, 3].map(records), ...[1, 2].map(tables)] satisfies Attack[];
