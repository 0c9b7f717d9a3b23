import { areas } from "@yeelen/dataset/plain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { flowFromAddress } from "../../../packages/dashboard/src/lib/explore/flow-address.ts";
import { ownParameters } from "../../../packages/dashboard/src/lib/explore/own-parameters.ts";
import { readAddress } from "../../../packages/dashboard/src/lib/explore/read-address.ts";
import { answerCsv } from "../../../packages/dashboard/src/lib/explore/csv.ts";
import {
  sheetFromAddress,
  sheetToAddress,
} from "../../../packages/dashboard/src/lib/explore/sheet-address.ts";

const codes = areas.map(({ code }) => code);

const holds = { areas: codes, indicators: ["a", "b", "c"], usual: ["a", "b"] };

test("sheetToAddress(sheet) and sheetFromAddress(address) are each other's inverse, whatever the order", () => {
  const sheet = fc.record({
    areas: fc.shuffledSubarray(codes, { minLength: 1 }),
    indicators: fc.shuffledSubarray(holds.indicators, { minLength: 1 }),
    as: fc.constantFrom("value" as const, "rate" as const),
    releases: fc.shuffledSubarray(["unodc-glotip/2025-04-14", "un-wpp/2019"]),
  });
  fc.assert(
    fc.property(sheet, (one) => {
      expect(sheetFromAddress(sheetToAddress(one, holds), holds)).toEqual({ choice: one, misread: [] });
    }),
  );
});

test("sheetFromAddress(address) names what is not on the sheet and keeps the rest", () => {
  const address = "?areas=MLI+XXX+MLI&as=colour&indicators=z+b&release=un-wpp/2019+<b>+../up&utm_source=x";
  const { choice, misread } = sheetFromAddress(address, holds);
  expect(choice).toEqual({
    areas: ["MLI"],
    indicators: ["b"],
    as: "value",
    releases: ["un-wpp/2019"],
  });
  expect(misread.map((text) => text.split("; allowed")[0])).toEqual([
    'not allowed in as: "colour"',
    'not allowed in release: "<b>"',
    'not allowed in release: "../up"',
    'not allowed in areas: "XXX"',
    'not allowed in indicators: "z"',
  ]);
});

test("ownParameters(search, own) leaves out what is not the page's, and writes the rest as it was written", () => {
  const own = ["areas", "release"];
  expect(ownParameters("?utm_source=a&areas=MLI+NER&fbclid=x%26areas%3DBEN&release=a/1&gclid", own)).toBe(
    "?areas=MLI+NER&release=a/1",
  );
  expect(ownParameters("?%66bclid=1&%61reas=MLI", own)).toBe("?%61reas=MLI");
  expect(ownParameters("?fbclid=x", own)).toBe("");
  expect(ownParameters("", own)).toBe("");
});

test("readAddress(search, own, read) takes the first of a parameter that is given twice, and says so", () => {
  const read = (params: URLSearchParams) => params.get("areas");
  expect(readAddress("?areas=MLI&areas=NER", ["areas"], read)).toEqual({
    choice: "MLI",
    misread: ['not allowed in areas: "NER"; allowed: one value, not two parameters'],
  });
});

const sources = [
  { id: "out", areas: [{ code: "BLR", name: "Belarus", years: [2019, 2021] }] },
  {
    id: "into",
    areas: [
      { code: "UKR", name: "Ukraine", years: [2020] },
      { code: "ZAF", name: "South Africa", years: [2013] },
    ],
  },
].map((source) => ({ ...source, title: source.id, countedBy: "", caveats: [] }));
const served = { indicator: "out", area: "BLR", year: 2021 };

test.each([
  ["", served, []],
  ["?fbclid=x", served, []],
  ["?indicator=into&area=ZAF&year=2013", { indicator: "into", area: "ZAF", year: 2013 }, []],
  ["?year=2019&utm_medium=mail", { ...served, year: 2019 }, []],
  ["?indicator=into", { indicator: "into", area: "UKR", year: 2020 }, []],
  ["?indicator=into&area=MLI", { indicator: "into", area: "UKR", year: 2020 }, ['area: "MLI"']],
  ["?area=BLR&year=1900", served, ['year: "1900"']],
  ["?indicator=none&year=2019", { ...served, year: 2019 }, ['indicator: "none"']],
])("flowFromAddress(%s) takes what the figures hold, and names what they do not", (search, choice, names) => {
  const read = flowFromAddress(search, sources, served);
  expect(read.choice).toEqual(choice);
  expect(read.misread.map((text) => text.split("; allowed")[0])).toEqual(
    names.map((name) => `not allowed in ${name}`),
  );
});

const words = {
  columns: { area: "pays", value: "chiffre", source: "source", release: "version", address: "adresse" },
  code: "{name} (code)",
  label: "{name}",
  labels: { area: { CIV: "Côte d’Ivoire", MLI: "Mali" }, absence: { suppressed: "withheld" } },
};
const origin = {
  source: "UNODC, GLOTiP",
  release: "unodc-glotip/2025-04-14",
  address: "https://x/verify/?a",
};

test("answerCsv(answer) writes names beside codes, an absence as an empty cell with its reason, and where it is from", () => {
  const columns = ["area", "period", "value", "low", "absence"].map((name) => ({
    name,
    role: "dimension" as const,
  }));
  const rows = [
    { area: "MLI", period: 2018, value: null, low: 0, high: 4, absence: "suppressed" as const },
    { area: "CIV", period: 2018, value: -2, low: null, high: null, absence: null },
  ];
  expect(answerCsv({ columns, rows }, words, origin)).toBe(
    [
      "\uFEFFpays (code),pays,period,chiffre,low,absence (code),absence,source,version,adresse",
      'MLI,Mali,2018,,0,suppressed,withheld,"UNODC, GLOTiP",unodc-glotip/2025-04-14,https://x/verify/?a',
      'CIV,Côte d’Ivoire,2018,-2,,,,"UNODC, GLOTiP",unodc-glotip/2025-04-14,https://x/verify/?a\n',
    ].join("\n"),
  );
});
