import type { Catalog } from "@yeelen/dataset/plain";
import { fetchJson } from "../data/load-view.ts";
import type { Settings } from "../element/settings.ts";
import { languageNames } from "./tool-words.ts";

const questionFields = ["areas", "period", "by", "where", "measure", "order", "limit"] as const;

/** A release as a link names it: `<dataset>/<release>`, or several separated by spaces. */
export interface LinkOptions {
  readonly release: string;
  /** Of the reader; English where the site does not speak it. */
  readonly locale: string | undefined;
}

/**
 * The page of the publishing site, which is where the folder of the data is, that shows the same figures of the same
 * release: one question's are checked there against the digest in the link, or, where the catalogue that knows the
 * digest does not come, stand on their indicator's page; several indicators' are a sheet, events a time axis.
 */
export async function pinnedLink(
  settings: Pick<Settings, "src" | "field">,
  { release, locale = "en" }: LinkOptions,
): Promise<string> {
  const { src, field } = settings;
  const [language = "en"] = locale.split("-");
  const site = new URL(`../${Object.hasOwn(languageNames, language) ? language : "en"}/`, src);
  const indicator = field("indicator") ?? "response-events";
  if (indicator === "response-events") return new URL("response/", site).href;
  if (/\s/.test(indicator.trim())) return pinnedSheet(site, field, release);
  const manifest = await digestOf(src, release).catch(() => undefined);
  const link = new URL(manifest ? "verify/" : `indicator/${encodeURIComponent(indicator)}/`, site);
  const parameters: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ["indicator", manifest && indicator],
    ...questionFields.map((name) => [name, field(name)] as const),
    ["release", release],
    ["manifest", manifest],
  ];
  for (const [name, value] of parameters) if (value) link.searchParams.set(name, value);
  return link.href;
}

/** SHA-256 of a release's manifest, in hexadecimal digits, as the catalogue has it. */
async function digestOf(src: URL, release: string): Promise<string | undefined> {
  const catalog = await fetchJson<Catalog>(new URL("catalog.json", src), (...call) => fetch(...call));
  const [dataset, id] = release.split("/");
  return catalog.datasets.find((one) => one.dataset === dataset)?.releases.find((one) => one.release === id)
    ?.sha256;
}

/** The sheet where several indicators stand side by side. */
function pinnedSheet(site: URL, field: Settings["field"], release: string): string {
  const link = new URL("compare/", site);
  const areas = field("areas");
  if (areas && !/all|programme|region/.test(areas)) link.searchParams.set("areas", areas);
  link.searchParams.set("indicators", (field("indicator") ?? "").trim().split(/\s+/).join(" "));
  if (field("measure") === "rate") link.searchParams.set("as", "rate");
  link.searchParams.set("release", release);
  return link.href;
}
