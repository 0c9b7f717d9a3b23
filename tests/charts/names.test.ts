import { countryNames } from "@yeelen/charts/names";
import { describe, expect, test } from "vitest";

describe("countryNames(locale)", () => {
  test("names every country by its alpha-3 code in the language asked for", () => {
    expect(countryNames("en")["NGA"]).toBe("Nigeria");
    expect(countryNames("fr")["DEU"]).toBe("Allemagne");
    expect(countryNames("uk")["POL"]).toBe("Польща");
    expect(Object.keys(countryNames("en")).length).toBeGreaterThan(240);
  });

  test("gives way to the names that are passed in", () => {
    expect(countryNames("en", { LAO: "Lao PDR" })["LAO"]).toBe("Lao PDR");
  });
});
