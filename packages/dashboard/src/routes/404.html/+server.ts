import { languages } from "$lib/language/languages.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

/**
 * What a host sends where there is no page: in all languages, or in that of the address. It knows neither how deep it is
 * shown nor under which path the site stands, so it brings everything along and finds the way home from its address.
 */
export const GET: RequestHandler = async () => {
  const sections = await Promise.all(
    languages.map(async ({ tag, dir }) => {
      const t = await tellerOf(tag);
      return `<section lang="${tag}" dir="${dir}"><h1>${t.say("site.error.title")}</h1><p>${t.say("site.error.missing")}</p><p><a href="/${tag}/">${t.say("site.error.home")}</a></p></section>`;
    }),
  );
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Yeelen</title>
<style>${styles}</style>
</head>
<body>
<main>
${sections.join("\n")}
</main>
<script>${script}</script>
</body>
</html>
`;
  return new Response(body, { headers: { "content-type": "text/html; charset=utf-8" } });
};

const styles = `html{background:#fbfaf6;color:#1c1b18;font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}body{margin:0}main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 4rem}section{padding:1.5rem 0;border-top:2px solid}h1{margin:0;font:600 1.625rem/1.25 Georgia,serif}p{margin:.75rem 0 0}a{color:#1a5a96}@media (prefers-color-scheme:dark){html{background:#16171a;color:#edeae2}a{color:#8fbdec}}`;

const script = `const [, base, lang] = /^(.*?\\/)(${languages.map(({ tag }) => tag).join("|")})\\//.exec(location.pathname) ?? [];
for (const section of document.querySelectorAll("section")) {
  if (lang && section.lang !== lang) section.remove();
  else if (base) section.querySelector("a").href = base + section.lang + "/";
}
if (lang) { document.documentElement.lang = lang; document.documentElement.dir = document.querySelector("section").dir; }`;
