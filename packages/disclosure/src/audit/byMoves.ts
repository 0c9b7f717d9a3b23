import type { Ledger } from "./ledger.ts";
import type { Bounds } from "./propagate.ts";
import { isHopeless, isMet } from "./requirement.ts";
import type { Requirement } from "./requirement.ts";
import { MoveFinder } from "./moves.ts";
import type { Move } from "./moves.ts";
import type { System } from "./system.ts";

/** How many single moves may be added up to push one cell one way. */
const MOVES_PER_CELL = 24;

/** Meets as many requirements as it can by adding up moves from the base table; no solver is asked. */
export function meetByMoves(
  system: System,
  bounds: Bounds,
  ledger: Ledger,
  requirements: readonly Requirement[],
  stopped: () => boolean,
): void {
  for (const lattice of system.table.lattices) {
    const finder = new MoveFinder(lattice);
    for (let x = 0; x < requirements.length; x++) {
      const requirement = requirements[x]!;
      if (requirement.kind === "none" || requirement.kind === "doubt" || requirement.kind === "hole")
        continue;
      if (isHopeless(requirement, bounds.low[x]!, bounds.high[x]!)) continue;
      if (isMet(requirement, ledger.least[x]!, ledger.most[x]!) || !finder.has(system.cells[x]!)) continue;
      if (stopped()) return;
      if (requirement.kind === "vary") {
        if (!push(system, bounds, ledger, finder, x, ledger.base[x]! + 1)) {
          if (ledger.base[x]! > 0) push(system, bounds, ledger, finder, x, ledger.base[x]! - 1);
        }
        continue;
      }
      if (ledger.least[x]! > requirement.low) push(system, bounds, ledger, finder, x, requirement.low);
      if (ledger.most[x]! < requirement.high) push(system, bounds, ledger, finder, x, requirement.high);
    }
  }
}

// Moves one cell from the base to a target, in one move if it can, else in ever smaller ones.
function push(
  system: System,
  bounds: Bounds,
  ledger: Ledger,
  finder: MoveFinder,
  x: number,
  target: number,
): boolean {
  const shift = new Map<number, number>();
  const at = (unknown: number): number => ledger.base[unknown]! + (shift.get(unknown) ?? 0);
  const room = {
    down: (place: number): number => {
      const unknown = system.unknowns[place]!;
      return unknown === -1 ? 0 : at(unknown) - bounds.low[unknown]!;
    },
    up: (place: number): number => {
      const unknown = system.unknowns[place]!;
      return unknown === -1 ? 0 : bounds.high[unknown]! - at(unknown);
    },
  };
  for (let moves = 0; moves < MOVES_PER_CELL && at(x) !== target; moves++) {
    const move = largest(finder, system.cells[x]!, target - at(x), room);
    if (move === null) return false;
    for (const [place, change] of move) {
      const unknown = system.unknowns[place]!;
      shift.set(unknown, (shift.get(unknown) ?? 0) + change);
    }
  }
  if (at(x) !== target) return false;
  return ledger.add([...shift].filter(([, change]) => change !== 0));
}

function largest(
  finder: MoveFinder,
  place: number,
  amount: number,
  room: Parameters<MoveFinder["find"]>[2],
): Move | null {
  for (let size = Math.abs(amount); size >= 1; size = Math.floor(size / 2)) {
    const move = finder.find(place, Math.sign(amount) * size, room);
    if (move) return move;
  }
  return null;
}
