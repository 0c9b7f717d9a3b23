import { addRatio, audit, Table } from "../../../packages/disclosure/src/index.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "mean length of stay is printed for men, women and all: the counts behind follow",
  expected: { rule: "recoverable" },
  run: async () => {
    const table = new Table(11);
    table.addCell({ key: "n all", value: 100, status: "published" });
    table.addCell({ key: "n men", value: 5, status: "hidden" });
    table.addCell({ key: "n women", value: 95, status: "hidden" });
    table.addSum("n all", ["n men", "n women"]);
    for (const [who, value] of Object.entries({ all: 1050, men: 100, women: 950 }))
      table.addCell({ key: `days ${who}`, value, status: "latent", sensitive: false });
    table.addSum("days all", ["days men", "days women"]);
    addRatio(table, { numerator: "days all", denominator: "n all", value: "10.5", per: 1 });
    addRatio(table, { numerator: "days men", denominator: "n men", value: "20.0", per: 1 });
    addRatio(table, { numerator: "days women", denominator: "n women", value: "10.0", per: 1 });
    const { verdict } = await audit(table);
    return { rules: verdict === "safe" ? [] : ["recoverable"] };
  },
} satisfies Attack;
