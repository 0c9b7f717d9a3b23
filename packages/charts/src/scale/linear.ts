/** Maps a domain onto a range of pixels; `ticks` are round numbers (1, 2 or 5 times a power of ten) inside the domain. */
export interface LinearScale {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** A scale whose domain is widened to round numbers. `count` is about how many ticks; `whole` allows no fractions. */
export function linearScale(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
  { count = 4, whole = false }: { readonly count?: number; readonly whole?: boolean } = {},
): LinearScale {
  const step = niceStep((high - low || 1) / count, whole);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step, step));
  const domain = [ticks[0] ?? low, ticks.at(-1) ?? high] as const;
  const place = (value: number) => start + ((value - domain[0]) / (domain[1] - domain[0])) * (end - start);
  return Object.assign(place, { domain, ticks });
}

function niceStep(rough: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((nice) => nice * power >= rough * 0.999) ?? 10;
  return whole ? Math.max(1, factor * power) : factor * power;
}

function round(value: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  return Number(value.toFixed(decimals));
}
