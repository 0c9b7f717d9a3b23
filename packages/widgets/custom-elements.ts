/** What `custom-elements.json` says (schema 1.0.0 of the custom elements manifest), from one list for all elements. */
const attributes: Readonly<Record<string, string>> = {
  indicator:
    "What is counted, e.g. `victims-detected`; of `<yeelen-matrix>` also a list, separated by spaces.",
  areas: "ISO 3166-1 alpha-3 codes, `all`, `programme`, `region:africa`; e.g. `MLI NER`.",
  period: "A year, a range as `2007..2022`, `latest`, `last-5`.",
  by: "Parts: `sex`, `age`, `exploitation`, `counterpart`.",
  where: "One part only, e.g. `sex:F age:LT18`.",
  measure: "`value`, `rate`, `share`, `change`, `index`, `rank`.",
  release: "`<dataset>/<release>`: pins the figures; of several indicators, each of their releases.",
  order: "`key`, `value`, `-value`.",
  limit: "How many rows at most.",
  src: "Folder of the published data, ending in `/`.",
  integrity:
    "`sha256-…` of the data file: the browser refuses any other. Of several indicators, of each release's manifest.",
  theme: "`auto`, `light`, `dark`.",
  heading: "In place of the indicator's title.",
  chosen: "Code of the country or part to bring forward.",
  lang: "Language of numbers and words: `en`, `fr`, `es`, `pt`, `ar`, `ru`, `uk`.",
  show: "Of several indicators in `<yeelen-matrix>`: `figures`, `completeness`.",
};

const events: Readonly<Record<string, readonly [type: string, description: string]>> = {
  "yeelen-ready": ["CustomEvent<{ release: string }>", "The live figure stands in place of the static one."],
  "yeelen-error": ["CustomEvent<{ message: string }>", "The static figure stays; `message` says why."],
  "yeelen-select": ["CustomEvent<{ point: ChartPoint | null }>", "The reader looks at a point, or at none."],
};

const parts: Readonly<Record<string, string>> = {
  status: "The line that says why a saved figure is shown.",
  tooltip: "What is said of the point looked at.",
  tools: "The reader's tools in a figure's details.",
};

const colours = ["ink", "paper", "quiet", "rest", "hairline", "accent", "link"];
const series = [1, 2, 3, 4, 5, 6, 7, 8].map(String);
const ramp = [1, 2, 3, 4, 5].map((step) => `ramp-${step}`);
const cssProperties = [
  ...colours.map((name) => [`--yeelen-${name}`, `The colour of ${name}.`]),
  ...series.map((name) => [`--yeelen-${name}`, `The colour of series ${name}.`]),
  ...ramp.map((name) => [`--yeelen-${name}`, "A class of a map, from little to much."]),
  ["--yeelen-font", "The face of all text."],
  ["--yeelen-title-font", "The face of titles."],
] as const;

const kinds: Readonly<Record<string, string>> = {
  bar: "Figures ranked by size.",
  dot: "Two years or two groups compared.",
  flow: "Flows from countries to countries.",
  line: "Figures over time.",
  map: "Countries shaded by class.",
  matrix: "Which years have a figure; of several indicators, the newest figure of each country.",
  multiples: "A small line chart for each country.",
  stack: "Composition over time.",
  stat: "One figure, its year and its change.",
  table: "The figures themselves.",
  timeline: "What countries have put in place.",
};

const named = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).map(([name, description]) => ({ name, description }));

export const customElements = {
  schemaVersion: "1.0.0",
  modules: Object.entries(kinds).map(([kind, description]) => {
    const name = `Yeelen${kind[0]?.toUpperCase()}${kind.slice(1)}Element`;
    const path = `esm/${kind}-element.js`;
    return {
      kind: "javascript-module",
      path,
      declarations: [
        {
          kind: "class",
          customElement: true,
          name,
          tagName: `yeelen-${kind}`,
          description,
          superclass: { name: "HTMLElement" },
          attributes: Object.entries(attributes).map(([attribute, text]) => ({
            name: attribute,
            description: text,
            type: { text: "string" },
          })),
          events: Object.entries(events).map(([event, [type, text]]) => ({
            name: event,
            description: text,
            type: { text: type },
          })),
          slots: [
            {
              name: "",
              description: "The static figure: what stands there before, and without, the script.",
            },
          ],
          cssParts: named(parts),
          cssProperties: cssProperties.map(([property, text]) => ({ name: property, description: text })),
        },
      ],
      exports: [
        { kind: "js", name, declaration: { name, module: path } },
        { kind: "custom-element-definition", name: `yeelen-${kind}`, declaration: { name, module: path } },
      ],
    };
  }),
};
