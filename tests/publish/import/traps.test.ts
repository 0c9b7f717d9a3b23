import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { csv, runImport } from "./run-import.ts";

describe("yeelen import un-sdg", () => {
  const header = "series,geo_area,iso3,geo_name,year,age,sex,nature,units,value";
  const importRows = (...rows: string[]) =>
    runImport("un-sdg", "sdg.csv", csv(header, ...rows), { release: "2020-10-19" });

  test("keeps zeros as zeros", async () => {
    const { rows } = await importRows("VC_HTF_DETVOG,466,MLI,Mali,2018,18,female,c,number,0");
    expect(rows()[0]).toMatchObject({
      exploitation: "ORGAN",
      sex: "F",
      age: "GE18",
      value: "0",
      absence: "",
    });
  });

  test("finds a country by its M49 number where iso3 is empty, with or without leading zeros", async () => {
    const { rows, source } = await importRows(
      "VC_HTF_DETV,76,,Brazil,2015,allage,bothsex,c,number,7",
      "VC_HTF_DETV,076,,Brazil,2016,allage,bothsex,c,number,8",
      "VC_HTF_DETV,8,,Albania,2016,allage,bothsex,c,number,95",
    );
    expect(rows().map(({ area, value }) => [area, value])).toEqual([
      ["BRA", "7"],
      ["BRA", "8"],
    ]);
    expect(source().leftOut).toEqual([{ reason: "another country", rows: 1 }]);
  });

  test("never takes a code and a number that name two countries", async () => {
    const { source } = await importRows(
      "VC_HTF_DETV,466,MLI,Mali,2008,allage,bothsex,c,number,175",
      "VC_HTF_DETV,562,MLI,Niger,2009,allage,bothsex,c,number,277",
    );
    expect(source().leftOut).toEqual([{ reason: "country code and country name disagree", rows: 1 }]);
  });

  test("leaves out what is no count, and series of another indicator", async () => {
    const { source } = await importRows(
      "VC_HTF_DETV,466,MLI,Mali,2008,allage,bothsex,c,number,175",
      "VC_HTF_DETVR,466,MLI,Mali,2008,allage,bothsex,c,per_100000_pop,1.2",
      "VC_IHR_PSRC,466,MLI,Mali,2008,allage,bothsex,c,number,3",
    );
    expect(source().leftOut.map(({ reason }) => reason)).toEqual([
      "another unit than counts",
      "unknown code in series",
    ]);
  });
});

describe("yeelen import unodc-cts", () => {
  test("keeps counts, leaves out the publisher's rates and parts of countries", async () => {
    const header = "Iso3_code,Country,Indicator,Category,Sex,Age,Year,Unit of measurement,VALUE";
    const fixed = "Offences,Smuggling of migrants,Total,Total,2017";
    const { rows, source } = await runImport(
      "unodc-cts",
      "smuggling.csv",
      csv(
        header,
        `MAR,Morocco,${fixed},Counts,2804`,
        `MAR,Morocco,${fixed},"Rate per 100,000 population",7.9`,
        `GBR_S,United Kingdom (Scotland),${fixed},Counts,32`,
        `MAR,Morocco,Offences,Trafficking in persons,Total,Total,2017,Counts,5`,
      ),
      { release: "2024-05-16" },
    );
    expect(rows()).toEqual([
      expect.objectContaining({ indicator: "smuggling-offences", area: "MAR", value: "2804" }),
    ]);
    expect(
      source()
        .leftOut.map(({ reason }) => reason)
        .sort(),
    ).toEqual(["a rate, not a count", "country not recognised", "unknown code in Category"]);
  });
});

