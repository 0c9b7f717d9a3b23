import type { Sound } from "./melody.ts";

/** Seconds from one year to the next; how long a note and a tick last; before the first, for what is said. */
const YEAR = 0.3;
const NOTE = 0.26;
const TICK = 0.03;
const LEAD = 2;

/**
 * Plays sounds one after the other, by oscillators alone: no file is loaded. Resolves when the last has ended or the signal
 * aborts; the context is closed then. Throws where there is no Web Audio.
 */
export async function play(
  sounds: readonly Sound[],
  signal: AbortSignal,
  { AudioContext } = globalThis as { AudioContext?: typeof globalThis.AudioContext },
): Promise<void> {
  if (!AudioContext) throw new Error("no AudioContext");
  const context = new AudioContext();
  try {
    await context.resume();
    if (signal.aborted) return;
    const start = context.currentTime + LEAD;
    const ends = sounds.flatMap((sound, place) => {
      const at = start + place * YEAR;
      if (sound.kind === "note") return [tone(context, "triangle", sound.pitch, 0.25, at, NOTE)];
      return Array.from({ length: sound.count }, (_, beat) =>
        tone(context, "square", 110, 0.06, at + beat * 0.1, TICK),
      );
    });
    await Promise.race([Promise.all(ends), aborted(signal)]);
  } finally {
    await context.close();
  }
}

function tone(
  context: AudioContext,
  type: OscillatorType,
  pitch: number,
  loud: number,
  at: number,
  lasts: number,
): Promise<void> {
  const oscillator = new OscillatorNode(context, { type, frequency: pitch });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain
    .setValueAtTime(0, at)
    .linearRampToValueAtTime(loud, at + 0.01)
    .exponentialRampToValueAtTime(0.001, at + lasts);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + lasts);
  return new Promise((resolve) => oscillator.addEventListener("ended", () => resolve(), { once: true }));
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
