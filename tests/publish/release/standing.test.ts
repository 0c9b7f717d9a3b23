import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Catalog } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, openPermalink, toPermalink, viewsEngine } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder, writeData, yeelen } from "./made-workspace.ts";

const [earlier, later] = ["made-register/2020-06-01", "made-register/2021-06-01"];
const asked = { indicator: "cases-seen", areas: ["MLI"], period: [2018, 2018] as [number, number] };
const question = (release?: string) => JSON.stringify({ ...asked, ...(release && { release }) });
const reason = ["--reason", "A column was shifted.", "--date", "2021-07-01"];
let folder: string;
let place: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeData(join(folder, "made"));
  await yeelen(join(folder, "made"), "publish");
  await mkdir(join(folder, "made/packages/widgets/dist"), { recursive: true });
  await writeFile(join(folder, "made/packages/widgets/dist/yeelen-line.js"), "");
});
beforeEach(async (context) => {
  place = join(folder, context.task.id);
  await cp(join(folder, "made"), place, { recursive: true });
});
afterAll(() => remove());

const open = () =>
  openCatalog(pathToFileURL(join(place, "data/published/")), {
    fetch: fetchFile,
    engines: [viewsEngine(), nativeEngine()],
  });

async function editCatalog(edit: (catalog: Catalog) => void): Promise<void> {
  const path = join(place, "data/published/catalog.json");
  const catalog = JSON.parse(await readFile(path, "utf8")) as Catalog;
  edit(catalog);
  await writeFile(path, JSON.stringify(catalog));
}

describe("a withdrawn release", () => {
  beforeEach(async () => {
    expect(await yeelen(place, "withdraw", later, ...reason)).toMatchObject({ code: 0 });
  });

  test("is refused by query and embed with exit 1 and the reason, in every format, compared or explained", async () => {
    for (const args of [
      ["query", question(later)],
      ["query", question(later), "--engine", "native", "--format", "csv"],
      ["query", question(later), "--format", "json", "--explain"],
      ["query", question(earlier), "--with", question(later)],
      ["embed", question(later), "--host", "https://example.org/"],
    ]) {
      const { code, stdout, stderr } = await yeelen(place, ...args);
      expect({ code, stdout }, args.join(" ")).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(
        /^yeelen: release made-register\/2021-06-01 was withdrawn on 2021-07-01: A column was shifted;/,
      );
    }
  });

  test("is answered from with --withdrawn, which is said first in text, CSV, JSON and embed code", async () => {
    const said = "Withdrawn on 2021-07-01; these figures are not to be used. Reason: A column was shifted.";
    const ask = (...args: string[]) => yeelen(place, "query", question(later), "--withdrawn", ...args);
    const text = await ask();
    expect(text).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Withdrawn on 2021-07-01/) });
    const { stdout: csv } = await ask("--format", "csv");
    expect(csv).toMatch(/^standing,area,[^\n]*\n"?Withdrawn on 2021-07-01/);
    const { stdout: json } = await ask("--format", "json");
    expect(Object.entries(JSON.parse(json))[0]).toEqual(["standing", said]);
    const pair = await ask("--with", question(earlier), "--format", "csv");
    expect(pair.stdout).toMatch(/^standing,/);
    const { stdout: lines } = await yeelen(
      place,
      "embed",
      question(later),
      "--host",
      "https://example.org/",
      "--withdrawn",
    );
    expect(lines).toMatch(/^<p role="note">Withdrawn on 2021-07-01/);
  });

  test("leaves an earlier one as the current; where none is left, no question without a name is answered", async () => {
    const { code, stdout } = await yeelen(place, "query", question());
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`release: ${earlier}`),
    });
    await yeelen(place, "withdraw", earlier, ...reason);
    for (const args of [
      ["query", question()],
      ["query", question(), "--withdrawn"],
      ["embed", question(), "--host", "https://example.org/"],
    ])
      expect(await yeelen(place, ...args), args.join(" ")).toMatchObject({
        code: 1,
        stdout: "",
        stderr: expect.stringMatching(
          /^yeelen: no release of made-register stands: 2021-06-01 was withdrawn on/,
        ),
      });
  });

  test("gives sql and stream nothing unless it is named knowingly, and then a warning first", async () => {
    const catalog = await open();
    const sql = "SELECT count(*) AS n FROM observations";
    await expect(catalog.sql(sql, { releases: [later] })).rejects.toThrow("was withdrawn on 2021-07-01");
    await expect(catalog.stream(sql, { releases: [later] }).next()).rejects.toThrow("was withdrawn");
    const { warnings } = await catalog.sql(sql, { releases: [later], withdrawn: true });
    expect(warnings?.[0]).toMatch(/^made-register\/2021-06-01: Withdrawn on 2021-07-01/);
    const { rows } = await catalog.sql(
      "SELECT DISTINCT value FROM observations WHERE indicator = 'cases-seen'",
    );
    expect(rows.flat().sort()).toEqual([11, 29, 5].sort());
    await expect(catalog.compare([{ ...asked, release: later }])).rejects.toThrow("was withdrawn");
    await catalog.close();
  });

  test("is said first by diff, which names both releases", async () => {
    const text = await yeelen(place, "diff", earlier, later);
    expect(text.stdout).toMatch(/^made-register\/2021-06-01: Withdrawn on 2021-07-01[^\n]*\nmade-register/);
    const { stdout } = await yeelen(place, "diff", earlier, later, "--format", "json");
    expect(Object.keys(JSON.parse(stdout) as object)[0]).toBe("standing");
  });

  test("stands in no address' place: a figure it superseded is shown with no newer one", async () => {
    const made = await open();
    const address = toPermalink(await made.query({ ...asked, release: earlier }));
    await editCatalog(({ datasets }) =>
      Object.assign(datasets.find(({ dataset }) => dataset === "made-register")?.releases[1] ?? {}, {
        status: "superseded",
        erratum: { reason: "Revised.", date: "2021-06-02", by: "2021-06-01" },
      }),
    );
    const { verdict, answer } = await openPermalink(await open(), address);
    expect(verdict).toMatchObject({ status: "superseded", by: later });
    expect(verdict).not.toHaveProperty("now");
    expect(answer?.notes[0]).toMatchObject({ code: "superseded" });
  });
});

