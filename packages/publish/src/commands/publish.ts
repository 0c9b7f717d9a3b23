import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { Io } from "../io.ts";

interface PublishOptions {
  readonly data: string;
  readonly out: string;
  readonly force?: boolean;
  readonly address?: string;
  readonly to?: "clickhouse";
  readonly url?: string;
  readonly database?: string;
  readonly cluster?: string;
  readonly replicated?: boolean;
  readonly reports?: string;
}

/** `yeelen publish [dataset...]`: tidy figures to immutable releases and their catalogue. */
export function publishCommand(io: Io): Command {
  return new Command("publish")
    .description("build releases, in every format, and their catalogue from the tidy figures")
    .argument("[dataset...]", "publish these alone; all, if left out")
    .option("--data <folder>", "folder with indicators/ and sources/", "data")
    .option("--out <folder>", "folder to publish to", "data/published")
    .option("--address <url>", "where that folder will be served, for catalogues that need absolute names")
    .option("--reports <folder>", "folder for private reports of what audits found; never publish it")
    .addOption(new Option("--to <store>", "load the current releases there as well").choices(["clickhouse"]))
    .option(
      "--url <address>",
      "ClickHouse's HTTP interface; name and password: CLICKHOUSE_USER, CLICKHOUSE_PASSWORD",
    )
    .option("--database <name>", "ClickHouse's database: yeelen, if left out")
    .option("--cluster <name>", "create the tables on every node of this cluster")
    .option("--replicated", "keep copies of the tables on the cluster's nodes")
    .option("--force", "replace a release whose content differs: for what nobody has seen yet")
    .action(async (datasets: string[], options: PublishOptions) => {
      const { publishAndReport } = await import("../release/publish-report.ts");
      await publishAndReport(
        {
          data: resolve(io.cwd(), options.data),
          out: resolve(io.cwd(), options.out),
          datasets,
          ...(options.force === undefined ? {} : { force: options.force }),
          ...(options.reports === undefined ? {} : { reports: resolve(io.cwd(), options.reports) }),
          ...(options.address === undefined ? {} : { address: options.address }),
        },
        io,
      );
      if (options.to === undefined) return;
      const { loadPublished } = await import("../clickhouse/load-published.ts");
      const { url = "http://localhost:8123", database, cluster, replicated } = options;
      await loadPublished(
        {
          out: resolve(io.cwd(), options.out),
          datasets,
          url,
          ...(database === undefined ? {} : { database }),
          ...(cluster === undefined ? {} : { cluster }),
          ...(replicated === undefined ? {} : { replicated }),
        },
        io,
      );
    });
}
