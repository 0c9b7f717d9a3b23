import { origin } from "$lib/origin.ts";
import type { RequestHandler } from "./$types";

export const prerender = true;

export const GET: RequestHandler = () =>
  new Response(`User-agent: *\nAllow: /\n${origin ? `Sitemap: ${origin}sitemap.xml\n` : ""}`, {
    headers: { "content-type": "text/plain" },
  });
