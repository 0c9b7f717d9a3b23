import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);
const rows = await (await fetch("rows.json")).json();
const chart = init(document.querySelector("#chart"), null, { renderer: "svg" });
const areas = [...new Set(rows.map((row) => row.area))];
chart.on("finished", () => performance.mark("interactive"));
chart.setOption({
  animation: false,
  tooltip: {},
  xAxis: { type: "value", min: "dataMin", max: "dataMax" },
  yAxis: {},
  series: areas.map((area) => ({
    type: "line",
    name: area,
    data: rows.filter((row) => row.area === area).map(({ year, value }) => [year, value]),
  })),
});
