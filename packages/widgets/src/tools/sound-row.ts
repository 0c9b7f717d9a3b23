import type { ReaderActions } from "./reader-actions.ts";
import type { ToolWords } from "./tool-words.ts";

interface SoundRowRequest {
  readonly words: ToolWords;
  readonly actions: Pick<ReaderActions, "audible">;
  /** When it aborts, nothing sounds any more. */
  readonly signal: AbortSignal;
  make(document: Document, text: string, controls: readonly HTMLElement[]): HTMLElement;
}

/** Puts a control that plays a series as sound before the line where the tools answer; none where nothing can be heard. */
export async function addSoundRow(
  said: HTMLElement,
  { words, actions, signal, make }: SoundRowRequest,
): Promise<void> {
  const audible = await actions.audible();
  const [first] = audible;
  if (!first || signal.aborted) return;
  const document = said.ownerDocument;
  const select = document.createElement("select");
  select.setAttribute("aria-label", words.sound);
  select.append(
    ...audible.map(([point], place) => {
      const option = document.createElement("option");
      option.setAttribute("value", String(place));
      option.textContent = point?.label ?? "";
      return option;
    }),
  );
  const button = document.createElement("button");
  button.setAttribute("type", "button");
  button.textContent = words.listen;
  let sounding: AbortController | undefined;
  const stop = () => sounding?.abort();
  const listen = async () => {
    const { signal: mine } = (sounding = new AbortController());
    button.textContent = words.stop;
    try {
      const { soundOut } = await import("../sound/sound-out.ts");
      const series = audible[Number(select.value)] ?? first;
      await soundOut({
        series,
        locale: words.locale,
        signal: mine,
        say: (text) => (said.textContent = text),
      });
    } finally {
      sounding = undefined;
      button.textContent = words.listen;
    }
  };
  button.addEventListener("click", () => (sounding ? stop() : void listen().catch(() => {})));
  signal.addEventListener("abort", stop);
  const row = make(document, words.sound, [...(audible.length > 1 ? [select] : []), button]);
  row.addEventListener("keydown", ({ key }) => key === "Escape" && stop());
  said.before(row);
}
