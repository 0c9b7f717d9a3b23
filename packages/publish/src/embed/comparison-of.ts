import { pathToFileURL } from "node:url";
import {
  comparisonModel,
  embedCode,
  enComparison,
  standaloneSvg,
  type ComparisonMessages,
  type ComparisonOptions,
} from "@yeelen/charts/matrix/comparison";
import { translateAbout, translateAnswer } from "@yeelen/charts/translations";
import type { IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { compareAnswers, openCatalog, toAttributes, viewsEngine } from "@yeelen/query";
import { standingTexts } from "../answer/print-answer.ts";
import { InputError } from "../errors.ts";
import { fromPackage, wordsIn, type Chart, type ChartRequest, type Pin } from "./chart-of.ts";

const MOST = 8;

type Show = NonNullable<ComparisonOptions["show"]>;
type Question = readonly [IndicatorQuery, ...IndicatorQuery[]];

/**
 * Several indicators of the same countries and years as one matrix, the warnings first; pinned by the manifests of their
 * releases, which say what compares with what and name each view's hash. Throws `InputError`.
 */
export async function comparisonOf(
  questions: Question,
  { data, kind, lang, withdrawn = false, ...given }: ChartRequest,
  show: Show,
): Promise<Chart> {
  if (kind !== "matrix")
    throw new InputError(`not allowed in --kind: ${kind}; several indicators stand side by side in a matrix`);
  assertComparable(questions);
  const said =
    lang === "en" ? enComparison : await fromPackage<ComparisonMessages>(`messages/comparison/${lang}.json`);
  const options = { ...given, ...(await wordsIn(lang)), said, show };
  const catalog = await openCatalog(pathToFileURL(`${data}/`), {
    fetch: fetchFile,
    engines: [viewsEngine()],
  });
  const { answers } = await catalog.compare(questions, { withdrawn });
  const comparison = compareAnswers(
    await Promise.all(
      answers.map(async (answer) => {
        const texts = await catalog.texts(answer.query.indicator, lang);
        return {
          ...translateAnswer(answer, texts),
          about: { ...answer.about, ...translateAbout(answer.about, texts) },
        };
      }),
    ),
  );
  const held = new Set(answers.map(({ provenance }) => `${provenance.dataset}/${provenance.release}`));
  const pins = catalog.catalog.datasets.flatMap(({ dataset, releases }) =>
    releases.map(({ release, sha256 }): Pin => ({
      release: `${dataset}/${release}`,
      path: "manifest.json",
      sha256,
    })),
  );
  const pinned = [...held].map((release) => pins.find((pin) => pin.release === release) as Pin);
  return {
    kind,
    pins: pinned as [Pin, ...Pin[]],
    standing: [...new Set(comparison.answers.flatMap(standingTexts))],
    at(width) {
      const model = comparisonModel(comparison, { ...options, width });
      return { model, code: (embed) => embedCode(model, embed), svg: () => standaloneSvg(model) };
    },
  };
}

function assertComparable(questions: Question): void {
  const ids = questions.map(({ indicator }) => indicator);
  const twice = ids.find((id, place) => ids.indexOf(id) < place);
  if (twice)
    throw new InputError(`not allowed in --with: ${twice} a second time; allowed: each indicator once`);
  if (ids.length > MOST)
    throw new InputError(`not allowed: ${ids.length} indicators; allowed: ${MOST} at most in one matrix`);
  const spelled = toAttributes(questions[0]);
  for (const field of ["by", "order", "limit"])
    if (spelled[field])
      throw new InputError(`not allowed in ${field}: ${spelled[field]}; nothing beside several indicators`);
}
