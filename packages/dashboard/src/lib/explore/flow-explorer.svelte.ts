import type { ChartRequest } from "$lib/charts/draw.ts";
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
  problem = $state("");
  readonly source = $derived.by(() => this.sources.find(({ id }) => id === this.chosen.indicator));
  readonly area = $derived.by(() => this.source?.areas.find(({ code }) => code === this.chosen.area));
  readonly title = $derived(`${this.source?.title ?? ""}: ${this.area?.name ?? ""}`);
  readonly #served: { readonly choice: FlowChoice; readonly markup: string };
  readonly #tools: FlowTools;
  #stands: FlowChoice;
  #turn = 0;

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

  /** Shows what an address asks for, as far as the figures hold it. */
  async follow(search: string): Promise<void> {
    if (search) await this.choose(flowFromAddress(search));
    else if (this.chosen !== this.#served.choice) this.#showServed();
  }

  async choose(change: Partial<FlowChoice>): Promise<void> {
    await this.#show(flowChoice(this.sources, { ...this.chosen, ...change }));
    this.#tools.remember(flowToAddress(this.chosen));
  }

  #showServed(): void {
    this.#turn++;
    const { choice, markup } = this.#served;
    [this.chosen, this.#stands, this.markup, this.request, this.problem] = [choice, choice, markup, null, ""];
  }

  /** A drawing that comes late never replaces a newer one; where none can be made, the last stays and is what is chosen. */
  async #show(choice: FlowChoice): Promise<void> {
    const mine = ++this.#turn;
    this.chosen = choice;
    try {
      const request = { id: "flow", title: this.title, asked: await this.#tools.ask(choice) };
      const markup = await this.#tools.draw(request);
      if (mine !== this.#turn) return;
      [this.#stands, this.markup, this.request, this.problem] = [choice, markup, request, ""];
    } catch (error) {
      if (mine !== this.#turn) return;
      this.chosen = this.#stands;
      this.problem = String((error as Error).message);
    }
  }
}
