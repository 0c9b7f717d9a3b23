import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";

const browserGlobals = Object.fromEntries(
  [
    "window",
    "document",
    "fetch",
    "URL",
    "console",
    "process",
    "setTimeout",
    "clearTimeout",
    "location",
    "history",
  ].map((name) => [name, "readonly"]),
);

export default ts.config(
  {
    ignores: [
      "**/node_modules",
      "**/dist",
      "data/published",
      "packages/dashboard/.svelte-kit",
      "packages/dashboard/build",
      "storybook-static",
      "coverage",
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { files: ["**/*.svelte", "**/*.svelte.ts"], languageOptions: { parserOptions: { parser: ts.parser } } },
  { languageOptions: { globals: browserGlobals } },
  {
    rules: {
      "no-undef": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-imports": [
        "error",
        { paths: [{ name: "d3", message: "import d3 modules one by one" }] },
      ],
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  // How a package adds to the types of a framework.
  {
    files: ["packages/widgets/types/*.d.ts"],
    rules: {
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
    },
  },
  // Its markup is written by toSvg, which escapes every text and attribute.
  {
    files: ["packages/dashboard/src/lib/components/{AreaMap,Chart,Drawn,ExplorerFigure}.svelte"],
    rules: { "svelte/no-at-html-tags": "off" },
  },
);
