import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { publint } from "publint";
import ts from "typescript";
import { expect, test } from "vitest";
import type { customElements } from "../../packages/widgets/custom-elements.ts";
import { elementAttributes } from "../../packages/widgets/src/element/settings.ts";
import { kindNames } from "../../packages/widgets/src/loader/loader.ts";

const source = "packages/widgets/src";
const written = JSON.parse(
  readFileSync("packages/widgets/dist/custom-elements.json", "utf8"),
) as typeof customElements;
const declared = written.modules.flatMap(({ declarations }) => declarations);
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
const sources = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");

test("custom-elements.json names every element", () => {
  expect(declared.map(({ tagName }) => tagName).sort()).toEqual(
    kindNames.map((kind) => `yeelen-${kind}`).sort(),
  );
});

test("custom-elements.json names every attribute, event, part and CSS property, and no other", () => {
  const code = sources(source) + sources("packages/charts/src/styles");
  const events = [...code.matchAll(/"(yeelen-(?:ready|error|select))"/g)].map(([, name]) => name);
  const parts = [...code.matchAll(/(?:part: |"part", )"([a-z]+)"/g)].map(([, name]) => name);
  for (const element of declared) {
    expect(names(element.attributes)).toEqual([...elementAttributes].sort());
    expect(names(element.events)).toEqual([...new Set(events)].sort());
    expect(names(element.cssParts)).toEqual([...new Set(parts)].sort());
    for (const property of [
      "--yeelen-ink",
      "--yeelen-8",
      "--yeelen-ramp-5",
      "--yeelen-font",
      "--yeelen-title-font",
    ])
      expect(names(element.cssProperties)).toContain(property);
  }
});

test("every part of the package can be imported where there is no page, as servers that render one do", async () => {
  expect(typeof document).toBe("undefined");
  const dist = resolve("packages/widgets/dist");
  const { exports } = JSON.parse(readFileSync(join(dist, "package.json"), "utf8")) as {
    exports: Record<string, string | { readonly default?: string }>;
  };
  const scripts = Object.values(exports).flatMap((part) => (typeof part === "object" && part.default) || []);
  expect(scripts).toContain("./esm/loader.js");
  for (const script of scripts)
    await expect(import(pathToFileURL(join(dist, script)).href), script).resolves.toBeDefined();
});

test("the package that npm gets has no fault that publint knows", async () => {
  const { messages } = await publint({ pkgDir: resolve("packages/widgets/dist"), strict: true, pack: false });
  expect(messages.map(({ code, path }) => [code, path.join(".")])).toEqual([]);
});

test("every language has every word of the reader's tools, in its own letters", () => {
  const folder = `${source}/messages`;
  const english = JSON.parse(readFileSync(`${folder}/en.json`, "utf8")) as Record<string, string>;
  for (const file of readdirSync(folder)) {
    const words = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Record<string, string>;
    expect(Object.keys(words).sort(), file).toEqual(Object.keys(english).sort());
    expect(
      Object.values(words).every((word) => word.trim() !== ""),
      file,
    ).toBe(true);
    if (/ar|ru|uk/.test(file)) expect(words["download"], file).toMatch(/[\u0400-\u06ff]/);
  }
});

test("typings know the elements in HTML, React, Vue and Svelte, their attributes and events, and refuse a wrong one", () => {
  const page = resolve("tests/widgets/made-up-page.ts");
  const text = `
    import { createElement, type JSX } from "react";
    import "../../packages/widgets/types/react.d.ts";
    import type { GlobalComponents } from "vue";
    import "../../packages/widgets/types/vue.d.ts";
    import type { SvelteHTMLElements } from "svelte/elements";
    import "../../packages/widgets/types/svelte.d.ts";
    import type { YeelenEventMap } from "../../packages/widgets/types/index.d.ts";
    const right: JSX.IntrinsicElements["yeelen-line"] = { src: "x/", areas: "MLI", "onyeelen-ready": (event: YeelenEventMap["yeelen-ready"]) => event.detail.release };
    // @ts-expect-error no such measure
    const wrong: JSX.IntrinsicElements["yeelen-map"] = { src: "x/", measure: "most" };
    const inSvelte: SvelteHTMLElements["yeelen-line"] = { src: "x/", lang: "fr", "onyeelen-select": (event) => event.detail.point?.label };
    // @ts-expect-error no such theme
    const wrongInSvelte: SvelteHTMLElements["yeelen-stat"] = { src: "x/", theme: "sepia" };
    type InVue = InstanceType<GlobalComponents["yeelen-line"]>["$props"];
    const inVue: InVue = { src: "x/", measure: "rate", class: "wide", onYeelenReady: (event) => event.detail.release };
    // @ts-expect-error no such period
    const wrongInVue: InVue = { src: "x/", period: 2020 };
    const element: HTMLElement = document.createElement("yeelen-bar");
    element.addEventListener("yeelen-select", (event) => event.detail.point?.label);
    export { createElement, right, wrong, inSvelte, wrongInSvelte, inVue, wrongInVue };
  `;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === page || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === page ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([page], options, host));
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))).toEqual([]);
});
