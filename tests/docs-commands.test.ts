import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishFigures, type Published } from "./query/published.ts";
import { yeelen } from "./publish/release/made-workspace.ts";

/*
 * The commands that ask the project's own figures, as they stand in the guides. Left out are `npm …`, which builds or
 * tests everything, and `yeelen serve`, which does not end. Other guides make folders of their own and have their walks
 * in `publish/release/register-walk` and `publish/import/add-a-source`.
 */
const guides = ["README.md", "docs/query.md", "docs/embed.md"];
const leftOut = /^npm |^npx yeelen (serve|--help)/;

const commands = await Promise.all(
  guides.map(async (guide) => {
    const text = await readFile(new URL(`../${guide}`, import.meta.url), "utf8");
    const blocks = [...text.matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
    const lines = blocks.flatMap((block) => block.replaceAll("\\\n", " ").trim().split("\n"));
    return lines.filter((line) => !leftOut.test(line)).map((line) => [guide, line] as const);
  }),
).then((all) => all.flat());

let published: Published;
let folder: string;
beforeAll(async () => {
  published = await publishFigures();
  folder = await mkdtemp(join(tmpdir(), "yeelen-docs-"));
  await mkdir(join(folder, "data"));
  await symlink(published.folder, join(folder, "data/published"), "junction");
  // an embed code carries the hash of its script, whatever that holds
  await mkdir(join(folder, "packages/widgets/dist"), { recursive: true });
  await writeFile(join(folder, "packages/widgets/dist/yeelen-matrix.js"), "export {};\n");
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The words of a command line as a shell splits them: quotes hold blanks together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, one, two, three]) => one ?? two ?? three ?? "",
  );
}

test("the guides hold commands that can be run", () => {
  expect(commands.length).toBeGreaterThanOrEqual(5);
});

test.each(commands)("%s: %s", async (_, line) => {
  const [npx, name, ...args] = wordsOf(line);
  expect([npx, name]).toEqual(["npx", "yeelen"]);
  const { code, stdout, stderr } = await yeelen(folder, ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [question = "", answers] = [
    args[1],
    args[0] === "embed" ? /<yeelen-matrix [\s\S]*<table/ : /\n(MLI|BLR)\b/,
  ];
  expect(question).toContain("indicator");
  expect(stdout).toMatch(answers);
});
