import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lineModel, standaloneSvg } from "@yeelen/charts";
import { digestRows, type Answer, type Indicator, type IndicatorQuery, type View } from "@yeelen/dataset";
import { answerFromView } from "@yeelen/query/views";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";

/** With more areas than this a release has no charts as files: nobody could read the one of all. */
export const mostChartedAreas = 60;

/**
 * Line charts of an indicator's totals as SVG files: `charts/<indicator>.svg` over all areas and, where it counts a crime,
 * `charts/<indicator>.<area>.svg` for each. They are drawn from the view, as every other chart of it is.
 */
export async function writeCharts(
  content: ReleaseContent,
  indicator: Indicator,
  view: View,
): Promise<WrittenFile[]> {
  const { folder, manifest, areas } = content;
  const [first, last] = indicator.period;
  if (areas.length === 0 || areas.length > mostChartedAreas || first === last) return [];
  if (!indicator.measures.includes("value") || view.by.length > 0) return [];
  await mkdir(join(folder, "charts"), { recursive: true });
  const wanted = [{ path: `charts/${indicator.id}.svg`, areas: manifest.areas }];
  if (indicator.subject !== "context")
    wanted.push(
      ...manifest.areas.map((area) => ({ path: `charts/${indicator.id}.${area}.svg`, areas: [area] })),
    );
  const names = Object.fromEntries(areas.map(({ code, name }) => [code, name]));
  for (const chart of wanted) {
    const question = { indicator: indicator.id, areas: [...chart.areas], period: indicator.period };
    const answer = await answered(content, view, question);
    await writeFile(join(folder, chart.path), standaloneSvg(lineModel(answer, view.about, { names })));
  }
  return wanted.map(({ path }) => ({ path, mediaType: mediaTypes.svg }));
}

async function answered({ manifest }: ReleaseContent, view: View, query: IndicatorQuery): Promise<Answer> {
  const { columns, rows, notes } = answerFromView(view, query);
  return {
    query,
    columns,
    rows,
    notes,
    digest: await digestRows(columns, rows),
    provenance: {
      dataset: manifest.dataset,
      release: manifest.release,
      // the manifest lists the charts, so that no chart can show its hash
      manifest: "",
      files: [],
      engine: "views",
      sql: "",
      sources: view.about.sources.slice(0, 1),
    },
  };
}
