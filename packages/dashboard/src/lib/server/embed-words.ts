import { areas } from "@yeelen/dataset";
import type { DrawnKind } from "$lib/charts/kind-pen.ts";
import type { Teller } from "$lib/language/teller.ts";
import { explorerWords } from "./explorer-words.ts";

export type EmbedWords = ReturnType<typeof embedWords>;

/** What the page that makes embed code says, in one language. */
export function embedWords(t: Teller, kinds: readonly DrawnKind[]) {
  const { obstacles, unable, ...explorer } = explorerWords(t);
  const alone = ["dot", "matrix", "stat"] as const;
  return {
    title: t.say("embed.title"),
    description: t.say("embed.description"),
    lead: t.say("embed.lead"),
    noscript: t.say("embed.noscript"),
    indicator: t.say("embed.indicator"),
    kind: t.say("embed.kind"),
    kinds: kinds.map((kind) => {
      const own = alone.find((one) => one === kind);
      return { kind, name: own ? t.say(`embed.kind.${own}`) : (explorer.kinds[kind] ?? kind) };
    }),
    obstacles,
    unable,
    areas: explorer.areas,
    all: explorer.all,
    none: explorer.none,
    done: explorer.done,
    empty: explorer.empty,
    first: explorer.first,
    last: explorer.last,
    by: explorer.byLabel,
    byNone: explorer.byNone,
    only: explorer.onlyLabel,
    onlyNone: explorer.onlyNone,
    measure: explorer.measure,
    forward: explorer.chosenLabel,
    forwardNone: explorer.chosenNone,
    areaNames: Object.fromEntries(areas.map(({ code }) => [code, t.area(code)])),
    beside: t.say("embed.beside"),
    besideNone: t.say("embed.beside.none"),
    show: t.say("embed.show"),
    shows: {
      figures: t.say("embed.show.figures"),
      completeness: t.say("embed.show.completeness"),
    },
    lang: t.say("embed.lang"),
    theme: t.say("embed.theme"),
    themes: {
      auto: t.say("embed.theme.auto"),
      light: t.say("embed.theme.light"),
      dark: t.say("embed.theme.dark"),
    },
    heading: t.say("embed.heading"),
    figures: t.say("embed.figures"),
    pinned: t.say("embed.pinned"),
    following: t.say("embed.following"),
    form: t.say("embed.form"),
    forms: {
      element: t.say("embed.form.element"),
      frame: t.say("embed.form.frame"),
      image: t.say("embed.form.image"),
    },
    preview: t.say("embed.preview"),
    phone: t.say("embed.width.phone"),
    desk: t.say("embed.width.desk"),
    waiting: t.say("embed.waiting"),
    alive: t.say("embed.alive"),
    dead: t.say("embed.dead", { problem: "{problem}" }),
    code: t.say("explore.embed.code"),
    copy: t.say("explore.embed.copy"),
    copied: t.say("explore.link.done"),
    policy: t.say("embed.policy"),
    imageText: t.say("embed.image.text"),
    imageTable: t.say("embed.image.table"),
    svg: t.say("explore.download.svg"),
    png: t.say("explore.download.png"),
    engine: t.say("embed.engine"),
    explore: t.say("embed.explore"),
  };
}
