import embed from "vega-embed";

const rows = await (await fetch("rows.json")).json();
await embed(
  "#chart",
  {
    data: { values: rows },
    width: "container",
    height: 300,
    mark: { type: "line", point: true, tooltip: true },
    encoding: {
      x: { field: "year", type: "quantitative" },
      y: { field: "value", type: "quantitative" },
      color: { field: "area", type: "nominal" },
    },
  },
  { renderer: "svg", actions: false },
);
performance.mark("interactive");
