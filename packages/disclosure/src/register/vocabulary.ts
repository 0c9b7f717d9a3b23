/** The country of the worked register. It does not exist; nothing here describes a real place or person. */
export const COUNTRY = "Fictional Republic of Kalinda";

/** Put on everything that is made from the register. */
export const NOTICE = "Fictional data: made by a program, about a country and persons that do not exist.";

/** Districts of Kalinda and how often a case is registered there. */
export const DISTRICTS = [
  ["Kalinda City", 34],
  ["Norvale", 18],
  ["Harbour Coast", 16],
  ["Upper Lake", 11],
  ["Eastmarsh", 9],
  ["Three Hills", 6],
  ["Saltplain", 4],
  ["Far Valley", 2],
] as const;

/** Citizenships: Kalinda and its neighbours, all invented. */
export const CITIZENSHIPS = [
  ["Kalinda", 58],
  ["Ostmark Islands", 14],
  ["Veridia", 11],
  ["Tamarand", 8],
  ["Lower Brenn", 5],
  ["Quell", 3],
  ["Arvenia", 1],
] as const;

export const SEXES = [
  ["F", 66],
  ["M", 33],
  ["O", 1],
] as const;

/** Age groups, by sex: boys and girls are found for different reasons. */
export const AGES = {
  F: [
    ["0-8", 4],
    ["9-17", 30],
    ["18-29", 42],
    ["30-47", 20],
    ["48+", 4],
  ],
  M: [
    ["0-8", 5],
    ["9-17", 22],
    ["18-29", 34],
    ["30-47", 31],
    ["48+", 8],
  ],
  O: [
    ["0-8", 0],
    ["9-17", 15],
    ["18-29", 60],
    ["30-47", 25],
    ["48+", 0],
  ],
} as const;

/** Forms of exploitation, by sex. */
export const FORMS = {
  F: [
    ["sexual", 56],
    ["domestic work", 20],
    ["labour", 15],
    ["forced marriage", 6],
    ["begging", 3],
  ],
  M: [
    ["labour", 66],
    ["begging", 14],
    ["sexual", 9],
    ["domestic work", 8],
    ["forced marriage", 3],
  ],
  O: [
    ["sexual", 70],
    ["labour", 25],
    ["begging", 5],
    ["domestic work", 0],
    ["forced marriage", 0],
  ],
} as const;
