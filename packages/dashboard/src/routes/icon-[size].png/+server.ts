import { error } from "@sveltejs/kit";
import icon from "../../../static/icon.svg?raw";
import { pngOf } from "$lib/server/picture/png.ts";
import type { EntryGenerator, RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

/** Pixels by the name in the address; the last leaves room for the shape that a system cuts out of it. */
const sizes: Readonly<Record<string, { readonly pixels: number; readonly inset: number }>> = {
  "180": { pixels: 180, inset: 0 },
  "192": { pixels: 192, inset: 0 },
  "512": { pixels: 512, inset: 0 },
  "maskable-512": { pixels: 512, inset: 0.12 },
};

export const entries: EntryGenerator = () => Object.keys(sizes).map((size) => ({ size }));

/** The mark of the site as a PNG, for home screens. */
export const GET: RequestHandler = async ({ params }) => {
  const size = sizes[params.size];
  if (!size) error(404);
  const { pixels, inset } = size;
  const inner = pixels * (1 - 2 * inset);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}"><rect width="${pixels}" height="${pixels}" fill="#17171a"/><g transform="translate(${pixels * inset} ${pixels * inset}) scale(${inner / 32})">${icon.replace(/^<svg[^>]*>|<\/svg>\s*$/g, "")}</g></svg>`;
  return new Response(await pngOf(svg), { headers: { "content-type": "image/png" } });
};
