/** The colours of one paper: text at least 4.5:1, lines at least 3:1 against it. */
export interface Paper {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rest: string;
  readonly hairline: string;
  readonly accent: string;
  readonly link: string;
}

export const light: Paper = {
  paper: "#fffdf9",
  ink: "#1d1b18",
  quiet: "#5f5a53",
  rest: "#8c867d",
  hairline: "#ded9d0",
  accent: "#a85400",
  link: "#1f5fa8",
};

export const dark: Paper = {
  paper: "#161513",
  ink: "#f2eee7",
  quiet: "#b8b1a6",
  rest: "#8c867d",
  hairline: "#3b3833",
  accent: "#f2a541",
  link: "#86b6f0",
};

/** Eight colours in order, each at least 3:1 on both papers, apart under protanopia, deuteranopia and tritanopia. */
export const palette: readonly string[] = [
  "#9f4d00",
  "#2769ac",
  "#7b976c",
  "#9486db",
  "#ca7b11",
  "#5f674b",
  "#a98a98",
  "#795e6c",
];

/** One hue in five even steps, from little to much, on light paper and on dark. */
export const ramps = {
  light: ["#f6d8bc", "#e0ab7a", "#c6803c", "#a05b11", "#743c01"],
  dark: ["#543519", "#80511f", "#ac712f", "#d29754", "#edc291"],
} as const;
