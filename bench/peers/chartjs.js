import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";

Chart.register(LinearScale, LineController, LineElement, PointElement, Tooltip);
const rows = await (await fetch("rows.json")).json();
const canvas = document.createElement("canvas");
canvas.height = 300;
document.querySelector("#chart").append(canvas);
const areas = [...new Set(rows.map((row) => row.area))];
new Chart(canvas, {
  type: "line",
  options: { animation: false, maintainAspectRatio: false, scales: { x: { type: "linear" } } },
  data: {
    datasets: areas.map((area) => ({
      label: area,
      data: rows.filter((row) => row.area === area).map(({ year, value }) => ({ x: year, y: value })),
    })),
  },
});
performance.mark("interactive");
