/** Dimensions an observation may be broken down by, beside area and period; in the order of its columns. */
export const dimensions = ["sex", "age", "exploitation", "counterpart"] as const;
export type Dimension = (typeof dimensions)[number];

/** The code that stands for the total of every dimension. */
export const TOTAL = "T";

/**
 * `suppressed` published as a range by whoever protects it; `not-reported` asked for, not answered;
 * `not-collected` never asked for; `not-applicable` the question makes no sense here;
 * `pending` not due yet; `conflicting` the source contradicts itself; `counted-elsewhere` part of another category's figure.
 */
export const absences = [
  "suppressed",
  "not-reported",
  "not-collected",
  "not-applicable",
  "pending",
  "conflicting",
  "counted-elsewhere",
] as const;

/** `trafficking` and `smuggling` are different crimes and never mixed; `context` is neither. */
export const subjects = ["trafficking", "smuggling", "context"] as const;

/** Closed code lists; `counterpart` is open: an ISO 3166-1 alpha-3 code or one of `specialCounterparts`. */
export const codeLists = {
  sex: { T: "Total", F: "Female", M: "Male", O: "Other", U: "Unknown" },
  age: { T: "Total", LT18: "0 to 17 years", GE18: "18 years or over", U: "Unknown" },
  exploitation: {
    T: "Total",
    SEX: "Sexual exploitation",
    LABOUR: "Forced labour",
    ORGAN: "Organ removal",
    OTHER: "Other forms of exploitation",
    U: "Unknown",
  },
} as const;

/** One letter a cell; `.` stands for a value and `-` for a combination the source does not hold. */
export const absenceLetters = {
  ".": null,
  s: "suppressed",
  r: "not-reported",
  c: "not-collected",
  a: "not-applicable",
  p: "pending",
  x: "conflicting",
  k: "counted-elsewhere",
  "-": null,
} as const;
