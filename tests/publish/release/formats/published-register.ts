import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll } from "vitest";
import { csv, rows, temporaryFolder, writeData, yeelen } from "../made-workspace.ts";

/** Where the made-up register is said to be published. */
export const address = "https://data.example.org/yeelen/made-register/2021-06-01/";

/** Rows of the made-up register as it is published here: one of them tries to be a formula. */
export const publishedRows = rows.length + 1;

/** A made-up register, published before the tests of the file that asks for it and removed after them. */
export function publishedRegister() {
  let folder = "";
  let remove = async () => {};
  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
    await writeData(folder);
    const hostile = 'made-register,cases-seen,NER,2019,T,T,T,T,3,3,3,,"=HYPERLINK(""http://x"",""y"")"';
    await writeFile(join(folder, "data/sources/made-register/observations.csv"), csv([...rows, hostile]));
    const { stderr } = await yeelen(folder, "publish", "--address", "https://data.example.org/yeelen");
    if (stderr) throw new Error(stderr);
  }, 60_000);
  afterAll(() => remove());
  const file = (name: string) => join(folder, "data/published/made-register/2021-06-01", name);
  return {
    folder: () => folder,
    file,
    json: async (name: string) => JSON.parse(await readFile(file(name), "utf8")),
  };
}

/** The rows of a statement, by a DuckDB that knows nothing of the project. */
export async function query(sql: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const found = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return found;
}
