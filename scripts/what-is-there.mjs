// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/**
 * What `npm start` ends with: the address, what is served there and from which releases, and what to try next.
 * @param {string} address
 */
export function whatIsThere(address) {
  const languages = readdirSync(join(root, "packages/dashboard/build")).filter((name) =>
    /^[a-z]{2}$/.test(name),
  );
  const releases = currentReleases();
  const width = Math.max(...releases.map(([dataset]) => dataset.length));
  return `Yeelen is at ${address} (stop with Ctrl+C)

It shows, in ${languages.length} languages, the figures of ${releases.length} datasets, each in its newest release:
${releases.map(([dataset, release]) => `  ${dataset.padEnd(width)}  ${release}`).join("\n")}

Try next
  ${address}/en/country/MLI/                  one country's figures
  ${address}/en/indicator/victims-detected/   choose countries, years, parts
  ${address}/en/query/                        ask in SQL, in your browser
  ${address}/en/embed/                        put a figure on your page
  npx yeelen query '{"indicator":"victims-detected","areas":["MLI"],"period":"latest"}' --format table
  npx yeelen verify                                           every published byte
  docs/publish-your-own.md                                    publish figures of your own
`;
}

/** @returns {(readonly [dataset: string, release: string])[]} */
function currentReleases() {
  const { datasets } = JSON.parse(readFileSync(join(root, "data/published/catalog.json"), "utf8"));
  return datasets.map(
    (
      /** @type {{ dataset: string, releases: { release: string, status: string }[] }} */ {
        dataset,
        releases,
      },
    ) => [dataset, releases.find(({ status }) => status === "current")?.release ?? "none that holds"],
  );
}
