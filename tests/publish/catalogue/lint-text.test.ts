import { describe, expect, test } from "vitest";
import { crimesNamed, lintText } from "../../../packages/publish/src/catalogue/lint-text.ts";

const rules = (text: string) => lintText(text).map(({ rule }) => rule);

describe("lintText", () => {
  test("lintText(text) refuses a sentence that names both crimes", () => {
    expect(rules("Trafficking in persons and smuggling of migrants rise together.")).toEqual([
      "mixed-crimes",
    ]);
    expect(rules("Traffickers also smuggle people.")).toEqual(["mixed-crimes"]);
  });

  test("lintText(text) lets two sentences name one crime each", () => {
    expect(rules("Trafficking in persons needs no border. Smuggling of migrants does.")).toEqual([]);
  });

  test("lintText(text) refuses victims who are neither detected nor identified", () => {
    expect(rules("There were 13 victims in 2018.")).toEqual(["bare-victims"]);
    expect(rules("Each Victim was detected.")).toEqual(["bare-victims"]);
    expect(rules("Detected victims, then other victims.")).toEqual(["bare-victims"]);
  });

  test("lintText(text) accepts detected and identified victims", () => {
    expect(rules("Detected victims, and identified victims of trafficking; one detected victim.")).toEqual(
      [],
    );
  });

  test("lintText(text) refuses words that judge or blur and says what to write", () => {
    expect(rules("Only 13 detected victims")).toEqual(["word"]);
    expect(rules("It soared. A hotspot. Illegal migrants. No data. The figure is <5.")).toEqual(
      Array(5).fill("word"),
    );
    expect(lintText("No data for Mali.")[0]?.message).toBe("unwanted word: No data; say not reported");
  });

  test("crimesNamed(text) tells which crime a text is about", () => {
    expect(crimesNamed("Smugglers")).toEqual(["smuggling"]);
    expect(crimesNamed("A trafficked person")).toEqual(["trafficking"]);
    expect(crimesNamed("Population")).toEqual([]);
  });
});
