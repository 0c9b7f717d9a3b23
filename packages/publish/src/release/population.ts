import type { Source } from "@yeelen/dataset";
import { InputError } from "../errors.ts";
import type { ReleaseArea } from "./areas.ts";
import { readObservations } from "./read-observations.ts";
import type { Store } from "./store.ts";
import type { Dataset } from "./workspace.ts";

/** Indicator whose figures are the denominators. */
export const populationIndicator = "population";

/**
 * Fills the table `population` (area, period, sex, age, value: persons) with the denominators for the areas that the
 * observations have; it stays empty where the dataset has no rates. Returns the source of the denominators.
 */
export async function createPopulation(
  store: Store,
  dataset: Dataset,
  population: Dataset | undefined,
  areas: readonly ReleaseArea[],
): Promise<Source | undefined> {
  await store.run(
    "CREATE TABLE population (area VARCHAR, period INTEGER, sex VARCHAR, age VARCHAR, value DOUBLE)",
  );
  const id = dataset.config.population;
  if (id === undefined) return undefined;
  const [release] = population?.releases ?? [];
  if (!population || !release)
    throw new InputError(
      `sources/${dataset.id}/dataset.json: field population: ${id}; expected a folder of that name in sources`,
    );
  await readObservations(store, {
    path: release.observations,
    name: `${release.name}/observations.csv`,
    table: "denominators",
    dataset: id,
    indicators: population.indicators,
    areas: areas.map((area) => area.code),
  });
  await store.run(
    `INSERT INTO population SELECT area, period, sex, age, value FROM denominators WHERE indicator = '${populationIndicator}' AND value IS NOT NULL AND area IN (SELECT area FROM observations) ORDER BY area, period, sex, age`,
  );
  await store.run("DROP TABLE denominators");
  return release.source;
}
