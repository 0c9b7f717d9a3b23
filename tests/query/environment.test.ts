import { reasonAgainst } from "../../packages/query/src/wasm/environment.ts";
import { expect, test } from "vitest";

const able = { WebAssembly: {}, Worker: {} };

test("reasonAgainst(environment) finds nothing against a browser that can and may", () => {
  expect(reasonAgainst(able)).toBeUndefined();
  expect(
    reasonAgainst({ ...able, navigator: { deviceMemory: 8, connection: { saveData: false } } }),
  ).toBeUndefined();
});

test.each([
  [{ Worker: {} }, "this browser has no WebAssembly"],
  [{ WebAssembly: {} }, "this browser has no workers"],
  [
    { ...able, navigator: { connection: { saveData: true } } },
    "the reader asked to save data, and the engine weighs some 8 MB",
  ],
  [
    { ...able, navigator: { deviceMemory: 0.5 } },
    "this device has 0.5 GB of memory, and the engine needs 1 GB",
  ],
])("reasonAgainst(%j) names the reason", (environment, reason) => {
  expect(reasonAgainst(environment)).toBe(reason);
});
