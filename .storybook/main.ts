import { fileURLToPath } from "node:url";
import type { StorybookConfig } from "@storybook/svelte-vite";
import { mergeConfig } from "vite";

const site = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config: StorybookConfig = {
  stories: ["../stories/**/*.stories.svelte"],
  // what the elements read
  staticDirs: [{ from: "../data/published", to: "/data" }],
  addons: ["@storybook/addon-svelte-csf", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  framework: "@storybook/svelte-vite",
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // the site's components find here what SvelteKit gives them there
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: {
        alias: {
          $lib: site("../packages/dashboard/src/lib"),
          "$app/paths": site("app/paths.ts"),
          "$app/navigation": site("app/navigation.ts"),
          "$app/state": site("app/state.ts"),
        },
      },
    }),
};

export default config;
