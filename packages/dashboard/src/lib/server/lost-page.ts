import { languages, type LanguageTag } from "$lib/language/languages.ts";
import { origin } from "$lib/origin.ts";

/** Where the page of a language that says that there is no page stands, below the site's own path. */
export const lostPage = (tag: string) => `${tag}/404`;

const tags = languages.map(({ tag }) => tag).join("|");

/**
 * Lets such a page be sent for any address, however deep: its links start where it stands itself. Where that is, is known
 * from the address it is shown at, if a language is in it, else from the site's own.
 */
export function fromAnyAddress(html: string, tag: LanguageTag): string {
  const root = origin === "" ? "/" : new URL(origin).pathname;
  const base = `<base href="${root}${lostPage(tag)}"><script>${find}</script>`;
  return html.replace(/<meta charset="utf-8" ?\/?>/, (charset) => `${charset}${base}`);
}

/** Links to a part of the page stay on it: a base would lead them away. */
const find = `{
  const [, root] = /^(.*?\\/)(?:${tags})\\//.exec(location.pathname) ?? [];
  const base = document.querySelector("base");
  if (root) base.setAttribute("href", base.getAttribute("href").replace(/^.*\\/(?=[a-z]+\\/404$)/, root));
  addEventListener("click", (event) => {
    const part = event.target.closest?.('a[href^="#"]');
    if (!part) return;
    event.preventDefault();
    location.hash = part.getAttribute("href");
  });
}`;

/**
 * One page for hosts that know one alone: the first language's, which takes the content of another in its place where the
 * address names it, or where it names none and the reader's browser does.
 */
export function inAllLanguages(pages: ReadonlyMap<LanguageTag, string>): string {
  const [[first, page] = ["en", ""] as const, ...others] = pages;
  const templates = others.map(([tag, html]) => {
    const { title, content } = partsOf(html);
    return `<template data-lang="${tag}" data-dir="${languages.find((one) => one.tag === tag)?.dir}" data-title="${title}">${content}</template>`;
  });
  return page.replace("</body>", () => `${templates.join("\n")}<script>${choose(first)}</script></body>`);
}

function partsOf(html: string): { title: string; content: string } {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  const content = /<div class="page">([^]*)<\/div>\s*<\/body>/.exec(html)?.[1];
  if (title === undefined || content === undefined)
    throw new Error("a page that says that there is no page has no title or no content; see app.html");
  return { title, content };
}

const choose = (first: LanguageTag) => `{
  const [, named] = /\\/(${tags})\\//.exec(location.pathname) ?? [];
  const spoken = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => "${tags}".split("|").includes(tag));
  const tag = named ?? spoken ?? "${first}";
  const template = document.querySelector("template[data-lang=" + tag + "]");
  if (template) {
    document.querySelector(".page").replaceChildren(template.content.cloneNode(true));
    document.title = template.dataset.title;
    Object.assign(document.documentElement, { lang: tag, dir: template.dataset.dir });
  }
}`;
