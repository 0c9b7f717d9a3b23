import { findHiddenValues } from "../../../packages/disclosure/src/index.ts";
import type { Attack } from "../gate.ts";

const chart = `<svg role="img" aria-label="Detected victims, Kalinda, 2015 to 2017">
  <g data-area="Kalinda"><circle cx="1" cy="2" r="3"><title>Kalinda, 2016: 5 detected victims</title></circle></g>
</svg>`;

export default {
  title: "a tooltip says the value that the chart does not show",
  expected: { rule: "kept-value" },
  run: () => {
    const said = findHiddenValues(chart, [
      { key: "area=Kalinda|period=2016", labels: ["Kalinda", "2016"], value: 5 },
    ]);
    return Promise.resolve({ rules: said.map(() => "kept-value") });
  },
} satisfies Attack;
