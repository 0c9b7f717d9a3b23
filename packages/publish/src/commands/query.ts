import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Command, Option } from "commander";
import type { Io } from "../io.ts";

interface QueryOptions {
  readonly engine?: string;
  readonly format: "json" | "csv" | "table";
  readonly data: string;
  readonly explain?: boolean;
  readonly with: readonly string[];
  readonly withdrawn?: boolean;
}

/** `yeelen query <question>`: one question, one answer, with the reasons for what is missing. */
export function queryCommand(io: Io): Command {
  return new Command("query")
    .description(
      "answer a question from published releases, with the reason for every figure that is missing",
    )
    .argument(
      "<question>",
      `an IndicatorQuery as JSON, such as '{"indicator":"victims-detected","areas":["MLI"],"period":[2007,2022]}', or as an address' parameters`,
    )
    .addOption(
      new Option("--engine <name>", "views first, then native, if left out").choices(["views", "native"]),
    )
    .addOption(
      new Option("--format <name>", "how to print it").choices(["json", "csv", "table"]).default("table"),
    )
    .option(
      "--with <question>",
      "another question to compare it with; may be given several times. What forbids the comparison is said first",
      (text: string, before: readonly string[]) => [...before, text],
      [],
    )
    .option("--data <folder>", "folder with catalog.json", "data/published")
    .option("--withdrawn", "answer even from a withdrawn release that the question names, and say so first")
    .option("--explain", "say which engine would answer and why, without asking it")
    .action(async (text: string, options: QueryOptions) => {
      const [
        { openCatalog, viewsEngine },
        { nativeEngine },
        { fetchFile },
        print,
        printComparison,
        { readQuestion },
      ] = await Promise.all([
        import("@yeelen/query"),
        import("@yeelen/query/native"),
        import("@yeelen/dataset/node"),
        import("../answer/print-answer.ts"),
        import("../answer/print-comparison.ts"),
        import("../answer/read-question.ts"),
      ]);
      const question = readQuestion(text);
      const questions = [question, ...options.with.map(readQuestion)];
      const folder = pathToFileURL(`${resolve(io.cwd(), options.data)}/`);
      const catalog = await openCatalog(folder, {
        fetch: fetchFile,
        engines: [viewsEngine(), nativeEngine()],
      });
      const engine = {
        ...(options.engine === undefined ? {} : { engine: options.engine }),
        ...(options.withdrawn === undefined ? {} : { withdrawn: options.withdrawn }),
      };
      try {
        io.stdout.write(await said());
      } finally {
        await catalog.close();
      }

      async function said(): Promise<string> {
        if (options.explain) {
          const plans = await Promise.all(questions.map((one) => catalog.explain(one, engine)));
          return `${JSON.stringify(plans.length > 1 ? plans : plans[0], null, 2)}\n`;
        }
        if (questions.length > 1)
          return printComparison[options.format](await catalog.compare(questions, engine));
        return print[options.format](await catalog.query(question, engine));
      }
    });
}
