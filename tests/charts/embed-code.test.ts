import { embedCode, lineModel } from "@yeelen/charts/line";
import { describe, expect, test } from "vitest";
import { lineCases } from "../../stories/cases/line.ts";

function codeOf(name: string, attributes: Readonly<Record<string, string>>) {
  const found = lineCases.find((one) => one.name === name);
  if (!found) throw new Error(`no case: ${name}`);
  const model = lineModel(found.answer, found.about, { ...found.options, width: 320 });
  const options = { attributes, script: "https://figures.example/line.js", integrity: "sha384-abc" };
  return { code: embedCode(model, options), model };
}

describe("embedCode(model, options)", () => {
  test("carries the question, the whole static figure, and one script with its integrity", () => {
    const { code, model } = codeOf("gaps", {
      indicator: "victims-detected",
      areas: "MLI",
      period: "2007..2022",
    });
    expect(code).toMatch(
      /^<yeelen-line indicator="victims-detected" areas="MLI" period="2007..2022"><figure/,
    );
    for (const part of ["<svg", "<table", "<figcaption", "Source: UNODC", "Licence:"])
      expect(code).toContain(part);
    expect(code).toContain(model.description);
    expect(code).toMatch(
      /<script type="module" src="https:\/\/figures\.example\/line\.js" integrity="sha384-abc" crossorigin="anonymous"><\/script>\n$/,
    );
  });

  test("lets no hostile name, title, address or attribute become markup", () => {
    const { code } = codeOf("hostile-names", { heading: `"><script>alert(1)</script>` });
    expect(code.match(/<script/g)).toHaveLength(1);
    expect(code).not.toMatch(/<img|javascript:/);
  });
});
