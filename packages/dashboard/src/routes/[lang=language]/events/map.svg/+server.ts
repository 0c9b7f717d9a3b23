import { chartStyles, toSvg } from "@yeelen/charts";
import world from "@yeelen/charts/map/world.json" with { type: "json" };
import { everything, filtered } from "$lib/events/filter.ts";
import { areaMap } from "$lib/maps/area-map.ts";
import { fillOf, shadesOf } from "$lib/maps/shades.ts";
import { incidentCube } from "$lib/server/incidents.ts";
import type { RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

/** The map of all recorded incidents as a picture of its own; it follows the reader's light or dark. */
export const GET: RequestHandler = async () => {
  const cube = await incidentCube();
  const counts = filtered(cube, everything(cube)).by.area.map(({ people }) => people);
  const shades = shadesOf(counts);
  const [tag, attributes, children = []] = areaMap(world, cube.codes.area, (code) =>
    fillOf(counts[cube.codes.area.indexOf(code)] ?? 0, shades),
  );
  const root = toSvg([
    tag,
    { ...attributes, xmlns: "http://www.w3.org/2000/svg", class: "yeelen-svg yeelen-figure" },
    [["style", {}, [`${chartStyles}.yeelen-svg.yeelen-figure{background:none}`]], ...children],
  ]);
  return new Response(root, { headers: { "content-type": "image/svg+xml" } });
};
