import type { Phrases } from "../language/phrases.ts";
import { failureOf, type Failure } from "./failure.ts";
import type { KnownRelease } from "../story/sheet.ts";
import type { SheetCells } from "../story/sheet-column.ts";

/** What a pinned column has: its figures, or why it has none. */
export type PinnedColumn =
  | { readonly state: "shown"; readonly release: string; readonly cells: SheetCells }
  | { readonly state: "waiting" | "unknown"; readonly release: string }
  | { readonly state: "withdrawn"; readonly release: string; readonly reason: string | null }
  | { readonly state: "failed"; readonly release: string; readonly failure: Failure };

export interface PinnedSheetOptions {
  readonly releases: readonly KnownRelease[];
  readonly phrases: Phrases;
  readonly lang: string;
}

interface Wanted {
  readonly id: string;
  readonly dataset: string;
}

/** The columns of a sheet that is pinned to releases: asked of those releases, and of no other. */
export class PinnedSheet {
  #abort: AbortController | undefined;
  #asked = "";
  /** By indicator; one that is not here follows the newest release. */
  columns = $state.raw<Readonly<Record<string, PinnedColumn | undefined>>>({});

  get waiting(): boolean {
    return Object.values(this.columns).some((one) => one?.state === "waiting");
  }

  get failures(): readonly (PinnedColumn & { state: "failed" })[] {
    return Object.values(this.columns).filter((one) => one?.state === "failed");
  }

  /** Reads what `pinned` holds of `columns`. The same wish twice is read once, unless it is `again`. */
  async follow(
    pinned: readonly string[],
    columns: readonly Wanted[],
    options: PinnedSheetOptions,
    { again = false } = {},
  ): Promise<void> {
    const wishes = columns.flatMap(({ id, dataset }) => {
      const release = pinned.find((one) => one.split("/")[0] === dataset);
      return release === undefined ? [] : [{ id, release }];
    });
    const key = JSON.stringify([wishes, options.lang]);
    if (key === this.#asked && !again) return;
    this.#asked = key;
    this.#abort?.abort(new Error("another sheet"));
    const abort = (this.#abort = new AbortController());
    this.columns = Object.fromEntries(
      wishes.map(({ id, release }) => [id, begun(release, options.releases)]),
    );
    await Promise.all(
      wishes
        .filter(({ id }) => this.columns[id]?.state === "waiting")
        .map(async ({ id, release }) => {
          const column = await read(id, release, options, abort.signal);
          if (!abort.signal.aborted) this.columns = { ...this.columns, [id]: column };
        }),
    );
  }

  stop(): void {
    this.#abort?.abort(new Error("the page was left"));
    this.#asked = "";
  }
}

function begun(release: string, releases: readonly KnownRelease[]): PinnedColumn {
  const known = releases.find(({ id }) => id === release);
  if (!known) return { state: "unknown", release };
  return known.status === "withdrawn"
    ? { state: "withdrawn", release, reason: known.reason }
    : { state: "waiting", release };
}

/** What reads a release is loaded when a sheet is pinned, and not before. */
async function read(
  indicator: string,
  release: string,
  { phrases, lang }: PinnedSheetOptions,
  signal: AbortSignal,
): Promise<PinnedColumn> {
  try {
    const [{ catalogHere }, { pinnedColumn }, { phraseTeller }] = await Promise.all([
      import("./engine-here.ts"),
      import("./pinned-column.ts"),
      import("../language/phrases.ts"),
    ]);
    const t = phraseTeller(phrases, lang);
    const catalog = await catalogHere();
    // the page may be older than the catalogue
    const { entry } = await catalog.release(release);
    if (entry.status === "withdrawn")
      return { state: "withdrawn", release, reason: entry.erratum?.reason ?? null };
    const cells = await pinnedColumn(catalog, { indicator, release }, t, signal);
    return { state: "shown", release, cells };
  } catch (error) {
    return { state: "failed", release, failure: failureOf(error) };
  }
}
