import { findCanaries } from "../../../packages/disclosure/src/index.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a removed name kept in two-byte characters, accents decomposed",
  expected: { rule: "kept-value" },
  run: async () => {
    const bytes = new Uint8Array(Buffer.from("x".repeat(7) + "Kal\u00edn".normalize("NFD"), "utf16le"));
    const found = await findCanaries([{ path: "a.bin", bytes }], ["Kal\u00edn"]);
    return { rules: found.map(() => "kept-value") };
  },
} satisfies Attack;
