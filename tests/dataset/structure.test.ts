import {
  absenceStatuses,
  absences,
  checkCodeList,
  checkStructure,
  groupsOf,
  hierarchyOf,
  kindFault,
  publishedTogether,
  readStatus,
  Structure,
  textIn,
  widestPatterns,
} from "@yeelen/dataset";
import { expect, test } from "vitest";

const name = { en: "Name" };
const codes = (...all: (string | [string, string])[]) =>
  all.map((one) => (typeof one === "string" ? { code: one, name } : { code: one[0], name, parent: one[1] }));

const structure: Structure = {
  dimensions: [{ id: "industry", name, codeList: "CL_INDUSTRY", total: "_T" }],
  codeLists: [{ id: "CL_INDUSTRY", codes: codes("_T", "A", ["A01", "A"], ["A02", "A"], "B") }],
  areas: {
    levels: [
      { id: "region", name },
      { id: "district", name },
    ],
    codes: [
      { code: "N", name, level: "region" },
      { code: "N-1", name, level: "district", parent: "N" },
      { code: "N-2", name, level: "district", parent: "N" },
    ],
    groups: [{ id: "coast", name, areas: ["N-1"] }],
  },
  attributes: ["status", "note"],
  time: { firstMonth: 7 },
};

test("Structure accepts an office's own dimensions, areas and periods", () => {
  expect(Structure.parse(structure)).toEqual(structure);
  expect(checkStructure(structure)).toEqual([]);
});

const withDimension = (change: object): Structure => ({
  ...structure,
  dimensions: structure.dimensions.map((dimension) => ({ ...dimension, ...change })),
});
const withCodes = (...all: Parameters<typeof codes>): Structure => ({
  ...structure,
  codeLists: [{ id: "CL_INDUSTRY", codes: codes(...all) }],
});
const withAreas = (change: object): Structure => ({ ...structure, areas: { ...structure.areas, ...change } });

test.each([
  [
    "a dimension named like a column",
    withDimension({ id: "period" }),
    /dimension: period; expected a name that no column has/,
  ],
  ["a dimension named like a column of labels", withDimension({ id: "sex_label" }), /no column has/],
  ["a dimension in capitals", withDimension({ id: "Industry" }), /dimension: Industry; expected lower-case/],
  [
    "a dimension twice",
    { ...structure, dimensions: [...structure.dimensions, ...structure.dimensions] },
    /dimension: industry; expected each one once/,
  ],
  [
    "a dimension without its code list",
    withDimension({ codeList: "CL_OTHER" }),
    /codeList: CL_OTHER; expected CL_INDUSTRY/,
  ],
  [
    "a total that is no code",
    withDimension({ total: "T" }),
    /dimension industry, total: T; expected a code of CL_INDUSTRY/,
  ],
  ["a code twice", withCodes("_T", "A", "A"), /code list CL_INDUSTRY, code 3: A; expected each code once/],
  ["a code with an accent", withCodes("_T", "é"), /code 2: é; expected letters/],
  ["a code that a spreadsheet would run", withCodes("_T", "-1"), /code 2: -1; expected letters/],
  [
    "a parent that is no code",
    withCodes("_T", ["A01", "A"]),
    /parent of A01: A; expected a code of the list/,
  ],
  [
    "a cycle of parents",
    withCodes("_T", ["A", "B"], ["B", "C"], ["C", "A"]),
    /parent of A: A in B in C in A; expected no code that is part of itself/,
  ],
  [
    "a total that is its own child",
    withCodes(["_T", "_T"], "A"),
    /parent of _T: _T in _T; expected no code that is part of itself/,
  ],
  ["a total that is part of another code", withCodes(["_T", "A"], "A"), /total: _T, part of A/],
  [
    "an area whose level nobody declared",
    withAreas({ codes: [{ code: "N", name, level: "village" }] }),
    /level of N: village; expected region, district/,
  ],
  [
    "a region within a district",
    withAreas({
      codes: [
        { code: "N-1", name, level: "district" },
        { code: "N", name, level: "region", parent: "N-1" },
      ],
    }),
    /parent of N: N-1; expected an area of a larger level/,
  ],
  [
    "a group of strangers",
    withAreas({ groups: [{ id: "coast", name, areas: ["S"] }] }),
    /group coast: S; expected areas of the list/,
  ],
  [
    "a group called all",
    withAreas({ groups: [{ id: "all", name, areas: ["N"] }] }),
    /group all: all; expected a lower-case word/,
  ],
  ["a thirteenth month", { ...structure, time: { firstMonth: 13 } }, /time.firstMonth: 13; expected a month/],
])("checkStructure refuses %s", (_, broken, message) => {
  expect(() => checkStructure(broken)).toThrow(message);
  expect(Structure.safeParse(broken).success).toBe(false);
});

