import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { EmbedForm } from "../embed/embed-of.ts";
import type { Io } from "../io.ts";

interface EmbedCommandOptions {
  readonly host: string;
  readonly data: string;
  readonly widgets: string;
  readonly kind: string;
  readonly form: EmbedForm;
  readonly lang: string;
  readonly out?: string;
  readonly follow?: boolean;
  readonly opening?: boolean;
  readonly withdrawn?: boolean;
  readonly chosen?: string;
  readonly heading?: string;
  readonly with: readonly string[];
  readonly show?: "figures" | "completeness";
}

/** `yeelen embed <question>`: the lines a partner pastes, the figure itself included. */
export function embedCommand(io: Io): Command {
  return new Command("embed")
    .description("print the lines that put a figure on a partner's page, the figure itself included")
    .argument("<question>", "an IndicatorQuery as JSON, or as an address' parameters")
    .requiredOption("--host <address>", "address of the site that serves data/ and widgets/, ending in /")
    .option(
      "--kind <kind>",
      "bar, dot, flow, line, map, matrix, multiples, stack, stat, table, timeline",
      "line",
    )
    .option(
      "--form <form>",
      "element, frame, image, oembed, or policy for the lines a strict host needs",
      "element",
    )
    .option("--lang <language>", "ar, en, es, fr, pt, ru, uk", "en")
    .option("--out <folder>", "where the files of an image or oEmbed answer go; the site serves it as embed/")
    .option("--data <folder>", "folder with catalog.json", "data/published")
    .option("--widgets <folder>", "folder with the built widgets", "packages/widgets/dist")
    .option("--chosen <code>", "the country or part to bring forward")
    .option("--heading <text>", "in place of the indicator's title")
    .option(
      "--with <indicator>",
      "the id of another indicator, side by side with the question's in a matrix; may be given several times",
      (id: string, before: readonly string[]) => [...before, id],
      [],
    )
    .addOption(
      new Option(
        "--show <what>",
        "of several indicators: their newest figures, or how many years have one",
      ).choices(["figures", "completeness"]),
    )
    .option("--withdrawn", "take even a withdrawn release that the question names, and say so first")
    .option("--opening", "the figure opens its page: fetch its data together with the script")
    .option("--follow", "follow the newest release instead of pinning this one")
    .action(async (text: string, { follow, out, ...options }: EmbedCommandOptions) => {
      const { embedOf } = await import("../embed/embed-of.ts");
      const { readQuestion } = await import("../answer/read-question.ts");
      io.stdout.write(
        await embedOf(readQuestion(text), {
          ...options,
          ...(out ? { out: resolve(io.cwd(), out) } : {}),
          pinned: !follow,
          data: resolve(io.cwd(), options.data),
          widgets: resolve(io.cwd(), options.widgets),
        }),
      );
    });
}
