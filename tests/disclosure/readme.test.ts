import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { auditTables, parsePolicy } from "../../packages/disclosure/src/index.ts";
import * as disclosure from "../../packages/disclosure/src/index.ts";
import type { TablePolicy } from "../../packages/disclosure/src/index.ts";
import { filesOf } from "./gate.ts";

const readme = await readFile(new URL("../../packages/disclosure/README.md", import.meta.url), "utf8");
const guide = await readFile(new URL("../../docs/disclosure.md", import.meta.url), "utf8");

function blocks(text: string, language: string): string[] {
  return Array.from(
    text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g")),
    ([, code]) => code!,
  );
}

it("the README's example runs and says what its comments say", async () => {
  const [code] = blocks(readme, "ts");
  const said: string[] = [];
  const body = code!.replace(/^import .*$/m, "const { audit, protect, tabulate } = disclosure;");
  const run = new Function("disclosure", "console", `return (async () => { ${body} })();`) as (
    disclosure: object,
    console: object,
  ) => Promise<void>;
  await run(disclosure, { log: (...words: unknown[]) => said.push(words.join(" ")) });
  expect(said.slice(0, 2)).toEqual(["unsafe", "safe true"]);
});

it("the functions that the README names are exported", () => {
  const named = Array.from(readme.matchAll(/^\| (`.*?`) +\|/gm), ([, cell]) => cell!.match(/\w+/g)!).flat();
  expect(named.length).toBeGreaterThan(15);
  for (const name of named) expect(disclosure).toHaveProperty(name);
});

it("the guide's table and policies are what the audit takes", async () => {
  const [text, revised, uncounted, records] = blocks(guide, "json");
  const tables = parsePolicy(text);
  for (const part of [revised, uncounted])
    expect(parsePolicy({ ...JSON.parse(text!), ...JSON.parse(part!) }).kind).toBe("tables");
  expect(parsePolicy(records).kind).toBe("records");
  const report = await auditTables(filesOf({ guide: blocks(guide, "csv")[0]! }), tables as TablePolicy);
  expect(report.private.violations).toEqual([]);
  expect(report.public.verdict).toBe("safe");
});