test("checkCodeList counts codes that differ in case alone, as some offices print them", () => {
  expect(checkCodeList({ id: "CL", codes: codes("a", "A", "b", "B", "c") })).toEqual([
    "code list CL: 2 codes differ from another in case alone, such as a and A",
  ]);
});

test("checkCodeList takes 100,000 codes ten deep", () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({
    code: `C${index}`,
    name,
    ...(index % 10 ? { parent: `C${index - 1}` } : {}),
  }));
  expect(checkCodeList({ id: "CL", codes: many })).toEqual([]);
  expect(hierarchyOf(many).depthOf("C99999")).toBe(9);
});

test("checkCodeList follows a chain of 100,000 parents", () => {
  const chain = Array.from({ length: 100_000 }, (_, index) => ({
    code: `C${index}`,
    name,
    ...(index ? { parent: `C${index - 1}` } : {}),
  }));
  expect(checkCodeList({ id: "CL", codes: chain.toReversed() })).toEqual([]);
});

test("hierarchyOf(codes) knows parts, wholes and depths", () => {
  const tree = hierarchyOf(codes("_T", "A", ["A01", "A"], ["A011", "A01"]));
  expect(tree.roots).toEqual(["_T", "A"]);
  expect(tree.childrenOf("A")).toEqual(["A01"]);
  expect(tree.ancestorsOf("A011")).toEqual(["A01", "A"]);
  expect(tree.depthOf("A011")).toBe(2);
});

test("groupsOf(areas) names all, the office's own groups and its levels", () => {
  expect(groupsOf(structure.areas)).toEqual({
    all: ["N", "N-1", "N-2"],
    coast: ["N-1"],
    "level:region": ["N"],
    "level:district": ["N-1", "N-2"],
  });
});

test("readStatus(code) tells a status from a reason for absence", () => {
  expect(readStatus("E")).toEqual({ status: "E" });
  expect(readStatus("K")).toEqual({ absence: "counted-elsewhere" });
  expect(readStatus("Z")).toBeUndefined();
  expect(readStatus("toString")).toBeUndefined();
  expect(absences).toEqual(expect.arrayContaining(Object.values(absenceStatuses)));
});

test.each([
  ["count", -1, "a count is never negative"],
  ["share", 140, "a share is at most 100"],
  ["index", -3, "an index is never negative"],
  ["rate", -3, undefined],
  ["amount", -3, undefined],
  ["share", 100, undefined],
] as const)("kindFault(%j, %d) is %j", (kind, value, fault) => {
  expect(kindFault(kind, value)).toBe(fault);
});

test("publishedTogether(patterns, asked) goes by what is broken down together", () => {
  const patterns = [[], ["sex"], ["age"], ["sex", "industry"]];
  expect(publishedTogether(patterns, ["industry"])).toBe(true);
  expect(publishedTogether(patterns, ["sex", "age"])).toBe(false);
  expect(widestPatterns(patterns)).toEqual([["age"], ["sex", "industry"]]);
});

test("textIn(texts, language, fallbacks) says which language it found", () => {
  expect(textIn({ ar: "شمال", en: "North" }, "ar")).toEqual({ text: "شمال", language: "ar" });
  expect(textIn({ ar: "شمال" }, "en", ["en", "ar"])).toEqual({ text: "شمال", language: "ar" });
});
