// @ts-check
/// <reference lib="webworker" />

/*
 * Starts the engine's own worker script (of this origin, whose address is this worker's name) and tames its read-ahead, which asks for
 * four times as much each time two blocks lie side by side. Here a run of reads may grow by as much as it has read, up
 * to a bound: a table's directory still comes in few requests, and two neighbouring blocks cost two blocks. The engine
 * takes what comes and asks for the rest.
 */
const mostAhead = 131_072;

/** By the position at which a run of reads would go on: bytes of its first read, bytes of all. */
const runs = new Map();

const { setRequestHeader } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
  const [, from, to] = (name === "Range" && /^bytes=(\d+)-(\d+)$/.exec(value)) || [];
  return setRequestHeader.call(this, name, from && to ? `bytes=${from}-${lastOf(+from, +to)}` : value);
};

/**
 * @param {number} from
 * @param {number} to
 */
function lastOf(from, to) {
  const run = runs.get(from);
  runs.delete(from);
  const last = run ? Math.min(to, from + Math.min(run.taken, Math.max(run.first, mostAhead)) - 1) : to;
  const bytes = last - from + 1;
  if (runs.size > 1000) runs.clear();
  runs.set(last + 1, { first: run?.first ?? bytes, taken: (run?.taken ?? 0) + bytes });
  return last;
}

// not after a `#`: a service worker's answer would lose it
const engine = new URL(self.name, location.href);
if (engine.origin !== location.origin) throw new Error(`not of this origin: ${engine.href}`);
importScripts(engine.href);