describe("yeelen supersede", () => {
  const supersede = (release: string, by: string) =>
    yeelen(place, "supersede", release, "--by", by, ...reason);

  test("refuses a release by itself, a circle and one that was withdrawn, and writes nothing", async () => {
    const state = () => readFile(join(place, "data/published/catalog.json"), "utf8");
    const before = await state();
    expect(await supersede(later, later)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/2021-06-01 is superseded by 2021-06-01, in a circle/),
    });
    expect(await state()).toBe(before);
    expect(await supersede(later, earlier)).toMatchObject({ code: 0 });
    expect(await supersede(earlier, later)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/2020-06-01 is superseded by 2021-06-01.* in a circle/),
    });
    await yeelen(place, "withdraw", earlier, ...reason);
    expect(await supersede(later, earlier)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "made-register/2020-06-01 was withdrawn; expected a release that stands",
      ),
    });
  });

  test("publish refuses a circle that errata.json brings, of any length", async () => {
    const erratum = { status: "superseded", reason: "r", date: "2021-01-01" };
    await writeFile(
      join(place, "data/sources/made-register/errata.json"),
      JSON.stringify([
        { release: "2020-06-01", ...erratum, by: "2021-06-01" },
        { release: "2021-06-01", ...erratum, by: "2020-06-01" },
      ]),
    );
    expect(await yeelen(place, "publish")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("in a circle"),
    });
  });

  test("a superseded release that is named is answered from, and says first what superseded it", async () => {
    await supersede(earlier, later);
    const { code, stdout } = await yeelen(place, "query", question(earlier));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Superseded on 2021-07-01 by release 2021-06-01\. Reason: A column/),
    });
  });
});

describe("a catalogue whose two releases had path and hash exchanged", () => {
  const exchange = (fields: readonly ("manifest" | "sha256" | "release")[]) =>
    editCatalog(({ datasets }) => {
      const [newer, older] = datasets.find(({ dataset }) => dataset === "made-register")?.releases ?? [];
      if (!newer || !older) throw new Error("expected two releases");
      for (const field of fields) [newer[field], older[field]] = [older[field], newer[field]];
    });

  test.each([
    [["manifest", "sha256"]],
    [["sha256"]],
    [["manifest"]],
    [["release", "sha256"]],
    [["release", "manifest"]],
  ] as const)("%j is refused by query, embed, verify, diff, SQL and permalinks", async (fields) => {
    const address = toPermalink(await (await open()).query({ ...asked, release: earlier }));
    await exchange(fields);
    for (const args of [
      ["query", question()],
      ["query", question(earlier), "--engine", "native"],
      ["embed", question(earlier), "--host", "https://example.org/"],
    ])
      expect(await yeelen(place, ...args), args.join(" ")).toMatchObject({ stdout: "", code: 2 });
    expect(await yeelen(place, "verify")).toMatchObject({ code: 1 });
    const swapped = await open().catch((error: Error) => error);
    if (swapped instanceof Error) expect(swapped.name).toBe("IntegrityError");
    else {
      await expect(openPermalink(swapped, address)).rejects.toThrow(/nothing of it was used/);
      await expect(swapped.sql("FROM observations")).rejects.toThrow(/nothing of it was used/);
    }
    expect(await yeelen(place, "diff", earlier, later)).toMatchObject({ code: 1, stdout: "" });
  });

  test("manifests that lie in each other's folder, hashes and all, are refused as well", async () => {
    const published = join(place, "data/published");
    await cp(join(published, earlier), join(published, "made-register/hold"), { recursive: true });
    await cp(join(published, later), join(published, earlier), { recursive: true });
    await cp(join(published, "made-register/hold"), join(published, later), { recursive: true });
    await exchange(["sha256"]);
    expect(await yeelen(place, "query", question())).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(`describes ${earlier}; expected ${later}`),
    });
    expect(await yeelen(place, "diff", earlier, later)).toMatchObject({ code: 1, stdout: "" });
    expect((await yeelen(place, "verify")).stdout).toContain(`describes ${earlier}; expected ${later}`);
  });
});
