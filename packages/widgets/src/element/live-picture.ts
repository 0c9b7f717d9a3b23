import { toDom, type ChartPoint, type Picture } from "@yeelen/charts/line/picture";
import type { Box, Drawn } from "./chart-kind.ts";
import type { Inspector } from "./inspector.ts";
import { pictureSheets } from "./styles.ts";

const NARROWEST = 240;

export interface Drawing {
  readonly title: string;
  readonly theme: string | undefined;
  /** When it aborts, the static picture comes back. */
  readonly signal: AbortSignal;
  draw(box: Box): Drawn;
  /** A reader turned to the picture. */
  look(): void;
  select(point: ChartPoint | null): void;
}

/**
 * A picture that stands in the place of a static one, in a shadow root of its own, so that no style of the page reaches
 * it. It is as wide as its place and as high as the static picture, and is drawn again when the width changes.
 */
export class LivePicture {
  readonly #still: SVGSVGElement;
  readonly #holder: HTMLElement;
  readonly #plot: HTMLElement;
  readonly #drawing: Drawing;
  readonly #height: number;
  #inspector: Inspector | undefined;
  #picture!: Picture;
  #width = 0;

  constructor(still: SVGSVGElement, drawing: Drawing) {
    const document = still.ownerDocument;
    this.#still = still;
    this.#drawing = drawing;
    this.#height = Math.round(still.getBoundingClientRect().height);
    // an inline picture stands on a line, with room for descenders below it: so does a block that holds no text
    const { display, verticalAlign } = getComputedStyle(still);
    this.#holder = toDom(
      ["div", { class: "yeelen-holder", "data-display": display }],
      document,
    ) as HTMLElement;
    this.#holder.style.verticalAlign = verticalAlign;
    const shadow = this.#holder.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = pictureSheets();
    const attributes = {
      class: "yeelen-picture plot",
      tabindex: 0,
      role: "group",
      "aria-label": drawing.title,
      "data-theme": drawing.theme,
    };
    this.#plot = toDom(["div", attributes], document) as HTMLElement;
    this.#plot.style.minBlockSize = `${this.#height}px`;
    shadow.append(this.#plot);
    this.#draw((still.parentElement as Element).getBoundingClientRect().width);
    still.replaceWith(this.#holder);
    const resize = new ResizeObserver(() => this.#draw(this.#holder.getBoundingClientRect().width));
    resize.observe(this.#holder);
    const { signal } = drawing;
    for (const sign of ["pointerenter", "focus"])
      this.#plot.addEventListener(sign, () => void this.#inspect().catch(() => {}), { signal });
    signal.addEventListener("abort", () => {
      resize.disconnect();
      this.#inspector?.disconnect();
      this.#holder.replaceWith(still);
    });
  }

  #draw(width: number): void {
    if (width < 1 || Math.abs(width - this.#width) < 1) return;
    this.#width = width;
    const { picture, node } = this.#drawing.draw({
      width: Math.max(NARROWEST, Math.floor(width)),
      height: this.#height,
      still: this.#still.viewBox.baseVal.width,
    });
    this.#picture = picture;
    this.#plot.replaceChildren(toDom(node, this.#plot.ownerDocument));
    this.#inspector?.show(picture);
  }

  /** What readers do with a picture loads when they first turn to it. */
  async #inspect(): Promise<void> {
    if (this.#inspector) return;
    const { Inspector, inspectorSheet } = await import("./inspect.ts");
    if (this.#inspector || this.#drawing.signal.aborted) return;
    this.#holder.shadowRoot?.adoptedStyleSheets.push(inspectorSheet());
    this.#inspector = new Inspector(this.#plot, this.#drawing.select);
    this.#inspector.show(this.#picture);
    this.#drawing.look();
  }
}
