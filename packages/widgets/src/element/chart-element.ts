import type { Answer, AnsweredRows, View } from "@yeelen/dataset/plain";
import { toDom } from "@yeelen/charts/line/picture";
import { sliceView } from "@yeelen/query/views/slice";
import { loadView, viewPath } from "../data/load-view.ts";
import type { ChartKind, Published } from "./chart-kind.ts";
import { tell } from "./events.ts";
import { languageOf, type Language } from "./language.ts";
import { LivePicture } from "./live-picture.ts";
import { elementAttributes, readSettings, type Forms, type Settings } from "./settings.ts";
import { pictureSheets } from "./styles.ts";

const HtmlElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

const NEAR = "300px";
const beyond = () => import("./beyond.ts");

let last = Promise.resolve();

/** A task of its own for each drawing, so that many on a page never hold up its reader. */
const inTurn = () => (last = last.then(() => new Promise((resolve) => setTimeout(resolve))));

/**
 * A chart that begins as the static figure its page carries as children. Once its data have come and been checked, the
 * picture in that figure is drawn for the width there is, in a box of the same height; its words stay where they are.
 * Whatever goes wrong, the static figure stays.
 */
export abstract class ChartElement<
  Answered = AnsweredRows,
  Complete extends Answered = Answered & Answer,
  Data extends Published = View,
> extends HtmlElement {
  static readonly observedAttributes = elementAttributes;

  protected abstract readonly kind: ChartKind<Answered, Complete>;
  /** What attributes may hold in this kind alone. */
  declare protected readonly forms?: Forms;

  #live = new AbortController();
  #near: IntersectionObserver | undefined;
  /** Counts loads, so that a late answer to an earlier question is dropped; 0 before the first. */
  #turn = 0;

  connectedCallback(): void {
    this.#near = new IntersectionObserver(
      (entries) => {
        if (!entries.at(-1)?.isIntersecting) return;
        this.#near?.disconnect();
        void this.#load();
      },
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  disconnectedCallback(): void {
    this.#near?.disconnect();
    this.#live.abort();
    this.#turn = 0;
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.#turn > 0 && before !== now) void this.#load();
  }

  /** What the answer is read from. */
  protected async load({ src, field, integrity }: Settings): Promise<Data> {
    const indicator = field("indicator") as string;
    const release = field("release") || undefined;
    const request = { src, indicator, release, path: viewPath(indicator, field), integrity };
    return (await loadView(request, (...call) => fetch(...call))) as Published as Data;
  }

  /** The answer to a question spelled as embed codes spell it; undefined for all others. */
  protected answer(data: Data, { field }: Settings): Answered | undefined {
    return sliceView(data as Published as View, field) as Answered | undefined;
  }

  /** The answer to any question, with what must be said beside it. @internal */
  async fullAnswer(data: Data): Promise<Complete> {
    return (await beyond()).fullAnswer(data as Published as View, this) as unknown as Complete;
  }

  /**
   * The shadow root, with the children shown in it, and `more`. A page of many lays all of them out anew for it, so that
   * each opens its own in its turn.
   */
  #open(...more: Element[]): ShadowRoot {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = pictureSheets();
    shadow.replaceChildren(this.ownerDocument.createElement("slot"), ...more);
    return shadow;
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const settings = readSettings(this, this.forms);
      if (typeof settings === "string") return (await beyond()).refuse(this, settings);
      const [data, language] = await Promise.all([this.load(settings), languageOf(this)]);
      await inTurn();
      const release = data.releases ?? `${data.dataset}/${data.release}`;
      const still = turn === 1 ? this.#staticFigure(settings, release, language) : undefined;
      const answer = (still && this.answer(data, settings)) ?? (await this.fullAnswer(data));
      const options = { ...language, ...settings.options };
      const mount =
        !still &&
        (await (await beyond()).mountable(this, this.kind, answer as Complete, data, settings, options));
      if (turn !== this.#turn || !this.isConnected) return;
      const figure = mount ? mount(this.#open()) : (still as HTMLElement);
      this.#draw(figure, answer, data, settings, options);
      tell(this, "yeelen-ready", { release });
    } catch (error) {
      if (turn === this.#turn) this.#stay(error instanceof Error ? error.message : String(error));
    }
  }

  /** The figure among the children, if its words are of this release, pinned by the embed code or marked with it, and language. */
  #staticFigure(
    { field, integrity }: Settings,
    release: string,
    { locale }: Language,
  ): HTMLElement | undefined {
    const figure = this.querySelector("figure");
    const said = figure?.getAttribute("data-release") ?? (integrity && field("release"));
    return said === release &&
      figure?.querySelector("svg[viewBox],table") &&
      locale.startsWith(figure.lang.slice(0, 2))
      ? figure
      : undefined;
  }

  #draw(figure: Element, answer: Answered, data: Data, settings: Settings, options: Language): void {
    this.#live.abort();
    const { signal } = (this.#live = new AbortController());
    const { kind } = this;
    const { picture: draw } = kind;
    const look = () => quietly(async () => (await beyond()).tellStanding(this, data, settings));
    const svg = figure.querySelector<SVGSVGElement>("svg[viewBox]");
    if (svg && draw) {
      const title = svg.getAttribute("aria-label") ?? data.about.title;
      new LivePicture(svg, {
        title,
        theme: settings.theme,
        signal,
        draw: (box) => draw(answer, data.about, { ...options, ...box, id: "yeelen", title }),
        look,
        select: (point) => tell(this, "yeelen-select", { point }),
      });
    }
    if (this.contains(figure)) this.#open();
    const details = figure.querySelector("details");
    const open = async () => {
      const { openTools } = await import("../tools/open-tools.ts");
      if (details) await openTools(details, { element: this, kind, data, settings, options, signal, look });
    };
    details?.addEventListener("toggle", () => quietly(open), { once: true, signal });
    // the catalogue of a pinned figure is read when a reader turns to it, of any other it was read already
    if (!settings.integrity) look();
  }

  /** Keeps the static figure and says in one line, laid over its lower edge so that nothing moves, why it is not live. */
  #stay(message: string): void {
    this.#live.abort();
    const text = `Saved figure: the live one could not be shown (${message}).`;
    const line = toDom(
      [
        "p",
        { class: this.childElementCount ? "status over" : "status", part: "status", role: "status" },
        [text],
      ],
      this.ownerDocument,
    ) as HTMLElement;
    this.#open(line);
    quietly(async () => (await beyond()).restate(line, this, message));
    tell(this, "yeelen-error", { message });
  }
}

/** What a figure can do without: where it cannot be had, the figure stands as it is. */
function quietly(extra: () => Promise<void>): void {
  extra().catch(() => {});
}
