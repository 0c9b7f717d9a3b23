import type { ChartPoint, Picture } from "@yeelen/charts";
import { audibleSeries } from "../sound/melody.ts";

/**
 * Lets readers walk through a picture's points by pointer or by keyboard: ← → along a series, ↑ ↓ across series, Home
 * and End to its ends, Escape to leave. The point looked at is ringed, said beside it and announced. S plays a series over
 * years as sound, and stops it, as Escape does.
 */
export class Inspector {
  readonly #plot: HTMLElement;
  readonly #tip: HTMLElement;
  readonly #select: (point: ChartPoint | null) => void;
  readonly #stop = new AbortController();
  #svg: SVGSVGElement | undefined;
  #ring: Element | undefined;
  #points: readonly ChartPoint[] = [];
  #current: ChartPoint | null = null;
  #sounding: AbortController | undefined;

  constructor(plot: HTMLElement, select: (point: ChartPoint | null) => void) {
    this.#plot = plot;
    this.#select = select;
    this.#tip = plot.ownerDocument.createElement("div");
    this.#tip.className = "tip";
    this.#tip.setAttribute("part", "tooltip");
    this.#tip.setAttribute("role", "status");
    const { signal } = this.#stop;
    for (const move of ["pointermove", "pointerdown"] as const)
      plot.addEventListener(move, (event) => this.#lookAt(this.#nearest(event)), { signal, passive: true });
    for (const leave of ["pointerleave", "blur"] as const)
      plot.addEventListener(leave, () => this.#lookAt(null), { signal });
    plot.addEventListener("blur", () => this.#sounding?.abort(), { signal });
    plot.addEventListener("keydown", (event) => this.#press(event), { signal });
  }

  /** Takes the points of a picture just drawn; the point looked at stays the same. */
  show({ points }: Picture): void {
    const svg = this.#plot.querySelector("svg");
    if (!svg) return;
    this.#svg = svg;
    this.#points = points;
    if (audibleSeries(points).length > 0) this.#plot.setAttribute("aria-keyshortcuts", "S");
    this.#ring = this.#plot.ownerDocument.createElementNS(svg.namespaceURI, "circle");
    this.#ring.setAttribute("class", "ring");
    this.#ring.setAttribute("r", "6");
    svg.append(this.#ring);
    this.#plot.append(this.#tip);
    const { series, period } = this.#current ?? {};
    this.#mark(points.find((point) => point.series === series && point.period === period) ?? null);
  }

  disconnect(): void {
    this.#stop.abort();
    this.#sounding?.abort();
    this.#plot.removeAttribute("aria-keyshortcuts");
    this.#tip.remove();
    this.#ring?.remove();
  }

  #nearest(event: PointerEvent): ChartPoint | null {
    const { left, top, scale } = this.#frame();
    const box = this.#plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - left, event.clientY - box.top - top];
    return nearestPoint(this.#points, x / scale, y / scale);
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // by its place: keyboards of other scripts have another letter there
    const sound = event.code === "KeyS" || event.key === "s";
    if (this.#sounding && (sound || event.key === "Escape")) this.#sounding.abort();
    else if (sound) void this.#sound().catch(() => {});
    else if (event.key === "Escape" && this.#current) this.#lookAt(null);
    else {
      const next = step(this.#points, this.#current, event.key);
      if (!next) return;
      this.#lookAt(next);
    }
    event.preventDefault();
  }

  /** Plays the series looked at, or the first one that can be heard. */
  async #sound(): Promise<void> {
    const audible = audibleSeries(this.#points);
    const series = audible.find(([point]) => point?.series === this.#current?.series) ?? audible[0];
    if (!series) return;
    const sounding = (this.#sounding = new AbortController());
    const { signal } = sounding;
    const locale = (this.#plot.getRootNode() as ShadowRoot).host.closest<HTMLElement>("[lang]")?.lang ?? "en";
    try {
      const { soundOut } = await import("../sound/sound-out.ts");
      await soundOut({ series, locale, signal, say: (text) => (this.#tip.textContent = text) });
    } finally {
      if (this.#sounding === sounding) this.#sounding = undefined;
      if (signal.aborted) this.#mark(this.#current);
    }
  }

  #lookAt(point: ChartPoint | null): void {
    if (point === this.#current) return;
    this.#mark(point);
    this.#select(point);
  }

  #mark(point: ChartPoint | null): void {
    this.#current = point;
    this.#tip.textContent = point ? `${point.label}, ${point.year}: ${point.text}` : "";
    this.#ring?.setAttribute("visibility", point ? "visible" : "hidden");
    if (!point) return;
    this.#ring?.setAttribute("cx", String(point.x));
    this.#ring?.setAttribute("cy", String(point.y));
    const { offsetWidth: width, offsetHeight: height } = this.#tip;
    const { left, top, scale } = this.#frame();
    const [x, y] = [left + point.x * scale, top + point.y * scale];
    const above = y - height - 12;
    this.#tip.style.left = `${Math.max(0, Math.min(x - width / 2, this.#plot.clientWidth - width))}px`;
    this.#tip.style.top = `${above >= 0 ? above : y + 12}px`;
  }

  /** Where the picture stands in its plot, and how many CSS pixels one of its own is. */
  #frame(): { readonly left: number; readonly top: number; readonly scale: number } {
    const plot = this.#plot.getBoundingClientRect();
    const svg = this.#svg?.getBoundingClientRect();
    const own = this.#svg?.viewBox.baseVal;
    if (!svg || !own?.width) return { left: 0, top: 0, scale: 1 };
    const scale = Math.min(1, svg.width / own.width);
    const below = (svg.height - own.height * scale) / 2;
    return { left: svg.left - plot.left, top: svg.top - plot.top + below, scale };
  }
}

/** The point nearest to a place; distance across weighs more than distance up, so that a year is easily held. */
export function nearestPoint(points: readonly ChartPoint[], x: number, y: number): ChartPoint | null {
  let best: ChartPoint | null = null;
  let least = Infinity;
  for (const point of points) {
    const distance = ((point.x - x) * 3) ** 2 + (point.y - y) ** 2;
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
}

/** Where a key leads from a point; null where the key means nothing here. */
export function step(points: readonly ChartPoint[], from: ChartPoint | null, key: string): ChartPoint | null {
  const keys = [...new Set(points.map((point) => point.series))];
  const series = points.filter((point) => point.series === (from?.series ?? keys[0]));
  const index = from ? series.indexOf(from) : -1;
  switch (key) {
    case "ArrowRight":
      return series[Math.min(index + 1, series.length - 1)] ?? null;
    case "ArrowLeft":
      return series[from ? Math.max(index - 1, 0) : series.length - 1] ?? null;
    case "Home":
      return series[0] ?? null;
    case "End":
      return series.at(-1) ?? null;
    case "ArrowUp":
    case "ArrowDown": {
      if (!from) return points[0] ?? null;
      const to = keys[keys.indexOf(from.series) + (key === "ArrowUp" ? -1 : 1)];
      const other = points.filter((point) => point.series === to);
      // series of as many points stand beside each other in their order; else a year has its like
      const like =
        other.length === series.length ? other[index] : other.find(({ period }) => period === from.period);
      return like ?? from;
    }
    default:
      return null;
  }
}
