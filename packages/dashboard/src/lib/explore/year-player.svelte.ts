import type { Explorer } from "./explorer.svelte.ts";

/** How long a year stands while years are played; milliseconds. */
const stay = 900;

/** Plays the years of a chart of one year, from the one shown, or from the first, to the last. */
export class YearPlayer {
  readonly #explorer: Explorer;
  #timer: ReturnType<typeof setTimeout> | undefined;

  playing = $state(false);

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** The next year, the first after the last. */
  step(): Promise<void> {
    const { first, last, year } = this.#explorer.chosen;
    const next = year === null || year >= last ? first : year + 1;
    return this.#explorer.choose({ year: next }, { replace: this.playing });
  }

  async play(): Promise<void> {
    await this.step();
    this.playing = true;
    this.#next();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.playing = false;
  }

  #next(): void {
    this.#timer = setTimeout(async () => {
      const { last, year } = this.#explorer.chosen;
      if (!this.playing || year === null || year >= last || this.#explorer.failed) {
        this.pause();
        return;
      }
      await this.step();
      if (this.playing) this.#next();
    }, stay);
  }
}
