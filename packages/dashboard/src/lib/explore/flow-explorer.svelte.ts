import type { ChartRequest } from "$lib/charts/draw.ts";
import { failureOf, type Failure } from "./failure.ts";
import type { Asked } from "$lib/story/told.ts";
import {
  flowChoice,
  flowFromAddress,
  flowToAddress,
  type FlowChoice,
  type FlowSource,
} from "./flow-address.ts";

interface FlowTools {
  /** The flows of a choice, in the reader's language. */
  ask(choice: FlowChoice): Promise<Asked>;
  /** The figure with its bands as markup. */
  draw(request: ChartRequest): Promise<string>;
  /** Keeps an address where the reader can copy it. */
  remember(address: string): void;
}

/** Which flows are shown, and what was drawn of them; what was served stands until another choice is drawn. */
export class FlowExplorer {
  readonly sources: readonly FlowSource[];
  chosen = $state.raw<FlowChoice>({ indicator: "", area: "", year: 0 });
  markup = $state("");
  /** What is to be drawn on the map; null while it is what was served. */
  request = $state.raw<ChartRequest | null>(null);
  failed = $state.raw<Failure | null>(null);
  waiting = $state(false);
  /** What of the address could not be followed, a sentence each. */
  misread = $state.raw<readonly string[]>([]);
  readonly source = $derived.by(() => this.sources.find(({ id }) => id === this.chosen.indicator));
  readonly area = $derived.by(() => this.source?.areas.find(({ code }) => code === this.chosen.area));
  readonly title = $derived(`${this.source?.title ?? ""}: ${this.area?.name ?? ""}`);
  readonly #served: { readonly choice: FlowChoice; readonly markup: string };
  readonly #tools: FlowTools;
  #stands: FlowChoice;
  #turn = 0;
  /** Asks once more for what could not be had. */
  #retry: () => Promise<void> = () => Promise.resolve();

  constructor(
    sources: readonly FlowSource[],
    served: { readonly choice: FlowChoice; readonly markup: string },
    tools: FlowTools,
  ) {
    this.sources = sources;
    this.#served = served;
    this.#tools = tools;
    this.#stands = served.choice;
    this.chosen = served.choice;
    this.markup = served.markup;
  }

  /** Shows what an address asks for; what the figures do not hold is said, and the rest shown. */
  async follow(search: string): Promise<void> {
    const { choice, misread } = flowFromAddress(search, this.sources, this.#served.choice);
    this.misread = misread;
    this.#retry = () => this.follow(search);
    if (flowToAddress(choice) === flowToAddress(this.#served.choice)) this.#showServed();
    else await this.#show(choice);
  }

  async choose(change: Partial<FlowChoice>): Promise<void> {
    this.misread = [];
    const choice = flowChoice(this.sources, { ...this.chosen, ...change });
    this.#retry = () => this.choose(choice);
    if (await this.#show(choice)) this.#tools.remember(flowToAddress(this.chosen));
  }

  again(): Promise<void> {
    return this.#retry();
  }

  /** Gives up what is waited for: what comes after a reader has left the page touches no other one. */
  stop(): void {
    this.#turn++;
  }

  #showServed(): void {
    this.#turn++;
    const { choice, markup } = this.#served;
    [this.chosen, this.#stands, this.markup, this.request] = [choice, choice, markup, null];
    [this.failed, this.waiting] = [null, false];
  }

  /** A drawing that comes late never replaces a newer one; where none can be made, the last stays and is what is chosen. Whether it is shown. */
  async #show(choice: FlowChoice): Promise<boolean> {
    const mine = ++this.#turn;
    this.chosen = choice;
    [this.failed, this.waiting] = [null, true];
    try {
      const request = { id: "flow", title: this.title, asked: await this.#tools.ask(choice) };
      const markup = await this.#tools.draw(request);
      if (mine !== this.#turn) return false;
      [this.#stands, this.markup, this.request] = [choice, markup, request];
    } catch (error) {
      if (mine !== this.#turn) return false;
      this.chosen = this.#stands;
      this.failed = failureOf(error);
    }
    this.waiting = false;
    return this.failed === null;
  }
}
