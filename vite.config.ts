import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { chromiumFlags, systemChromium } from "./scripts/browser.mjs";

const fixed = { TZ: "UTC", LANG: "en_US.UTF-8" };

const executablePath = systemChromium();

/** A browser whose reader has a dark or a light screen, or has the system's own colours forced on every page. */
const provider = (colours: { colorScheme?: "dark"; forcedColors?: "active" } = {}) =>
  playwright({
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
    contextOptions: { reducedMotion: "reduce", timezoneId: "UTC", ...colours },
  });

const chromium = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: provider(),
  instances: [{ browser: "chromium" as const }],
};

/** What axe faults in one it may not in another. */
const otherColours = {
  ...chromium,
  instances: [
    { browser: "chromium" as const, name: "dark", provider: provider({ colorScheme: "dark" }) },
    { browser: "chromium" as const, name: "forced", provider: provider({ forcedColors: "active" }) },
  ],
};

const stories = () => [
  svelte({ configFile: false }),
  storybookTest({ configDir: fileURLToPath(new URL(".storybook", import.meta.url)) }),
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/**/*.{browser,e2e,long}.test.ts"],
          environment: "node",
          env: fixed,
          // importing the packages anew for each file took half of the time
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: "browser", include: ["tests/**/*.browser.test.ts"], browser: chromium } },
      {
        test: {
          name: "e2e",
          include: ["tests/**/*.e2e.test.ts"],
          environment: "node",
          env: fixed,
          globalSetup: "tests/served-site.ts",
          setupFiles: "tests/each-e2e-file.ts",
          // all files of a worker share its modules and its browser
          isolate: false,
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { plugins: stories(), test: { name: "storybook", browser: chromium } },
      { plugins: stories(), test: { name: "storybook-colours", browser: otherColours } },
      {
        test: {
          name: "long",
          include: ["tests/**/*.long.test.ts"],
          environment: "node",
          env: fixed,
          globalSetup: "tests/served-site.ts",
          setupFiles: "tests/each-e2e-file.ts",
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
