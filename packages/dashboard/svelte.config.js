import adapter from "@sveltejs/adapter-static";
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import { isPublished, siteFolder, withPublishedData } from "./published-data.js";

/** @type {import("@sveltejs/kit").Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: withPublishedData(adapter({ pages: siteFolder, assets: siteFolder, strict: true })),
    paths: { relative: true },
    // a page asks for its service worker once it is awake
    serviceWorker: { register: false },
    // every page brings its styles along: no second request stands between a slow network and the first words
    inlineStyleThreshold: 40_000,
    prerender: {
      handleHttpError: ({ path, message }) => {
        if (!isPublished(path)) throw new Error(message);
      },
      handleMissingId: "fail",
      // oEmbed answers exist where the site was told its own address
      handleUnseenRoutes: ({ routes, message }) => {
        if (routes.some((route) => route !== "/[lang=language]/oembed/[name].json")) throw new Error(message);
      },
    },
  },
};
