import type { Answer, IndicatorQuery } from "@yeelen/dataset/plain";
import type { Progress } from "@yeelen/query/wasm";
import type { Asked } from "$lib/story/told.ts";
import { failureOf, type Failure } from "./failure.ts";
import { adapted, type Kind } from "./kinds.ts";
import { fromAddress, toAddress } from "./question-address.ts";
import { mended, questionOf, usual, type Chosen, type Scope } from "./question.ts";
import type { Standing } from "./standing.ts";

/** An answer, and what became of its release where the question pins one. */
export interface Answered extends Asked {
  readonly standing: Standing | null;
}

export interface AskHooks {
  readonly signal: AbortSignal;
  /** Called once, where no prebuilt file holds the answer and DuckDB will compute it. */
  readonly onEngine: () => void;
  readonly onProgress: (progress: Progress) => void;
}

export type Ask = (question: IndicatorQuery, hooks: AskHooks) => Promise<Answered>;

export interface ExplorerOptions {
  readonly ask: Ask;
  /** Loads what draws a choice, so that figures never stand without their picture. */
  readonly prepare: (chosen: Chosen) => Promise<unknown>;
  /** Writes the address of a choice down: a new entry of the reader's history, or in place of the present one. */
  readonly remember: (address: string, replace: boolean) => void;
}

/** What the page shows: figures, and the choice that they answer. */
export interface Shown {
  readonly chosen: Chosen;
  readonly asked: Answered;
}

/**
 * The state of the indicator page: what is chosen, the last answer that could be had, and what went wrong since. An
 * answer that comes late never replaces a newer one; a failure never replaces figures by none.
 */
export class Explorer {
  readonly scope: Scope;
  readonly #options: ExplorerOptions;
  #turn = 0;
  /** Asks once more for what could not be had. */
  #retry: () => Promise<void> = () => Promise.resolve();
  #abort: AbortController | undefined;

  chosen = $state.raw<Chosen>() as Chosen;
  shown = $state.raw<Shown>() as Shown;
  waiting = $state(false);
  /** Whether DuckDB computes the answer that is waited for, and how much of it has come. */
  engine = $state.raw<{ readonly progress: Progress | null } | null>(null);
  /** What of the address could not be followed, a sentence each. */
  misread = $state.raw<readonly string[]>([]);
  failed = $state.raw<Failure | null>(null);
  /** The kind that could not show the last choice, so that another one stands in its place. */
  replaced = $state.raw<Kind | null>(null);

  constructor(scope: Scope, served: Asked, options: ExplorerOptions) {
    this.scope = scope;
    this.#options = options;
    this.chosen = usual(scope);
    this.shown = { chosen: this.chosen, asked: { ...served, standing: null } };
  }

  get answer(): Answer {
    return this.shown.asked.answer;
  }

  get address(): string {
    return toAddress(this.chosen, this.scope);
  }

  /** Takes up what an address asks for; what of it cannot be answered is said, and the rest shown. */
  async follow(search: string): Promise<void> {
    this.replaced = null;
    const { choice, misread } = fromAddress(search, this.scope);
    this.misread = misread;
    this.#retry = () => this.follow(search);
    await this.#show(choice);
  }

  /** Changes the question; `replace` where the choice is one of a run, as while a slider moves. */
  choose(change: Partial<Chosen>, { replace = false } = {}): Promise<void> {
    const wanted = { ...this.chosen, ...change };
    const chosen = mended(wanted, this.scope);
    this.replaced = chosen.kind === wanted.kind ? null : wanted.kind;
    return this.#take(chosen, replace);
  }

  /** Shows the figures in another way; the question changes where that way needs it to. */
  showAs(kind: Kind): Promise<void> {
    this.replaced = null;
    return this.#take(mended(adapted(this.chosen, kind, this.scope), this.scope), false);
  }

  again(): Promise<void> {
    return this.#retry();
  }

  /** Gives up what is waited for: the figures that stand, and their choice, stay. */
  cancel(): void {
    this.#turn++;
    this.#abort?.abort(new Error("given up by the reader"));
    [this.waiting, this.engine] = [false, null];
    this.chosen = this.shown.chosen;
    this.replaced = null;
  }

  /** Gives up what is waited for: what comes after a reader has left the page touches no other one. */
  stop(): void {
    this.#turn++;
    this.#abort?.abort(new Error("the page was left"));
  }

  async #take(chosen: Chosen, replace: boolean): Promise<void> {
    this.misread = [];
    this.#retry = () => this.#take(chosen, replace);
    const answered = await this.#show(chosen);
    // a question about no country has no address: the last one stands there until a country is chosen
    if (answered && chosen.areas.length > 0) this.#options.remember(this.address, replace);
  }

  /** Whether what was chosen is what is shown now. Where it cannot be, words go back to the figures that stand. */
  async #show(chosen: Chosen): Promise<boolean> {
    const turn = ++this.#turn;
    this.#abort?.abort(new Error("another question"));
    const abort = (this.#abort = new AbortController());
    this.chosen = chosen;
    [this.waiting, this.engine, this.failed] = [false, null, null];
    if (chosen.areas.length === 0) return true;
    // what was served stands as it is: drawing it again would cost its reader the code that draws
    if (toAddress(chosen, this.scope) === toAddress(this.shown.chosen, this.scope)) return true;
    const question = questionOf(chosen, this.scope);
    const same = JSON.stringify(question) === JSON.stringify(questionOf(this.shown.chosen, this.scope));
    this.waiting = true;
    const current = () => turn === this.#turn;
    try {
      const hooks: AskHooks = {
        signal: abort.signal,
        onEngine: () => current() && (this.engine = { progress: null }),
        onProgress: (progress) => current() && this.engine && (this.engine = { progress }),
      };
      const [asked] = await Promise.all([
        same ? this.shown.asked : this.#options.ask(question, hooks),
        this.#options.prepare(chosen),
      ]);
      if (!current()) return false;
      this.shown = { chosen, asked };
    } catch (error) {
      if (!current()) return false;
      this.failed = failureOf(error);
      this.chosen = this.shown.chosen;
    }
    [this.waiting, this.engine] = [false, null];
    return this.failed === null;
  }
}
