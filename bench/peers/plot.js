import { dot, line, plot } from "@observablehq/plot";

const rows = await (await fetch("rows.json")).json();
const place = document.querySelector("#chart");
const chart = plot({
  width: place.clientWidth,
  height: 300,
  x: { tickFormat: "d" },
  marks: [
    line(rows, { x: "year", y: "value", stroke: "area" }),
    dot(rows, { x: "year", y: "value", fill: "area", tip: true }),
  ],
});
place.append(chart);
performance.mark("interactive");
