import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder, yeelen } from "../../publish/release/made-workspace.ts";
import { printedOf, secondAttack } from "./attacker.ts";
import type { Found } from "./attacker.ts";
import { dataFolder } from "./folders.ts";
import { registerOf } from "./register.ts";

export interface Tally {
  /** Registers published, by family, and those that publish refused. */
  readonly published: Readonly<Record<string, number>>;
  readonly refused: readonly string[];
  readonly found: readonly (Found & { readonly register: string; readonly family: string })[];
  /** How many small counts were attacked. */
  readonly small: number;
}

/** Publishes the registers of these seeds with the real command, and attacks the bytes that came out. */
export async function publishAndAttack(seeds: readonly number[]): Promise<Tally> {
  const registers = seeds.map(registerOf);
  const published: Record<string, number> = {};
  const refused: string[] = [];
  const found: Tally["found"][number][] = [];
  let small = 0;
  const { folder, remove } = await temporaryFolder();
  try {
    for (const [path, text] of Object.entries(dataFolder(registers))) {
      await mkdir(dirname(join(folder, "data", path)), { recursive: true });
      await writeFile(join(folder, "data", path), text);
    }
    const { code, stderr } = await yeelen(folder, "publish");
    if (code !== 0) {
      // one refusal refuses all: halve until it stands alone
      if (seeds.length === 1) return { published, refused: [`${registers[0]!.id}: ${stderr}`], found, small };
      const middle = Math.ceil(seeds.length / 2);
      return sum(await publishAndAttack(seeds.slice(0, middle)), await publishAndAttack(seeds.slice(middle)));
    }
    for (const register of registers) {
      const lines = new Map<string, ReturnType<typeof printedOf>>();
      for (const { name, rows } of register.releases) {
        const path = join(folder, "data/published", register.id, name, "observations.csv");
        if (!existsSync(path)) throw new Error(`not published: ${path}`);
        lines.set(name, printedOf(await readFile(path, "utf8")));
        small += rows.filter(({ value }) => value > 0 && value < register.k).length;
        for (const { key, value } of lines.get(name)!)
          if (value !== null && value > 0 && value < register.k)
            found.push({ register: register.id, family: register.family, release: name, key, truth: value, low: value, high: value, reading: "zeros hidden" }); // prettier-ignore
      }
      for (const one of secondAttack(register, lines))
        found.push({ ...one, register: register.id, family: register.family });
      published[register.family] = (published[register.family] ?? 0) + 1;
    }
  } finally {
    await remove();
  }
  return { published, refused, found, small };
}

function sum(one: Tally, other: Tally): Tally {
  const published = { ...one.published };
  for (const [family, count] of Object.entries(other.published))
    published[family] = (published[family] ?? 0) + count;
  return {
    published,
    refused: [...one.refused, ...other.refused],
    found: [...one.found, ...other.found],
    small: one.small + other.small,
  };
}
