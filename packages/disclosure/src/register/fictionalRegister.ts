import { sequence } from "../audit/sequence.ts";
import { AGES, CITIZENSHIPS, COUNTRY, DISTRICTS, FORMS, NOTICE, SEXES } from "./vocabulary.ts";

/** One case of the fictional register. */
export interface FictionalCase {
  /** Whose line it is. Private: `FICTIONAL-000001`. */
  readonly case: string;
  readonly year: number;
  readonly district: string;
  readonly sex: string;
  readonly age: string;
  readonly citizenship: string;
  readonly form: string;
}

/** The register of a country that does not exist. */
export interface FictionalRegister {
  readonly country: typeof COUNTRY;
  readonly notice: typeof NOTICE;
  readonly cases: readonly FictionalCase[];
}

/**
 * Makes a fictional national case register, the same one for the same seed. Its structure is lifelike: cases grow and
 * dip over the years, cluster (several people are found together, so they share year, district, citizenship and form),
 * sexes and ages are found in different forms of exploitation, some districts and citizenships are rare, and some
 * persons come back, elsewhere or in another year. No figure in it is anybody's.
 *
 * @param options.count how many lines, 1 or more
 * @param options.returning share of the lines that are a further one of a person who is in the register already, 0 to 1
 */
export function fictionalRegister(
  options: {
    readonly count?: number;
    readonly seed?: number;
    readonly years?: readonly [from: number, to: number];
    readonly returning?: number;
  } = {},
): FictionalRegister {
  const { count = 4000, seed = 1, years: [from, to] = [2016, 2024], returning = 0 } = options;
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error(`not a number of cases: ${count}; 1 or more`);
  if (!(from <= to)) throw new Error(`years run backwards: ${from} to ${to}`);
  const random = sequence(seed);
  const years = yearWeights(from, to);
  const cases: FictionalCase[] = [];
  while (cases.length < count) {
    const year = Number(draw(years, random));
    const district = draw(DISTRICTS, random);
    const citizenship = draw(CITIZENSHIPS, random);
    const lead = draw(SEXES, random);
    const form = draw(FORMS[lead], random);
    const found = groupSize(random);
    if (returning > 0 && cases.length > 0 && random() < returning) {
      const before = cases[Math.floor(random() * cases.length)]!;
      cases.push({ ...before, year: Math.max(before.year, year), district, form });
      continue;
    }
    for (let i = 0; i < found && cases.length < count; i++) {
      const sex = random() < 0.8 ? lead : draw(SEXES, random);
      cases.push({
        case: `FICTIONAL-${String(cases.length + 1).padStart(6, "0")}`,
        year,
        district,
        sex,
        age: draw(AGES[sex], random),
        citizenship: random() < 0.9 ? citizenship : draw(CITIZENSHIPS, random),
        form: random() < 0.85 ? form : draw(FORMS[sex], random),
      });
    }
  }
  return { country: COUNTRY, notice: NOTICE, cases };
}

/** The register as columns, as `auditRecords` and `suppressLocally` take them. */
export function registerColumns({
  cases,
}: FictionalRegister): Record<keyof FictionalCase, (string | number)[]> {
  return {
    case: cases.map((one) => one.case),
    year: cases.map((one) => one.year),
    district: cases.map((one) => one.district),
    sex: cases.map((one) => one.sex),
    age: cases.map((one) => one.age),
    citizenship: cases.map((one) => one.citizenship),
    form: cases.map((one) => one.form),
  };
}

// Registration grows as people learn to look, with one bad year in the middle.
function yearWeights(from: number, to: number): (readonly [string, number])[] {
  const dip = Math.round((from + to) / 2);
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const year = from + i;
    return [String(year), year === dip ? 4 : 6 + i] as const;
  });
}

function groupSize(random: () => number): number {
  return random() < 0.6 ? 1 : 1 + Math.floor(8 * random() ** 2);
}

function draw<T extends string>(weighted: readonly (readonly [T, number])[], random: () => number): T {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  let at = random() * total;
  for (const [word, weight] of weighted) {
    at -= weight;
    if (at < 0) return word;
  }
  return weighted[0]![0];
}
