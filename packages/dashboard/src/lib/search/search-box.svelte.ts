import type { LanguageTag } from "$lib/language/languages.ts";
import type { Entry } from "./entries.ts";
import { openSearch, type OpenSearch } from "./open-search.ts";

/** What a search box holds: what was typed, what was found, and which of it Enter would take. */
export class SearchBoxState {
  readonly #lang: () => LanguageTag;
  #search = $state.raw<OpenSearch>();
  failed = $state(false);
  query = $state("");
  open = $state(false);
  active = $state(0);

  constructor(lang: () => LanguageTag) {
    this.#lang = lang;
  }

  readonly results: readonly Entry[] = $derived.by(() =>
    this.#search && this.query.trim() !== "" ? this.#search.find(this.query) : [],
  );
  readonly shown = $derived(this.open && this.results.length > 0);
  readonly status = $derived.by(() => {
    if (!this.open || this.query.trim() === "" || !this.#search) return "";
    return this.results.length > 0 ? this.#search.count(this.results.length) : this.#search.words.none;
  });

  kindOf({ kind }: Entry): string {
    return this.#search?.words.kinds[kind] ?? "";
  }

  /** Fetches what can be found, when a reader first turns to the box. */
  async load(): Promise<void> {
    try {
      this.#search = await openSearch(this.#lang());
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  change(): void {
    this.open = true;
    this.active = 0;
    void this.load();
  }

  /** One entry down or up, around the ends; the first where the list was closed. */
  step(by: number): boolean {
    const { length } = this.results;
    if (length === 0) return false;
    this.active = this.open ? (this.active + by + length) % length : 0;
    this.open = true;
    return true;
  }

  /** Closes the list, or, where it is closed, empties the box. */
  escape(): void {
    if (this.shown) this.open = false;
    else this.query = "";
  }

  /** Leaves the box with an entry chosen. */
  leave(): void {
    this.open = false;
    this.query = "";
  }
}
