import type { StorybookConfig } from "@storybook/svelte-vite";

const config: StorybookConfig = {
  stories: ["../stories/**/*.stories.svelte"],
  addons: ["@storybook/addon-svelte-csf", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  framework: "@storybook/svelte-vite",
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
