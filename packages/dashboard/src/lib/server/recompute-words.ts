import type { Teller } from "$lib/language/teller.ts";

export type RecomputeWords = ReturnType<typeof recomputeWords>;

/** What `Recompute.svelte` says, in one language; `{slots}` are filled in the browser. */
export function recomputeWords(t: Teller) {
  return {
    title: t.say("explore.recompute"),
    text: t.say("recompute.text", { release: "{release}" }),
    cost: t.say("recompute.cost"),
    run: t.say("recompute.run"),
    stop: t.say("engine.cancel"),
    running: t.say("recompute.running"),
    engine: t.say("engine.engine", { loaded: "{loaded}", total: "{total}" }),
    data: t.say("engine.data", { loaded: "{loaded}", total: "{total}" }),
    equal: t.say("recompute.equal", { rows: "{rows}" }),
    unequal: t.say("recompute.unequal"),
    failed: t.say("recompute.failed", { problem: "{problem}" }),
    rows: t.say("recompute.rows"),
    published: t.say("recompute.published"),
    computed: t.say("recompute.computed"),
    more: t.say("recompute.more", { shown: "{shown}", rows: "{rows}" }),
    statement: t.say("recompute.statement"),
    digest: t.say("explore.digest"),
    noscript: t.say("recompute.noscript"),
    fetching: t.say("explore.waiting"),
    elsewhere: t.say("recompute.later.noscript"),
  };
}
