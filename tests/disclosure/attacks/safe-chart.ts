import { findHiddenValues } from "../../../packages/disclosure/src/index.ts";
import type { Attack } from "../gate.ts";

const chart = `<svg aria-label="Kalinda 2015 to 2017: between 13 and 52 detected victims">
  <g><title>Kalinda, 2016: hidden, because few people are counted</title></g>
  <g><title>Kalinda, 2015: 52 detected victims</title></g>
</svg>`;

export default {
  title: "a chart that says hidden where the value is hidden",
  expected: "safe",
  run: () => {
    const said = findHiddenValues(chart, [{ key: "k", labels: ["Kalinda", "2016"], value: 5 }]);
    return Promise.resolve({ rules: said.map(() => "kept-value") });
  },
} satisfies Attack;
