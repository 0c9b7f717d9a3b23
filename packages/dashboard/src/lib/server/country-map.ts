import { chartStyles, toSvg, type SvgElement } from "@yeelen/charts";
import { figureTree, mapModel, mapTree, type MapModel } from "@yeelen/charts/map";
import world from "@yeelen/charts/map/world.json" with { type: "json" };
import { chartTexts } from "$lib/charts/chart-texts.ts";
import { translateAsked } from "$lib/language/catalogue.ts";
import { languageOf } from "$lib/language/languages.ts";
import type { Teller } from "$lib/language/teller.ts";
import { mapLinks } from "$lib/maps/map-links.ts";
import { figures } from "./figures.ts";

/** Widths that the map is laid out for, and the least width of a window for each; on the narrow one each region has a frame of its own. */
const sizes = [
  { width: 328, from: "0" },
  { width: 704, from: "48rem" },
  { width: 880, from: "72rem" },
] as const;

export const mapWidths = sizes.map(({ width }) => width);

/** The countries by detected victims per 100,000 people, each for its newest year, with the line on boundaries and names. */
export async function countryMap(width: number, t: Teller): Promise<MapModel> {
  const { ask, indicators } = await figures();
  const indicator = indicators.find(({ id }) => id === "victims-detected");
  if (!indicator) throw new Error("unknown indicator: victims-detected is in no published dataset");
  const asked = await ask({
    indicator: indicator.id,
    areas: ["all"],
    period: indicator.period,
    measure: "rate",
  });
  const { answer, about } = translateAsked(asked, t.translations);
  const { tag, locale } = languageOf(t.language.tag);
  const notes = answer.notes.filter(({ code }) => code !== "caveat");
  return mapModel({ ...answer, notes }, about, {
    messages: await chartTexts[tag](),
    locale,
    geometry: world,
    width,
    id: "country-map",
  });
}

/** The map as a file, so that no page carries its outlines; it follows the reader's light or dark. */
export async function mapFile(width: number, t: Teller): Promise<string> {
  const [tag, attributes, children = []] = mapTree(await countryMap(width, t));
  const root: SvgElement = [
    tag,
    { ...attributes, xmlns: "http://www.w3.org/2000/svg", class: "yeelen-svg yeelen-figure" },
    [
      [
        "style",
        {},
        [
          `${chartStyles}.yeelen-svg.yeelen-figure{background:none;font-family:system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}`,
        ],
      ],
      ...children,
    ],
  ];
  return toSvg(root);
}

/** The figure around the map: its words, legend, table and source, with the files and a link a country in the picture's place. */
export async function mapFigure(t: Teller): Promise<string> {
  const models = await Promise.all(mapWidths.map((width) => countryMap(width, t)));
  const [narrow] = models;
  if (!narrow) throw new Error("no width to draw the map for");
  const wider = models
    .slice(1)
    .map((model, index): SvgElement => [
      "source",
      { media: `(min-width: ${sizes[index + 1]?.from})`, ...fileOf(model, "srcset") },
    ]);
  const words = { alt: narrow.title, "aria-describedby": `${narrow.id}-description`, loading: "lazy" };
  const picture: SvgElement = [
    "picture",
    {},
    [...wider.reverse(), ["img", { ...fileOf(narrow, "src"), ...words }]],
  ];
  const links = models.map((model) =>
    mapLinks(
      { ...model, id: `${model.id}-${model.width}` },
      (code) => `country/${code}/`,
      (a, b) => t.compare(a.label, b.label),
    ),
  );
  const linked: SvgElement = ["div", { class: "linked" }, [picture, ...links]];
  const [tag, attributes, children = []] = figureTree(narrow);
  return toSvg([
    tag,
    attributes,
    children.map((child) => (typeof child !== "string" && child[0] === "svg" ? linked : child)),
  ]);
}

function fileOf({ width, height }: MapModel, source: "src" | "srcset") {
  return { [source]: `map/${width}.svg`, width, height };
}
