import { resolve } from "$app/paths";
import type { SvgElement } from "@yeelen/charts";
import { standaloneText } from "$lib/charts/kind-pen.ts";
import { base64 } from "./base64.ts";
import { embedLines, type EmbedLines, type EmbedRequest } from "./embed-lines.ts";
import { catalogHere } from "./engine-here.ts";

const hashes = new Map<string, Promise<string>>();

/** The lines for a chart, reading from where this page was loaded. */
export async function embedLinesHere(request: EmbedRequest): Promise<EmbedLines> {
  const site = new URL(resolve("/"), location.href);
  const integrityOf = (file: string) => remembered(new URL(`widgets/${file}`, site).href);
  return embedLines(request, { site, catalog: await catalogHere(), integrityOf });
}

/** The picture's two files. */
export async function pictureFiles(picture: SvgElement): Promise<{ readonly svg: Blob; readonly png: Blob }> {
  const { paintTree } = await import("@yeelen/widgets/tools/paint-tree");
  const canvas = document.createElement("canvas");
  paintTree(picture, canvas, 2);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!png) throw new Error("png: this browser writes no picture");
  return { svg: new Blob([standaloneText(picture)], { type: "image/svg+xml" }), png };
}

function remembered(address: string): Promise<string> {
  let hash = hashes.get(address);
  if (!hash) {
    hash = hashOf(address);
    hashes.set(address, hash);
    hash.catch(() => hashes.delete(address));
  }
  return hash;
}

async function hashOf(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no script: ${address} answered ${response.status}`);
  return `sha384-${base64(new Uint8Array(await crypto.subtle.digest("SHA-384", await response.arrayBuffer())))}`;
}
