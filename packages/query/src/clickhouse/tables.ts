import type { Release } from "@yeelen/dataset/plain";
import type { Sql } from "../sql/sql.ts";
import type { Tables } from "../sql/measure-sql.ts";
import { QuestionError } from "../views/question-error.ts";

/**
 * Where a release lies in a cluster: tables named by the digest of its manifest, so that a table can only ever hold
 * that one release, and loading a correction touches nothing that is being read.
 */
export function tableNames(release: Pick<Release, "manifestSha256">, database: string) {
  checkName("database", database);
  const { manifestSha256 } = release;
  if (!/^[0-9a-f]{64}$/.test(manifestSha256)) throw new Error(`not a digest: ${manifestSha256}`);
  const digest = manifestSha256.slice(0, 16);
  return {
    observations: `${database}.observations_${digest}`,
    population: `${database}.population_${digest}`,
  };
}

export function tablesIn(release: Pick<Release, "manifestSha256">, database: string): Tables {
  const names = tableNames(release, database);
  return { observations: named(names.observations), population: named(names.population) };
}

export function checkName(field: string, name: string): void {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name))
    throw new QuestionError(field, name, "a name of letters, digits and _ that begins with a letter");
}

function named(name: string): Sql {
  return { parts: [name] };
}
