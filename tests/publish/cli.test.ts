import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { InputError, oneLine, Refusal } from "../../packages/publish/src/errors.ts";
import { emptyFolder, runYeelen } from "./import/run-import.ts";

const run = (...args: string[]) => runYeelen(emptyFolder(), args);
const bin = join(import.meta.dirname, "../../packages/publish/bin/yeelen.mjs");

describe("yeelen", () => {
  test("--help lists the commands and the exit codes, and so does each command for itself", async () => {
    const { code, stdout, stderr } = await run("--help");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Exit codes: 0 fine, 1 the answer is no, 2 bad input.");
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? "");
    expect(commands).toEqual(
      expect.arrayContaining(["import", "publish", "verify", "query", "diff", "serve"]),
    );
    for (const command of commands) {
      const help = await run(command, "--help");
      expect([command, help.code, help.stderr]).toEqual([command, 0, ""]);
      expect(help.stdout).toContain(`Usage: yeelen ${command}`);
    }
  });

  test.each([
    [["nonsense"], /^yeelen: unknown command 'nonsense'/],
    [["import"], /^yeelen: required option '--out <folder>' not specified/],
    [["import", "un-wpp", "--out", "x"], /^yeelen: missing required argument 'file'/],
    [
      ["import", "un-wpp", "a.csv", "--out", "x", "--relaese", "1"],
      /^yeelen: unknown option '--relaese'.*--release/,
    ],
    [
      ["import", "un-wpp", "a.csv", "--out", "x"],
      /^yeelen: cannot read file: .*a\.csv: there is no such file/,
    ],
  ])("%j is bad input: exit code 2 and one line", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test("runs as a program: its exit code reaches the shell, its errors have no stack", async () => {
    const failed = await promisify(execFile)(process.execPath, [
      bin,
      "import",
      "un-wpp",
      bin,
      "--out",
      emptyFolder(),
    ]).then(
      () => null,
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed?.stderr).toMatch(/^yeelen: [^\n]+\n$/);
  });
});

test("oneLine(error) is one line whatever the error says; errors keep their cause", () => {
  expect(oneLine(new InputError("a:\n  b\r\n c"))).toBe("a: b c");
  expect(oneLine("plain")).toBe("plain");
  const cause = new Error("why");
  expect(new InputError("x", { cause }).cause).toBe(cause);
  expect(new Refusal("no").name).toBe("Refusal");
});
