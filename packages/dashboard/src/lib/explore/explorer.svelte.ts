import type { Answer } from "@yeelen/dataset/plain";
import type { Asked } from "$lib/story/told.ts";
import { fromAddress, mended, questionOf, toAddress, usual, type Chosen, type Scope } from "./question.ts";

export type Ask = (question: ReturnType<typeof questionOf>) => Promise<Asked>;

/**
 * The state of the indicator page: what is chosen, the last answer that could be had, and what went wrong since. An
 * answer that comes late never replaces a newer one; a failure never replaces figures by none.
 */
export class Explorer {
  readonly #scope: Scope;
  readonly #ask: Ask;
  #turn = 0;

  chosen = $state.raw<Chosen>() as Chosen;
  asked = $state.raw<Asked>() as Asked;
  /** `null` while the page shows what was served. */
  waiting = $state(false);
  refused = $state<string | null>(null);
  failed = $state<string | null>(null);

  constructor(scope: Scope, served: Asked, ask: Ask) {
    this.#scope = scope;
    this.#ask = ask;
    this.chosen = usual(scope);
    this.asked = served;
  }

  get answer(): Answer {
    return this.asked.answer;
  }

  get address(): string {
    return toAddress(this.chosen, this.#scope);
  }

  /** Takes up what an address asks for; one that cannot be answered is said and the usual question shown. */
  async follow(search: string): Promise<void> {
    this.refused = null;
    try {
      const chosen = mended(fromAddress(search, this.#scope), this.#scope);
      if (JSON.stringify(chosen) === JSON.stringify(this.chosen)) return;
      await this.#show(chosen);
    } catch (error) {
      this.refused = (error as Error).message;
      await this.#show(usual(this.#scope));
    }
  }

  choose(change: Partial<Chosen>): Promise<void> {
    this.refused = null;
    return this.#show(mended({ ...this.chosen, ...change }, this.#scope));
  }

  again(): Promise<void> {
    return this.#show(this.chosen);
  }

  async #show(chosen: Chosen): Promise<void> {
    const turn = ++this.#turn;
    this.chosen = chosen;
    if (chosen.areas.length === 0) return;
    this.waiting = true;
    try {
      const asked = await this.#ask(questionOf(chosen, this.#scope));
      if (turn !== this.#turn) return;
      this.asked = asked;
      this.failed = null;
    } catch (error) {
      if (turn === this.#turn) this.failed = (error as Error).message;
    } finally {
      if (turn === this.#turn) this.waiting = false;
    }
  }
}
