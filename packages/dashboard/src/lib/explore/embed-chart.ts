import { embedCode, type EmbedOptions, type Figure, type SvgElement } from "@yeelen/charts";
import { dimensions, type ComparedAnswer, type Comparison } from "@yeelen/dataset/plain";
import { compareAnswers, type OpenCatalog } from "@yeelen/query";
import { toAttributes } from "@yeelen/query/views";
import { chartTexts } from "$lib/charts/chart-texts.ts";
import { comparisonTexts } from "$lib/charts/comparison-texts.ts";
import { kindPenOf, type DrawnKind } from "$lib/charts/kind-pen.ts";
import { translateAsked, type Translations } from "$lib/language/catalogue.ts";
import { languageOf, type LanguageTag } from "$lib/language/languages.ts";
import type { Asked } from "$lib/story/told.ts";
import { unpinned } from "./question.ts";

/** A chart as it is put on a page elsewhere: its figure, its picture, and what its element is told. */
export interface EmbedChart {
  readonly kind: DrawnKind;
  /** The complete figure at the width of a phone's column, so that it can be read without any script. */
  readonly figure: Figure;
  readonly picture: SvgElement | null;
  /** What the picture's files are called, without their ending. */
  readonly name: string;
  /** In place of the indicator's title, also once the script runs; empty for none. */
  readonly heading: string;
  /** The question as the element's attributes, without its release. */
  readonly question: Readonly<Record<string, string>>;
  /** The file of each release that the element reads; null where no published file holds the answer. */
  readonly pins: readonly Pin[] | null;
  code(options: EmbedOptions): string;
}

interface Pin {
  /** `<dataset>/<release>`. */
  readonly release: string;
  readonly sha256: string;
}

interface Look {
  /** In place of the indicator's title; empty for none. */
  readonly heading: string;
  readonly chosen: string | null;
  readonly lang: LanguageTag;
}

const staticWidth = 340;
const fileWidth = 760;

/** The answer to one question, as any kind. */
export async function singleChart(
  kind: DrawnKind,
  asked: Asked,
  { heading, chosen, lang }: Look,
  catalog: OpenCatalog,
): Promise<EmbedChart> {
  const pen = await kindPenOf(kind, lang);
  const drawn = { id: `yeelen-${kind}`, asked, title: heading };
  const options = chosen === null ? {} : { chosen };
  const { query, provenance } = asked.answer;
  const sha256 = await viewHash(asked, catalog);
  const model = pen.whole(drawn, options, staticWidth);
  return {
    kind,
    figure: model,
    picture: pen.fileOf(drawn, options),
    name: `${query.indicator}-${kind}`,
    heading,
    question: toAttributes(unpinned(query)),
    pins: sha256 === null ? null : [{ release: `${provenance.dataset}/${provenance.release}`, sha256 }],
    code: (embed) => embedCode(model, embed),
  };
}

/** Several indicators of the same countries and years side by side, what forbids to compare them first. */
export async function comparisonChart(
  answers: readonly ComparedAnswer[],
  show: "figures" | "completeness",
  { heading, chosen, lang }: Look,
  { catalog: { datasets } }: OpenCatalog,
): Promise<EmbedChart> {
  const [{ comparisonModel, comparisonTree, embedCode, standaloneTree }, messages, said] = await Promise.all([
    import("@yeelen/charts/matrix/comparison"),
    chartTexts[lang](),
    comparisonTexts[lang](),
  ]);
  const comparison: Comparison = compareAnswers(answers);
  const at = (width: number) =>
    comparisonModel(comparison, {
      messages,
      said,
      show,
      width,
      locale: languageOf(lang).locale,
      ...(heading === "" ? {} : { title: heading }),
      ...(chosen === null ? {} : { chosen }),
    });
  const [model, wide] = [at(staticWidth), at(fileWidth)];
  const [first] = answers;
  if (!first) throw new Error("comparison without answers: give at least two");
  const manifests = datasets.flatMap(({ dataset, releases }) =>
    releases.map(({ release, sha256 }) => ({ release: `${dataset}/${release}`, sha256 })),
  );
  const held = new Set(answers.map(({ provenance: { dataset, release } }) => `${dataset}/${release}`));
  return {
    kind: "matrix",
    figure: model,
    picture: standaloneTree(wide, comparisonTree(wide)),
    name: "indicators-matrix",
    heading,
    question: {
      ...toAttributes(unpinned(first.query)),
      indicator: answers.map(({ query }) => query.indicator).join(" "),
      ...(show === "completeness" ? { show } : {}),
    },
    pins: [...held].flatMap((id) => manifests.filter(({ release }) => release === id)),
    code: (embed) => embedCode(model, embed),
  };
}

/** A compared answer with everything that stands beside its figures translated. */
export function translateCompared(compared: ComparedAnswer, translations: Translations): ComparedAnswer {
  const { answer, about } = translateAsked({ answer: compared, about: compared.about }, translations);
  return { ...answer, about: { ...compared.about, ...about } };
}

/** The hash of the very file that an element fetches for a question; null where no such file was published. */
async function viewHash(
  { answer: { query, provenance } }: Asked,
  catalog: OpenCatalog,
): Promise<string | null> {
  const { manifest } = await catalog.release(`${provenance.dataset}/${provenance.release}`);
  const named = [...(query.by ?? []), ...Object.keys(query.where ?? {})];
  const held = dimensions.filter((dimension) => named.includes(dimension)).join("-");
  const path = `views/${query.indicator}.${held || "total"}.json`;
  return manifest.files.find((file) => file.path === path)?.sha256 ?? null;
}
