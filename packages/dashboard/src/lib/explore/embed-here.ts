import { resolve } from "$app/paths";
import { toAttributes } from "@yeelen/query/views";
import { penOf, type ChartRequest, type DrawOptions } from "$lib/charts/draw.ts";
import type { LanguageTag } from "$lib/language/languages.ts";

/** The lines that put a chart of this site on another page, pinned to its release and to the hash of every file. */
export async function embedHere(
  request: ChartRequest,
  options: DrawOptions,
  lang: LanguageTag,
): Promise<string> {
  const { query, provenance } = request.asked.answer;
  const [view] = provenance.files;
  if (!view) throw new Error(`no file: the answer about ${query.indicator} names none`);
  const site = new URL(resolve("/"), location.href);
  const script = new URL("widgets/yeelen-line.js", site).href;
  const pen = await penOf(lang);
  return pen.embed(request, options, {
    script,
    integrity: await integrityOf(script),
    attributes: {
      src: new URL("data/", site).href,
      ...toAttributes({ ...query, release: `${provenance.dataset}/${provenance.release}` }),
      integrity: `sha256-${base64(fromHex(view.sha256))}`,
      ...(options.chosen === undefined ? {} : { chosen: options.chosen }),
      ...(lang === "en" ? {} : { lang }),
    },
  });
}

async function integrityOf(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no script: ${address} answered ${response.status}`);
  return `sha384-${base64(new Uint8Array(await crypto.subtle.digest("SHA-384", await response.arrayBuffer())))}`;
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