describe("yeelen import ctdc-kanon", () => {
  const records = (...groups: (readonly [citizenship: string, exploitedIn: string, rows: number])[]) =>
    csv(
      "citizenship,gender,CountryOfExploitation",
      ...groups.flatMap(([from, into, rows]) => Array<string>(rows).fill(`${from},Female,${into}`)),
    );
  const importRecords = (text: string) =>
    runImport("ctdc-kanon", "kanon.csv.gz", gzipSync(text), { release: "2021-07-15" });

  test("counts identical rows as persons and keeps no record", async () => {
    const { rows, files, source } = await importRecords(records(["NG", "ML", 20], ["UA", "RU", 15]));
    expect(rows().map((row) => [row.indicator, row.area, row.counterpart, row.value])).toEqual([
      ["assisted-flows", "UKR", "RUS", "15"],
      ["assisted-flows", "UKR", "T", "15"],
      ["assisted-flows-into", "MLI", "NGA", "20"],
      ["assisted-flows-into", "MLI", "T", "20"],
    ]);
    expect(files).toEqual(["out/observations.csv", "out/source.json"]);
    expect(source()).toMatchObject({ rowsRead: 35, rowsKept: 35 });
  });

  test("reads NA as Namibia and a blank as unknown, never the one as the other", async () => {
    const { rows } = await importRecords(records(["NA", "ZA", 12], ["", "ZA", 11]));
    expect(rows().map(({ counterpart, value }) => [counterpart, value])).toEqual([
      ["NAM", "12"],
      ["T", "23"],
      ["UNKNOWN", "11"],
    ]);
  });

  test("keeps a record of which both countries are blank among the rows read", async () => {
    const { source } = await importRecords(records(["UA", "RU", 11], ["", "", 11]));
    expect(source()).toMatchObject({ rowsRead: 22, rowsKept: 11 });
    expect(source().leftOut).toEqual([{ reason: "other countries at both ends", rows: 11 }]);
  });

  test("refuses a file with one cell of fewer than 11 records, wherever it is, and writes nothing", async () => {
    const { code, stderr, files } = await importRecords(records(["UA", "RU", 20], ["FR", "DE", 10]));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^yeelen: not anonymised: kanon.csv.gz has 1 pairs .*fewer than 11 records/);
    expect(files).toEqual([]);
  });
});

describe("yeelen import iom-missing-migrants", () => {
  const header =
    "Main ID,Incident ID,Incident year,No. dead,No. missing,No. dead/missing,Route,Cause of death (category),Country of Incident,Latitude,Longitude,Link";
  const importRows = (...rows: string[]) =>
    runImport("iom-missing-migrants", "incidents.csv", csv(header, ...rows), { release: "2026" });
  const later = "9,9,2026,1,0,1,Sahara Desert crossing,Violence,Libya,25,15,x";

  test("sums dead and missing by year and country; a year without incidents has no row", async () => {
    const { rows } = await importRows(
      "1,1,2020,1,2,3,Sahara Desert crossing,Violence,Niger,18,9,x",
      "2,2,2020,4,0,4,Sahara Desert crossing,Violence,Niger,18,9,x",
      "3,3,2022,5,0,5,Sahara Desert crossing,Violence,Niger,18,9,x",
      later,
    );
    expect(rows().map(({ area, period, value }) => [area, period, value])).toEqual([
      ["NER", "2020", "7"],
      ["NER", "2022", "5"],
    ]);
  });

  test("makes no sum for the last year of the file, which may not be complete", async () => {
    const { rows, source } = await importRows(
      "1,1,2025,1,2,3,Sahara Desert crossing,Violence,Niger,18,9,x",
      "2,2,2026,4,0,4,Sahara Desert crossing,Violence,Niger,18,9,x",
    );
    expect(rows().map(({ period }) => period)).toEqual(["2025"]);
    expect(rows("incidents.csv").map(({ period }) => period)).toEqual(["2025", "2026"]);
    expect(source().remarks.join(" ")).toContain("2026 is the last year in the file");
  });

  test("keeps incidents that share a main ID: they are parts of one event", async () => {
    const { rows, source } = await importRows(
      "1,1a,2020,1,0,1,Sahara Desert crossing,Violence,Niger,18,9,x",
      "1,1b,2020,1,0,1,Sahara Desert crossing,Violence,Niger,18,9,x",
      later,
    );
    expect(source()).toMatchObject({ rowsRead: 3, rowsKept: 3 });
    expect(rows()[0]).toMatchObject({ area: "NER", value: "2" });
  });

  test("reads cells of several values as several, and commas inside a cause as one cause", async () => {
    const { rows } = await importRows(
      '1,1,2020,1,0,1,"Central Mediterranean,Sahara Desert crossing","Drowning,Violence",Niger,18,9,x',
      '2,2,2021,1,0,1,Sahara Desert crossing,"Harsh environmental conditions / lack of adequate shelter, food, water",Niger,18,9,x',
      later,
    );
    expect(rows("incidents.csv").map(({ route, cause }) => [route, cause])).toEqual([
      ["Several", "Several"],
      ["Sahara Desert", "Harsh conditions"],
      ["Sahara Desert", "Violence"],
    ]);
  });

  test("leaves empty a negative count and a country cell that holds more; keeps the publisher's sum", async () => {
    const { rows } = await importRows(
      "1,1,2020,15,-13,2,Sahara Desert crossing,Violence,Niger,18,9,x",
      "2,2,2021,3,0,3,Sahara Desert crossing,Violence,Libya - presumed departure,95,9,x",
      later,
    );
    expect(rows("incidents.csv")[0]).toMatchObject({ dead: "15", missing: "", dead_or_missing: "2" });
    expect(rows("incidents.csv")[1]).toMatchObject({ area: "", latitude: "", longitude: "9" });
  });

  test("keeps no day, name, link or exact place", async () => {
    const { text } = await importRows(
      "1,2020.MMP1,2020,1,0,1,Sahara Desert crossing,Violence,Niger,18.04321,-9.0000,http://example.org/secret",
      later,
    );
    expect(text("incidents.csv").split("\n")[1]).toBe("2020,NER,Sahara Desert,Violence,1,0,1,18,-9");
  });
});

