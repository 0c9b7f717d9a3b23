import type { ChartOptions } from "@yeelen/charts";
import { translateAbout } from "@yeelen/charts/translations";
import type { About } from "@yeelen/dataset/plain";
import { loadTextsOf } from "../data/load-texts.ts";
import type { ChartKind, Published } from "../element/chart-kind.ts";
import { sheetOf, pictureSheets } from "../element/styles.ts";
import { readerActions, type ReaderActions } from "./reader-actions.ts";
import { citationStyles, type CitationStyle } from "./citation.ts";
import { languageNames, toolWords, type ToolWords } from "./tool-words.ts";
import type { Settings } from "../element/settings.ts";
import { addSoundRow } from "./sound-row.ts";

export interface ToolsRequest {
  readonly element: HTMLElement & { fullAnswer(data: never): Promise<unknown> };
  readonly kind: Pick<ChartKind<never, never>, "picture" | "figure">;
  readonly data: Published;
  readonly settings: Settings;
  readonly options: ChartOptions;
  readonly signal: AbortSignal;
  /** Called when the tools stand there: a reader has turned to the figure. */
  look(): void;
}

const sheet = sheetOf(
  () => `
:host{display:block!important}
.tools{font-size:15px;line-height:1.45;padding-block:12px}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:8px;margin:0 0 8px}
.row>span:first-child{min-inline-size:6.5rem;color:var(--y-quiet)}
button,select{font:inherit;color:var(--y-link);background:none;border:1px solid var(--y-hairline);border-radius:2px;min-block-size:44px;min-inline-size:44px;padding:4px 12px;cursor:pointer}
:is(button,select):focus-visible{outline:2px solid var(--y-link);outline-offset:2px}
.said{min-block-size:1.45em;margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
dl{margin:8px 0 0;max-inline-size:68ch}
dt{color:var(--y-quiet)}
dd{margin:0 0 8px}
@media print{.tools{display:none}}
`,
);

/** Puts the reader's tools below what an opened figure's details hold; they go when the signal says so. */
export async function openTools(details: HTMLDetailsElement, request: ToolsRequest): Promise<void> {
  const { element, options, signal, settings } = request;
  const [words, texts] = await Promise.all([
    toolWords(options.locale),
    loadTextsOf(settings, options.locale),
  ]);
  if (signal.aborted) return;
  const document = element.ownerDocument;
  const holder = document.createElement("div");
  const shadow = holder.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [...pictureSheets(), sheet()];
  const tools = make(document, "div", "yeelen-picture tools");
  tools.lang = words.locale;
  tools.dir = words.dir;
  tools.setAttribute("part", "tools");
  if (settings.theme && settings.theme !== "auto") tools.dataset["theme"] = settings.theme;
  const said = make(document, "p", "said");
  said.setAttribute("role", "status");
  const actions = readerActions(request);
  const abouts = [request.data, ...(request.data.others ?? [])].map(({ about }) => about);
  tools.append(
    ...rows(document, words, actions, say),
    languageRow(document, words, element),
    said,
    counted(
      document,
      words,
      abouts.map((about) => translateAbout(about, texts)),
      abouts,
      details,
    ),
  );
  shadow.append(tools);
  details.append(holder);
  addSoundRow(said, { words, actions, signal, make: row }).catch(() => {}); // what cannot be heard is still seen
  signal.addEventListener("abort", () => holder.remove());
  request.look();

  function say(action: () => Promise<string | void>): void {
    said.textContent = "…";
    action().then(
      (text) => (said.textContent = text ?? words.saved),
      (error: unknown) =>
        (said.textContent = `${words.failed} (${error instanceof Error ? error.message : String(error)})`),
    );
  }
}

function rows(
  document: Document,
  words: ToolWords,
  actions: ReaderActions,
  say: (action: () => Promise<string | void>) => void,
): HTMLElement[] {
  const button = (text: string, action: () => Promise<string | void>) => {
    const one = make(document, "button", "");
    one.setAttribute("type", "button");
    one.textContent = text;
    one.addEventListener("click", () => say(action));
    return one;
  };
  const copied = (copy: () => Promise<string>) => async () => {
    const text = await copy();
    try {
      await navigator.clipboard.writeText(text);
      return `${words.copied} ${text}`;
    } catch {
      return text; // a page may keep its clipboard: the text stands there to be selected
    }
  };
  const files = [
    button("CSV", actions.saveCsv),
    ...(actions.saveSvg ? [button("SVG", actions.saveSvg)] : []),
    ...(actions.savePng ? [button("PNG", actions.savePng)] : []),
    button("XLSX", actions.saveXlsx),
  ];
  const cite = (style: CitationStyle) =>
    button(
      style,
      copied(() => actions.citation(style)),
    );
  return [
    row(document, words.download, files),
    row(document, words.copy, [button(words.link, copied(actions.link))]),
    row(document, words.cite, citationStyles.map(cite)),
  ];
}

/** A reader's choice of language is an attribute of the element: its words come anew in that language. */
function languageRow(document: Document, words: ToolWords, element: HTMLElement): HTMLElement {
  const select = make(document, "select", "");
  select.setAttribute("aria-label", words.language);
  for (const [tag, name] of Object.entries(languageNames)) {
    const option = make(document, "option", "");
    option.setAttribute("value", tag);
    option.lang = tag;
    option.textContent = name;
    option.toggleAttribute("selected", words.locale === tag);
    select.append(option);
  }
  select.addEventListener("change", () => element.setAttribute("lang", select.value));
  return row(document, words.language, [select]);
}

/** How this is counted: the definitions unless they stand there, what to mind, how it was protected, whose figures they are. */
function counted(
  document: Document,
  words: ToolWords,
  abouts: readonly About[],
  english: readonly About[],
  around: Element,
): HTMLElement {
  const list = make(document, "dl", "");
  const sources = abouts.flatMap((about) =>
    about.sources.map((one) => `${one.publisher}, ${one.title}, ${one.release}. ${one.licence}`),
  );
  const definition = (about: About) =>
    abouts.length > 1 ? `${about.title}: ${about.definition}` : about.definition;
  const entries: [string, readonly string[]][] = [
    [words.counted, abouts.map(definition).filter((text) => !around.textContent.includes(text))],
    [words.mind, abouts.flatMap(({ caveats }) => caveats)],
    [words.protected, abouts.map(({ protection }) => protection)],
    [words.source, sources],
  ];
  const untranslated = new Set([
    ...english.flatMap((about) => [definition(about), ...about.caveats, about.protection]),
    ...sources,
  ]);
  for (const [term, texts] of entries) {
    const said = [...new Set(texts)].filter(Boolean);
    if (said.length === 0) continue;
    const name = make(document, "dt", "");
    name.textContent = term;
    list.append(
      name,
      ...said.map((text) => {
        const one = make(document, "dd", "");
        one.textContent = text;
        one.lang = untranslated.has(text) ? "en" : words.locale;
        one.dir = "auto";
        return one;
      }),
    );
  }
  return list;
}

function row(document: Document, text: string, controls: readonly HTMLElement[]): HTMLElement {
  const one = make(document, "div", "row");
  const name = make(document, "span", "");
  name.textContent = text;
  one.setAttribute("role", "group");
  one.setAttribute("aria-label", text);
  one.append(name, ...controls);
  return one;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  name: string,
): HTMLElementTagNameMap[Tag] {
  const one = document.createElement(tag);
  if (name) one.className = name;
  return one;
}
