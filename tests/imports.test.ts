import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Which packages of ours each package may import, whole or by one entry. */
const allowed: Record<string, readonly string[]> = {
  dataset: [],
  disclosure: [],
  query: ["dataset"],
  charts: ["dataset"],
  publish: ["dataset", "disclosure", "query", "charts"],
  widgets: ["charts", "dataset", "query/views", "query/export/comparison"],
  dashboard: ["charts", "query", "dataset", "widgets"],
};

/** Packages that stay free of the schema library: charts and widgets take types and plain lists only. */
const plainOnly = new Set(["charts", "widgets"]);

for (const name of Object.keys(allowed))
  test(`packages/${name} imports only what stands left of it`, () => {
    for (const { file, specifier, typeOnly } of importsOf(name)) {
      const problem = problemWith(name, specifier, typeOnly);
      expect(problem, `${file}: import of ${specifier}`).toBeUndefined();
    }
  });

test("problemWith(name, specifier) refuses an arrow that points the wrong way", () => {
  expect(problemWith("dataset", "@yeelen/query", false)).toBeDefined();
  expect(problemWith("charts", "@yeelen/dataset", false)).toBeDefined();
  expect(problemWith("charts", "@yeelen/dataset", true)).toBeUndefined();
  expect(problemWith("widgets", "@yeelen/query", false)).toBeDefined();
  expect(problemWith("query", "../../publish/src/index.ts", false)).toBeDefined();
});

function problemWith(name: string, specifier: string, typeOnly: boolean): string | undefined {
  if (/^\.\.?\//.test(specifier))
    return /(^|\/)packages\//.test(specifier) || /\.\.\/[a-z]+\/src\//.test(specifier)
      ? "a relative path into another package: import it by its name"
      : undefined;
  const target = /^@yeelen\/(.+)$/.exec(specifier)?.[1];
  if (target === undefined || target.split("/")[0] === name) return undefined;
  const targets = allowed[name] ?? [];
  if (!targets.some((entry) => target === entry || target.startsWith(`${entry}/`)))
    return `packages/${name} may import ${targets.join(", ") || "none of our packages"}`;
  if (plainOnly.has(name) && target === "dataset" && !typeOnly)
    return "only types: take values from @yeelen/dataset/plain, which has no schema library";
  return undefined;
}

function importsOf(name: string): { file: string; specifier: string; typeOnly: boolean }[] {
  const folder = join("packages", name, "src");
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;"']*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s*["']([^"']+)["']/g;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|svelte|js)$/.test(path))
    .flatMap((path) => {
      const file = join(folder, path);
      return [...readFileSync(file, "utf8").matchAll(pattern)].map((match) => ({
        file,
        specifier: match[2] ?? match[3] ?? match[4] ?? "",
        typeOnly: match[1] !== undefined,
      }));
    });
}
