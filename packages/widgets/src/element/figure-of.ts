import type { ChartOptions } from "@yeelen/charts";
import { translateAbout, translateAnswer } from "@yeelen/charts/translations";
import type { Answer } from "@yeelen/dataset/plain";
import { loadTextsOf } from "../data/load-texts.ts";
import type { ChartKind, CompleteFigure, Published } from "./chart-kind.ts";
import type { Settings } from "./settings.ts";

/** Makes the complete figure of an answer at any width, with all that stands beside its figures in the element's language. */
export async function figureOf<Complete>(
  kind: Pick<ChartKind<never, Complete>, "figure">,
  answer: Complete,
  { about }: Published,
  settings: Settings,
  options: ChartOptions,
): Promise<(size: ChartOptions) => CompleteFigure> {
  const [tree, texts] = await Promise.all([kind.figure(), loadTextsOf(settings, options.locale)]);
  const said = hasNotes(answer) ? translateAnswer(answer, texts) : answer;
  const aboutIt = translateAbout(about, texts);
  return (size) => tree(said, aboutIt, { ...options, ...size });
}

function hasNotes<Complete>(answer: Complete): answer is Complete & Pick<Answer, "notes"> {
  return typeof answer === "object" && answer !== null && "notes" in answer;
}
