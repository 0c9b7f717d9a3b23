import type { Catalog } from "@yeelen/dataset/plain";
import { fetchJson } from "../data/load-view.ts";
import { toolWords } from "../tools/tool-words.ts";
import type { Published } from "./chart-kind.ts";
import { languageTag } from "./language.ts";
import type { Settings } from "./settings.ts";

/** Says in one line, in the element's language, if the catalogue has superseded or withdrawn a pinned figure's release. */
export async function tellStanding(
  element: HTMLElement,
  { dataset, release, releases = `${dataset}/${release}` }: Published,
  { src, field }: Settings,
): Promise<void> {
  const root = element.shadowRoot;
  if (!field("release") || !root || root.querySelector(".status")) return;
  const catalog = await fetchJson<Catalog>(new URL("catalog.json", src), (...call) => fetch(...call));
  const held = new Set(releases.split(" "));
  const outdated = catalog.datasets.flatMap((one) =>
    one.releases.filter(
      ({ release: id, status }) =>
        held.has(`${one.dataset}/${id}`) && (status === "superseded" || status === "withdrawn"),
    ),
  );
  if (outdated.length === 0) return;
  const words = await toolWords(languageTag(element));
  const text = outdated.map(({ status, erratum }) => {
    const by = erratum?.by ? ` ${words.newer.replace("{release}", erratum.by)}` : "";
    return `${words[status as "superseded" | "withdrawn"]} ${erratum?.reason ?? ""}${by}`;
  });
  if (root.querySelector(".status")) return;
  const line = element.ownerDocument.createElement("p");
  line.className = "status over";
  line.setAttribute("part", "status");
  line.setAttribute("role", "status");
  write(line, words, text.join(" "));
  root.append(line);
}

/** The line that says why a saved figure stays, in the element's language; it stands there in English until then. */
export async function restate(line: HTMLElement, element: HTMLElement, message: string): Promise<void> {
  const words = await toolWords(languageTag(element));
  write(
    line,
    words,
    words.stays.replace("{message}", () => message),
  );
}

function write(line: HTMLElement, { locale, dir }: { locale: string; dir: string }, text: string): void {
  line.textContent = text;
  line.lang = locale;
  line.dir = dir;
}
