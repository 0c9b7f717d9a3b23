import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "clickhouse",
    root: import.meta.dirname,
    include: ["*.suite.ts"],
    // the engine is one for each process, and none may outlive it
    pool: "forks",
    fileParallelism: false,
    env: { TZ: "UTC", LANG: "en_US.UTF-8" },
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
