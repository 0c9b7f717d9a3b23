import type { MessageKey } from "$lib/language/messages.ts";
import type { Teller } from "$lib/language/teller.ts";
import { shadesOf } from "$lib/maps/shades.ts";
import { slug } from "./address.ts";
import type { EventExplorer } from "./event-explorer.svelte.ts";
import { everything, filtered, valuesByCode } from "./filter.ts";

interface Count {
  readonly incidents: number;
  readonly people: number;
}

type Words = Pick<Teller, "say" | "compare">;

/** What is filtered, counted by year, route, cause and country, each named in the reader's language. */
export class EventFigures {
  readonly #explorer: EventExplorer;
  readonly #t: Words;
  readonly #names: Readonly<Record<string, string>>;
  /** The last year that is counted whole. */
  readonly #lastWhole: number;

  constructor(
    explorer: EventExplorer,
    { t, names, lastWhole }: { t: Words; names: Readonly<Record<string, string>>; lastWhole: number },
  ) {
    this.#explorer = explorer;
    this.#t = t;
    this.#names = names;
    this.#lastWhole = lastWhole;
  }

  readonly whole = $derived.by(() => filtered(this.#explorer.cube, everything(this.#explorer.cube)));
  readonly years = $derived.by(() => {
    const { cube, counted, measure } = this.#explorer;
    return cube.codes.year.map((code, index) => {
      const count = counted.by.year[index] ?? { incidents: 0, people: 0 };
      const name = this.isPart(Number(code)) ? this.#t.say("events.year.part", { year: code }) : code;
      return { code, year: Number(code), name, value: count[measure], text: this.told(count), ...count };
    });
  });
  readonly routes = $derived.by(() =>
    this.#rowsOf("route", (code) => this.#t.say(`events.route.${slug(code)}` as MessageKey)),
  );
  readonly causes = $derived.by(() =>
    this.#rowsOf("cause", (code) => this.#t.say(`events.cause.${slug(code)}` as MessageKey)),
  );
  readonly areas = $derived.by(() => this.#rowsOf("area", (code) => this.#names[code] ?? code));
  readonly values = $derived.by(() => valuesByCode(this.areas, this.#explorer.measure));
  readonly shades = $derived.by(() =>
    shadesOf(this.whole.by.area.map((count) => count[this.#explorer.measure])),
  );

  /** Whether a year was still running when the file was made. */
  isPart(year: number): boolean {
    return year > this.#lastWhole;
  }

  told({ incidents, people }: Count): string {
    if (incidents === 0) return this.#t.say("events.nothing");
    return `${this.#t.say("events.incidents", { count: incidents })}, ${this.#t.say("events.people", { count: people })}`;
  }

  #rowsOf(facet: "route" | "cause" | "area", name: (code: string) => string) {
    const { cube, counted } = this.#explorer;
    return cube.codes[facet]
      .map((code, index) => ({
        code,
        name: name(code),
        all: this.whole.by[facet][index]?.people ?? 0,
        ...(counted.by[facet][index] ?? { incidents: 0, people: 0 }),
      }))
      .sort((a, b) => b.all - a.all || this.#t.compare(a.name, b.name));
  }
}
