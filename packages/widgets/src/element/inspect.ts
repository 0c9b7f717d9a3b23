import { sheetOf } from "./styles.ts";

export { Inspector } from "./inspector.ts";

/** How the point looked at stands out. */
export const inspectorSheet = sheetOf(
  () => `
.tip{position:absolute;top:0;left:0;max-width:16rem;pointer-events:none;font:13px/1.4 var(--yeelen-font,system-ui,sans-serif);color:var(--y-ink);background:var(--y-paper);border:1px solid;padding:4px 8px;margin:0}
.tip:empty{display:none}
.ring{fill:none;stroke:var(--y-ink);stroke-width:2}
@media print{.tip,.ring{display:none}}
`,
);
