import type { Picture } from "@yeelen/charts";
import type { Box } from "./chart-kind.ts";

const NARROWEST = 240;

/**
 * A picture whose height follows from its width, laid out so that it is no higher than its box: narrower where that helps,
 * else as the static one was, to be shown smaller.
 */
export function fit<P extends Picture>(layOut: (width: number) => P, { width, height, still }: Box): P {
  const first = layOut(width);
  if (first.height <= height) return first;
  const narrower = layOut(Math.max(NARROWEST, Math.floor((width * height) / first.height)));
  return narrower.height <= height ? narrower : layOut(still);
}
