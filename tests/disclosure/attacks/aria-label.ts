import { findHiddenValues } from "../../../packages/disclosure/src/index.ts";
import type { Attack } from "../gate.ts";

const chart = `<svg><rect height="0" aria-label="Kalinda 2016 &#x2014; 1&#x202f;005" data-value=""/></svg>`;

export default {
  title: "an aria-label says the value in grouped digits",
  expected: { rule: "kept-value" },
  run: () => {
    const said = findHiddenValues(chart, [{ key: "k", labels: ["Kalinda", "2016"], value: 1005 }]);
    return Promise.resolve({ rules: said.map(() => "kept-value") });
  },
} satisfies Attack;
