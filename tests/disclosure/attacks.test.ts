import { expect, it } from "vitest";
import { allAttacks, isMet } from "./gate.ts";

const attacks = await allAttacks();

it("the attack suite tries at least fifty inputs, safe ones among them", () => {
  expect(attacks.length).toBeGreaterThanOrEqual(50);
  expect(attacks.filter(([, { expected }]) => expected === "safe").length).toBeGreaterThanOrEqual(8);
});

it.each(attacks)("%s", async (_, attack) => {
  const outcome = await attack.run();
  expect(isMet(attack, outcome), `${attack.title}: ${JSON.stringify(outcome)}`).toBe(true);
});
