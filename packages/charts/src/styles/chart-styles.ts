import { pictureStyles } from "./picture-styles.ts";

/**
 * The style sheet of whole figures, that of their pictures included: adopted by widgets, included by the site.
 * Beside the colours a host may set the face of titles, `--yeelen-title-font`.
 */
export const chartStyles = `${pictureStyles}
.yeelen-figure{margin:0;background:var(--y-paper);font-size:15px;line-height:1.45}
.yeelen-figure :is(p,ul){list-style:none;margin:0;padding:0}
.yeelen-head{margin-bottom:12px}
.yeelen-title{font-size:20px;font-weight:600;line-height:1.25;font-family:var(--yeelen-title-font,inherit);text-wrap:balance}
.yeelen-figure :is(.yeelen-subtitle,.yeelen-legend,.yeelen-notes,.yeelen-source,.yeelen-table){font-size:13px;color:var(--y-quiet)}
.yeelen-legend{display:flex;flex-wrap:wrap;gap:4px 16px}
.yeelen-legend svg{margin-inline-end:6px;vertical-align:middle}
.yeelen-figure .yeelen-description{margin:12px 0 8px;max-width:68ch}
.yeelen-details summary{line-height:44px;cursor:pointer;width:fit-content}
.yeelen-figure :is(summary,a){color:var(--y-link)}
.yeelen-figure :focus-visible{outline:2px solid var(--y-link);outline-offset:2px}
.yeelen-scroll{overflow:auto;max-height:70vh}
.yeelen-table{border-collapse:collapse;font-variant-numeric:tabular-nums;text-align:end}
.yeelen-table :is(caption,tr>:first-child){text-align:start}
.yeelen-table :is(th,td){padding:4px 12px 4px 0;border-bottom:1px solid var(--y-hairline);vertical-align:bottom}
.yeelen-table data{color:var(--y-ink)}
@media print{.yeelen-figure{background:none;break-inside:avoid}.yeelen-details:not([open]){display:none}}`;
