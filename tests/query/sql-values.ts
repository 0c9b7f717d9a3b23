/** An expression of SQL, the type that the console names and the value it gives, whichever build of the engine ran it. */
export const sqlValues: readonly (readonly [
  sql: string,
  type: string,
  value: string | number | boolean | null,
])[] = [
  ["1::TINYINT", "TINYINT", 1],
  ["1::UINTEGER", "UINTEGER", 1],
  ["18446744073709551615::UBIGINT", "UBIGINT", "18446744073709551615"],
  ["-9007199254740993::BIGINT", "BIGINT", "-9007199254740993"],
  ["170141183460469231731687303715884105727::HUGEINT", "HUGEINT", "170141183460469231731687303715884105727"],
  ["sum(1)", "HUGEINT", 1],
  ["1.50::DECIMAL(10,2)", "DECIMAL(10,2)", 1.5],
  ["[NULL, 1.5]", "DECIMAL(2,1)[]", "[NULL, 1.5]"],
  ["0.1::DOUBLE", "DOUBLE", 0.1],
  ["'NaN'::DOUBLE", "DOUBLE", "NaN"],
  ["'-inf'::DOUBLE", "DOUBLE", "-Infinity"],
  ["true", "BOOLEAN", true],
  ["NULL::INTEGER", "INTEGER", null],
  ["DATE '2020-02-29'", "DATE", "2020-02-29"],
  ["TIMESTAMP '2020-02-29 12:34:56.789123'", "TIMESTAMP", "2020-02-29 12:34:56.789123"],
  ["TIME '12:34:56'", "TIME", "12:34:56"],
  ["INTERVAL 1 MONTH", "INTERVAL", "1 month"],
  ["[1, 2]", "INTEGER[]", "[1, 2]"],
  ["{'a': 1}", "STRUCT(a INTEGER)", "{'a': 1}"],
  ["MAP {'a': 1}", "MAP(VARCHAR, INTEGER)", "{a=1}"],
  ["'x'::ENUM('x', 'y')", "ENUM('x', 'y')", "x"],
  ["'a\\xFF'::BLOB", "BLOB", "a\\xFF"],
  ["uuid '00000000-0000-0000-0000-000000000001'", "UUID", "00000000-0000-0000-0000-000000000001"],
];

/** All of them in one row. */
export const sqlValuesText = `SELECT ${sqlValues.map(([sql], index) => `${sql} AS v${index}`).join(", ")}`;

export const sqlValuesResult = {
  columns: sqlValues.map(([, type], index) => ({ name: `v${index}`, type })),
  rows: [sqlValues.map(([, , value]) => value)],
  truncated: false,
};
