import type { System } from "./system.ts";

/** Bounds on every unknown that follow from one relation at a time, and the row that gave each its last push. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly lowFrom: Int32Array;
  readonly highFrom: Int32Array;
  /** A row that cannot be kept at all, −1 if there is none. */
  readonly broken: number;
}

// Bounds over ratios can creep towards a limit by ever smaller steps; a row is looked at this often at most.
const VISITS = 40;

/** Bound propagation: each row, given the bounds of all other unknowns in it, bounds each of its own. */
export function propagate(system: System, from: { low: Float64Array; high: Float64Array } = system): Bounds {
  const { rows, rowsOf } = system;
  const low = from.low.slice();
  const high = from.high.slice();
  const lowFrom = new Int32Array(low.length).fill(-1);
  const highFrom = new Int32Array(low.length).fill(-1);
  const queue = Array.from({ length: rows.count }, (_, r) => r);
  const queued = new Uint8Array(rows.count).fill(1);
  const visits = new Uint8Array(rows.count);
  const stop = (broken: number): Bounds => ({ low, high, lowFrom, highFrom, broken });
  const touch = (unknown: number): void => {
    for (const r of rowsOf[unknown]!) {
      if (queued[r] || visits[r]! >= VISITS) continue;
      queued[r] = 1;
      queue.push(r);
    }
  };
  for (let head = 0; head < queue.length; head++) {
    const r = queue[head]!;
    queued[r] = 0;
    visits[r] = visits[r]! + 1;
    const reach = reachOf(system, r, low, high);
    if (total(reach.low, reach.lowEndless, -Infinity) > rows.high[r]!) return stop(r);
    if (total(reach.high, reach.highEndless, Infinity) < rows.low[r]!) return stop(r);
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
      const x = rows.unknowns[t]!;
      const c = rows.coefficients[t]!;
      const least = c > 0 ? c * low[x]! : c * high[x]!;
      const most = c > 0 ? c * high[x]! : c * low[x]!;
      const room = rows.high[r]! - without(reach.low, reach.lowEndless, least, -Infinity);
      const need = rows.low[r]! - without(reach.high, reach.highEndless, most, Infinity);
      const top = Math.floor((c > 0 ? room : need) / c);
      const bottom = Math.ceil((c > 0 ? need : room) / c);
      if (top >= high[x]! && bottom <= low[x]!) continue;
      if (top < high[x]!) {
        high[x] = top + 0;
        highFrom[x] = r;
      }
      if (bottom > low[x]!) {
        low[x] = bottom + 0;
        lowFrom[x] = r;
      }
      if (low[x]! > high[x]!) return stop(r);
      touch(x);
    }
  }
  return stop(-1);
}

interface Reach {
  /** Sums of the parts that have a limit, and how many have none. */
  readonly low: number;
  readonly high: number;
  readonly lowEndless: number;
  readonly highEndless: number;
}

function reachOf({ rows }: System, r: number, lows: Float64Array, highs: Float64Array): Reach {
  let low = 0;
  let high = 0;
  let lowEndless = 0;
  let highEndless = 0;
  for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
    const x = rows.unknowns[t]!;
    const c = rows.coefficients[t]!;
    const from = c > 0 ? c * lows[x]! : c * highs[x]!;
    const to = c > 0 ? c * highs[x]! : c * lows[x]!;
    if (Number.isFinite(from)) low += from;
    else lowEndless++;
    if (Number.isFinite(to)) high += to;
    else highEndless++;
  }
  return { low, high, lowEndless, highEndless };
}

function total(sum: number, endless: number, limit: number): number {
  return endless > 0 ? limit : sum;
}

function without(sum: number, endless: number, part: number, limit: number): number {
  if (Number.isFinite(part)) return endless > 0 ? limit : sum - part;
  return endless > 1 ? limit : sum;
}
