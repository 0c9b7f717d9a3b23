import { QuestionError } from "@yeelen/query/views";
import type { DrawnKind } from "$lib/charts/kind-pen.ts";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { EmbedLines } from "./embed-lines.ts";
import { assertBeside, mostBeside, takeBeside, type EmbedShow } from "./beside.ts";
import { failureOf, type Failure } from "./failure.ts";
import { adapted, kinds, obstacleTo, type Kind, type Obstacle } from "./kinds.ts";
import { chosenBy, questionParameters, toAddress } from "./question-address.ts";
import { mended, questionOf, usual, type Chosen, type Scope } from "./question.ts";
import { readAddress } from "./read-address.ts";

/** The kinds that can be put on a page, in the order of the list. */
export const drawnKinds: readonly DrawnKind[] = [...kinds, "dot", "matrix", "stat"];

/** Every parameter that the address of a chart to embed may have. */
export const builderParameters: readonly string[] = [...questionParameters, "with", "show"];

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
  /** What of the address could not be followed, a sentence each. */
  misread = $state.raw<readonly string[]>([]);
  failed = $state.raw<Failure | null>(null);
  /** Whether the lines that stand are of an earlier choice. */
  waiting = $state(false);

  constructor(options: BuilderOptions) {
    this.#options = options;
    const [scope] = options.scopes;
    if (!scope) throw new Error("no indicator to embed");
    this.scope = scope;
    this.chosen = usual(scope);
    this.look = { lang: options.lang, theme: "auto", heading: "", pinned: true, form: "element" };
  }

  /** Takes up what an address asks for; what of it cannot be made is said, and the rest shown. */
  follow(search: string): Promise<void> {
    const { choice, misread } = readAddress(search, builderParameters, (params) => this.#read(params));
    [this.scope, this.chosen, this.kind] = [choice.scope, choice.chosen, choice.kind];
    [this.beside, this.show] = [choice.beside, choice.show];
    this.misread = misread;
    if (search !== "" || this.#turn > 0) return this.#make();
    this.lines = this.#options.first();
    return Promise.resolve();
  }

  #read(params: URLSearchParams) {
    const { scopes } = this.#options;
    const ids = scopes.map((one) => one.id);
    const id = params.get("indicator") ?? ids[0];
    const kind = drawnKinds.find((one) => one === params.get("kind") && !isKind(one));
    params.delete("indicator");
    if (kind) params.set("kind", "table");
    const scope = scopes.find((one) => one.id === id);
    if (!scope) throw new QuestionError("indicator", id, ids.join(", "));
    const beside = takeBeside(params, ids);
    const chosen = chosenBy(params, scope);
    assertBeside(beside, scope.id, kind ?? chosen.kind, chosen);
    return { scope, chosen, beside: beside.ids, show: beside.show, kind: kind ?? chosen.kind };
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
    this.misread = [];
    this.#options.remember(this.address);
    return this.#make();
  }

  again(): Promise<void> {
    return this.#make();
  }

  /** Lines of an earlier choice go: nobody pastes what the page no longer says. */
  async #make(): Promise<void> {
    const turn = ++this.#turn;
    const { chosen, kind, look } = this;
    this.failed = null;
    this.waiting = chosen.areas.length > 0;
    if (!this.waiting) {
      this.lines = null;
      return;
    }
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
      if (turn === this.#turn) [this.lines, this.failed] = [null, failureOf(error)];
    }
    if (turn === this.#turn) this.waiting = false;
  }
}

function isKind(kind: DrawnKind): kind is Kind {
  return (kinds as readonly DrawnKind[]).includes(kind);
}