describe("yeelen import untc-treaties and tip-report", () => {
  test("treaties say as at which day, keep signature without being bound, and refuse later dates", async () => {
    const { rows, source } = await runImport(
      "untc-treaties",
      "treaty_status.csv",
      csv(
        "iso3,instrument,signature,bound_date,action",
        "PAK,TIP_PROTOCOL,,,not a participant at 2015-03-14",
        "MLI,SOM_PROTOCOL,2000-12-15,2002-04-12,ratification",
        "NPL,TIP_PROTOCOL,,2020-06-16,accession",
        "NPL,UNTOC,2002-02-30,,ratification",
      ),
      { release: "2015-03-14" },
    );
    expect(rows("treaties.csv").map(({ area, bound, by, as_at }) => [area, bound, by, as_at])).toEqual([
      ["MLI", "2002-04-12", "ratification", "2015-03-14"],
      ["PAK", "", "", "2015-03-14"],
    ]);
    expect(
      source()
        .leftOut.map(({ reason }) => reason)
        .sort(),
    ).toEqual(["a date after the release", "not a day of the calendar"]);
  });

  test("tiers keep 2WL apart, leave blank years out, and say until when they go", async () => {
    const { rows, source } = await runImport(
      "tip-report",
      "tiers.csv",
      csv("iso3,year,tier", "SEN,2001,", "SEN,2004,2WL", "SEN,2005,2"),
      { release: "2015" },
    );
    expect(rows("tiers.csv").map(({ period, tier }) => [period, tier])).toEqual([
      ["2004", "2WL"],
      ["2005", "2"],
    ]);
    expect(source().leftOut).toEqual([{ reason: "no tier in that year", rows: 1 }]);
    expect(source().remarks.join(" ")).toContain("report of 2015");
  });
});

describe("yeelen import un-wpp and world-bank-population", () => {
  test("two populations are two indicators, each with its own name", async () => {
    const wpp = await runImport(
      "un-wpp",
      "p.csv",
      csv("iso3,year,sex,age,population", "MLI,2018,T,TOTAL,19077749"),
      {
        release: "2019",
      },
    );
    const bank = await runImport(
      "world-bank-population",
      "p.csv",
      csv(
        "Country Name,Country Code,Year,Value",
        "Mali,MLI,2018,20442030",
        "Africa Western and Central,AFW,2018,448000000",
      ),
      { release: "2024" },
    );
    expect(wpp.rows()[0]).toMatchObject({ indicator: "population", value: "19077749" });
    expect(bank.rows()[0]).toMatchObject({ indicator: "population-world-bank", value: "20442030" });
    expect(bank.source().unmapped).toEqual([
      { column: "Country Name", label: "Africa Western and Central", rows: 1 },
    ]);
  });
});
