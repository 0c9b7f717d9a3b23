import type { Colour } from "../figure/paint.ts";
import { isChosen, type Series } from "./series.ts";

/** How a series is drawn: the chosen one in accent, a few in colours of their own, many in grey. */
export interface StyledSeries extends Series {
  readonly colour: Colour;
  /** Brought forward: thicker, with all its points and its latest figure. */
  readonly strong: boolean;
}

const FEW = 5;

export function styled(series: readonly Series[], chosen: string | undefined): StyledSeries[] {
  const picked = series.filter((one) => isChosen(one, chosen));
  const strong = picked.length > 0 ? picked : series.length > FEW ? [] : series;
  return series.map((one) => {
    const place = strong.indexOf(one);
    return {
      ...one,
      strong: place >= 0,
      colour: place < 0 ? "rest" : strong.length === 1 ? "accent" : `${(place % 8) + 1}`,
    };
  });
}
