import { chartStyles, toSvg, type SvgElement } from "@yeelen/charts";
import { figureTree, mapModel, mapTree, type MapModel } from "@yeelen/charts/map";
import world from "@yeelen/charts/map/world.json" with { type: "json" };
import { chartTexts } from "$lib/charts/draw.ts";
import { translateAsked } from "$lib/language/catalogue.ts";
import { languageOf } from "$lib/language/languages.ts";
import type { Teller } from "$lib/language/teller.ts";
import { figures } from "./figures.ts";

/** Widths that the map is laid out for; on the narrow one each region has a frame of its own. */
export const mapWidths = [328, 1100] as const;

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

/** The figure around the map: its words, legend, table and source, with the files in the picture's place. */
export async function mapFigure(t: Teller): Promise<string> {
  const [narrow, wide] = await Promise.all([countryMap(mapWidths[0], t), countryMap(mapWidths[1], t)]);
  const picture: SvgElement = [
    "picture",
    {},
    [
      [
        "source",
        {
          media: "(min-width: 72rem)",
          srcset: `map/${wide.width}.svg`,
          width: wide.width,
          height: wide.height,
        },
      ],
      [
        "img",
        {
          src: `map/${narrow.width}.svg`,
          width: narrow.width,
          height: narrow.height,
          alt: narrow.title,
          "aria-describedby": `${narrow.id}-description`,
          loading: "lazy",
        },
      ],
    ],
  ];
  const [tag, attributes, children = []] = figureTree(narrow);
  return toSvg([
    tag,
    attributes,
    children.map((child) => (typeof child !== "string" && child[0] === "svg" ? picture : child)),
  ]);
}
