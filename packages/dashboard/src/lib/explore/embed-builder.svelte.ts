import type { DrawnKind } from "$lib/charts/kind-pen.ts";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { EmbedLines } from "./embed-lines.ts";
import { assertBeside, mostBeside, takeBeside, type EmbedShow } from "./beside.ts";
import { adapted, kinds, obstacleTo, type Kind, type Obstacle } from "./kinds.ts";
import { fromAddress, toAddress } from "./question-address.ts";
import { mended, questionOf, usual, type Chosen, type Scope } from "./question.ts";

/** The kinds that can be put on a page, in the order of the list. */
export const drawnKinds: readonly DrawnKind[] = [...kinds, "dot", "matrix", "stat"];

export type EmbedForm = "element" | "frame" | "image";

export interface EmbedLook {
  readonly lang: LanguageTag;
  readonly theme: "auto" | "light" | "dark";
  readonly heading: string;
  readonly pinned: boolean;
  readonly form: EmbedForm;
}

export interface BuilderOptions {
  readonly scopes: readonly Scope[];
  readonly lang: LanguageTag;
  /** The lines for the first indicator's usual chart. */
  readonly first: () => EmbedLines;
  readonly remember: (address: string) => void;
}

/** The state of the page that makes embed code: the chart, how it looks, and the lines for it. */
export class EmbedBuilder {
  readonly #options: BuilderOptions;
  #turn = 0;

  scope = $state.raw<Scope>() as Scope;
  kind = $state.raw<DrawnKind>("line");
  chosen = $state.raw<Chosen>() as Chosen;
  /** Ids of the indicators that stand beside the scope's in a matrix. */
  beside = $state.raw<readonly string[]>([]);
  show = $state.raw<EmbedShow>("figures");
  look = $state.raw<EmbedLook>() as EmbedLook;
  lines = $state.raw<EmbedLines | null>(null);
  refused = $state("");
  problem = $state("");

  constructor(options: BuilderOptions) {
    this.#options = options;
    const [scope] = options.scopes;
    if (!scope) throw new Error("no indicator to embed");
    this.scope = scope;
    this.chosen = usual(scope);
    this.look = { lang: options.lang, theme: "auto", heading: "", pinned: true, form: "element" };
  }

  /** Takes up what an address asks for; one that cannot be made is said and the usual chart shown. */
  follow(search: string): Promise<void> {
    const params = new URLSearchParams(search);
    const id = params.get("indicator");
    const kind = drawnKinds.find((one) => one === params.get("kind") && !isKind(one));
    params.delete("indicator");
    if (kind) params.set("kind", "table");
    this.refused = "";
    const [first] = this.#options.scopes;
    try {
      const scope = id === null ? first : this.#options.scopes.find((one) => one.id === id);
      if (!scope) throw new Error(`not allowed in indicator: ${id}`);
      const held = this.#options.scopes.map((one) => one.id);
      const beside = takeBeside(params, held);
      const chosen = fromAddress(String(params), scope);
      assertBeside(beside, scope.id, kind ?? chosen.kind, chosen);
      this.scope = scope;
      this.chosen = chosen;
      this.beside = beside.ids;
      this.show = beside.show;
    } catch (error) {
      this.refused = (error as Error).message;
      this.chosen = usual(this.scope);
      this.beside = [];
    }
    this.kind = this.refused ? this.chosen.kind : (kind ?? this.chosen.kind);
    if (search !== "" || this.#turn > 0) return this.#make();
    this.lines = this.#options.first();
    return Promise.resolve();
  }

  choose(change: Partial<Chosen>): Promise<void> {
    this.chosen = mended({ ...this.chosen, ...change }, this.scope);
    if (isKind(this.kind)) this.kind = this.chosen.kind;
    return this.#changed();
  }

  chooseKind(kind: DrawnKind): Promise<void> {
    const base: Kind = isKind(kind) ? kind : "table";
    this.chosen = mended(adapted(this.chosen, base, this.scope), this.scope);
    this.kind = isKind(kind) ? this.chosen.kind : kind;
    if (kind !== "matrix") this.beside = [];
    return this.#changed();
  }

  /** Puts more indicators into a matrix, in total, for each has parts of its own. */
  chooseBeside(ids: readonly string[]): Promise<void> {
    this.beside = ids.filter((id) => id !== this.scope.id).slice(0, mostBeside);
    if (this.beside.length > 0) this.chosen = mended({ ...this.chosen, by: [], where: {} }, this.scope);
    return this.#changed();
  }

  chooseShow(show: EmbedShow): Promise<void> {
    this.show = show;
    return this.#changed();
  }

  chooseIndicator(id: string): Promise<void> {
    this.scope = this.#options.scopes.find((one) => one.id === id) ?? this.scope;
    const { areas } = this.chosen;
    this.chosen = mended({ ...usual(this.scope), areas, kind: this.chosen.kind }, this.scope);
    this.beside = this.beside.filter((one) => one !== id);
    if (isKind(this.kind)) this.kind = this.chosen.kind;
    return this.#changed();
  }

  dress(change: Partial<EmbedLook>): Promise<void> {
    this.look = { ...this.look, ...change };
    return this.#changed();
  }

  obstacle(kind: DrawnKind): Obstacle | null {
    if (!isKind(kind)) return null;
    return obstacleTo(adapted(this.chosen, kind, this.scope), this.scope);
  }

  /** The chart as an address' parameters, the same as the indicator page takes but for its `indicator`. */
  get address(): string {
    const params = new URLSearchParams(toAddress(this.chosen, this.scope));
    params.set("indicator", this.scope.id);
    if (!isKind(this.kind)) params.set("kind", this.kind);
    if (this.beside.length > 0) {
      params.set("with", this.beside.join(" "));
      if (this.show !== "figures") params.set("show", this.show);
    }
    return `?${params}`;
  }

  #changed(): Promise<void> {
    this.refused = "";
    this.#options.remember(this.address);
    return this.#make();
  }

  async #make(): Promise<void> {
    const turn = ++this.#turn;
    const { chosen, kind, look } = this;
    this.problem = "";
    if (chosen.areas.length === 0) return;
    try {
      const { embedLinesHere } = await import("./embed-here.ts");
      const lines = await embedLinesHere({
        kind,
        question: questionOf(chosen, this.scope),
        beside: this.beside,
        show: this.show,
        heading: look.heading,
        chosen: chosen.forward,
        lang: look.lang,
        theme: look.theme,
        pinned: look.pinned,
      });
      if (turn === this.#turn) this.lines = lines;
    } catch (error) {
      if (turn === this.#turn) this.problem = error instanceof Error ? error.message : String(error);
    }
  }
}

function isKind(kind: DrawnKind): kind is Kind {
  return (kinds as readonly DrawnKind[]).includes(kind);
}
