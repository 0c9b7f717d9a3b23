import { chartTable, tableTree, toSvg, type Figure } from "@yeelen/charts";

/** The page of one chart, at the address that people share: the picture, its description, its table, and where its oEmbed answer is. */
export function chartPage(
  model: Figure,
  { link, image, address }: { readonly link: string; readonly image: string; readonly address: string },
): string {
  const page = toSvg([
    "body",
    {},
    [
      ["h1", {}, [model.title]],
      ["p", {}, [model.subtitle]],
    ],
  ]).replace("</body>", "");
  const words = toSvg(["p", {}, [model.description]]);
  const head = [
    toSvg(["title", {}, [model.title]]),
    toSvg(["meta", { name: "description", content: model.description }]),
    toSvg(["link", { rel: "canonical", href: address }]),
    link.trim(),
  ].join("\n");
  return `<!doctype html>
<html lang="${model.locale}" dir="${model.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
</head>
${page}
${image}${words}
${toSvg(tableTree(chartTable(model)))}
</body>
</html>
`;
}
