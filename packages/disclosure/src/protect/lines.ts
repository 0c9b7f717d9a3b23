import type { Pattern } from "./pattern.ts";

/** What a cell costs more for each relation in which it would be the only one hidden. */
const LONELY = 3;

/**
 * Hides cells until no relation by itself gives a sensitive cell away: none has a lone hidden cell, and in none do the
 * hidden cells add up to less than a sensitive one among them must be able to be. Necessary, by far not sufficient.
 *
 * @returns relations for which nothing helps
 */
export function coverLines(
  pattern: Pattern,
  relations: Iterable<number> = pattern.table.relations.keys(),
): number[] {
  const queue = [...relations];
  const queued = new Set(queue);
  const hopeless: number[] = [];
  for (let head = 0; head < queue.length; head++) {
    const r = queue[head]!;
    queued.delete(r);
    for (let shortfall = shortfallOf(pattern, r); shortfall !== null; shortfall = shortfallOf(pattern, r)) {
      const place = cheapest(pattern, r, shortfall);
      if (place === -1) {
        hopeless.push(r);
        break;
      }
      pattern.hidden[place] = 1;
      for (const other of pattern.relationsOf[place]!) {
        if (other === r || queued.has(other)) continue;
        queued.add(other);
        queue.push(other);
      }
    }
  }
  return hopeless;
}

interface Shortfall {
  /** How much more the hidden cells on the same side must add up to; 0 if just one more cell is needed. */
  readonly amount: number;
}

// An equation Σ c·x = b in which every hidden coefficient has the same sign limits the largest of them.
function shortfallOf(pattern: Pattern, r: number): Shortfall | null {
  const { table, hidden, values, needHigh } = pattern;
  const { terms, low, high } = table.relations[r]!;
  if (low !== high) return null;
  let count = 0;
  let positive = 0;
  let negative = 0;
  let sum = 0;
  let need = -Infinity;
  for (const [place, coefficient] of terms) {
    if (!hidden[place]) continue;
    count++;
    if (coefficient > 0) positive++;
    else negative++;
    const floor = Math.max(0, pattern.floorOf(place));
    sum += Math.abs(coefficient) * (values[place]! - floor);
    if (!Number.isNaN(needHigh[place]!))
      need = Math.max(need, Math.abs(coefficient) * (needHigh[place]! - floor));
  }
  if (count === 0) return null;
  if (count === 1) return { amount: Math.max(0, need - sum) };
  if (positive > 0 && negative > 0) return null;
  return sum < need ? { amount: need - sum } : null;
}

// Another part that is large enough, or the total: a hidden total sets no limit.
function cheapest(pattern: Pattern, r: number, { amount }: Shortfall): number {
  const { table, hidden, values, weights } = pattern;
  const { terms } = table.relations[r]!;
  const sign = Math.sign(terms.find(([place]) => hidden[place])![1]);
  let best = -1;
  let least = Infinity;
  for (const [place, coefficient] of terms) {
    if (hidden[place] || !Number.isFinite(weights[place]!)) continue;
    const opposite = Math.sign(coefficient) !== sign;
    const part = Math.abs(coefficient) * (values[place]! - Math.max(0, pattern.floorOf(place)));
    if (!opposite && part === 0 && amount > 0) continue;
    const missing = opposite ? 0 : Math.max(0, amount - part);
    const cost = weights[place]! + LONELY * lonely(pattern, place, r) + missing;
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

function lonely({ table, hidden, relationsOf }: Pattern, place: number, r: number): number {
  let count = 0;
  for (const other of relationsOf[place]!) {
    if (other === r) continue;
    if (!table.relations[other]!.terms.some(([cell]) => hidden[cell])) count++;
  }
  return count;
}
