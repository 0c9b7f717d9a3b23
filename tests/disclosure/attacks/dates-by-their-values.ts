import { gateRecords, recordsOf } from "../gate.ts";
import type { Attack } from "../gate.ts";

const pairs: readonly (readonly [how: string, one: string, other: string])[] = [
  ["digits alone", "20210512", "20210613"],
  ["digits, day first", "12052021", "13062021"],
  ["month and short year", "May-21", "Jun-21"],
  ["French", "12 mai 2021", "13 juin 2021"],
  ["Spanish", "12 de mayo de 2021", "13 de junio de 2021"],
  ["Portuguese", "março de 2021", "abril de 2021"],
  ["Russian", "12 мая 2021 г.", "13 июня 2021 г."],
  ["Ukrainian", "травень 2021", "червень 2021"],
  ["Arabic", "١٢ مايو ٢٠٢١", "١٣ يونيو ٢٠٢١"],
  ["Arabic digits", "١٢/٠٥/٢٠٢١", "١٣/٠٦/٢٠٢١"],
  ["the Levant's months", "كانون الثاني 2021", "شباط 2021"],
  ["weeks", "2021-W10", "2021-W11"],
  ["quarters", "Q1 2021", "Q2 2021"],
  ["days of the year", "2021-132", "2021-133"],
  ["a spreadsheet's serial numbers", "44328", "44361"],
  ["Unix time", "1620777600", "1623542400"],
  ["milliseconds", "1620777600000", "1623542400000"],
  ["Roman months", "12.V.2021", "13.VI.2021"],
  ["short year and month", "21-05", "22-01"],
  ["a time stamp", "2021-05-12T10:00:00Z", "2021-06-13T11:30:00Z"],
  ["the Persian calendar", "۱۴۰۰/۰۲/۲۲", "۱۴۰۰/۰۳/۲۳"],
];

const gate = (one: string, other: string) =>
  gateRecords(
    recordsOf(
      ["sex", "when", "form"],
      [
        [20, "F", one, "labour"],
        [20, "F", one, "sexual"],
        [20, "F", other, "labour"],
        [20, "F", other, "sexual"],
        [20, "M", one, "labour"],
        [20, "M", one, "sexual"],
      ],
    ),
    { kind: "records", k: 11, columns: { sex: "quasi", when: "quasi", form: "sensitive" } },
  );

const safe: typeof pairs = [
  ["ages", "9-17", "18-29"],
  ["years", "2021", "2022"],
  ["a name that is a month", "May", "Mars"],
  ["bands in two digits", "05-09", "10-14"],
  ["seasons", "2019-20", "2020-21"],
  ["round amounts", "30000", "45000"],
];

export default [
  ...pairs.map(([how, one, other]): Attack => ({
    title: `dates finer than a year: ${how}`,
    expected: { rule: "fine-date" },
    run: () => gate(one, other),
  })),
  ...safe.map(([how, one, other]): Attack => ({
    title: `no dates: ${how}`,
    expected: "safe",
    run: () => gate(one, other),
  })),
] satisfies Attack[];
