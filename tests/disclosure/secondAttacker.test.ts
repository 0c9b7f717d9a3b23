import { expect, it } from "vitest";
import { publishAndAttack } from "./second/publishAndAttack.ts";

it("yeelen publish leaves a second attacker, written apart, no small count in any family of tables", async () => {
  const { published, refused, found, small } = await publishAndAttack([1, 2, 3, 4, 5, 6, 7]);
  expect(refused).toEqual([]);
  expect(found).toEqual([]);
  expect(Object.keys(published)).toHaveLength(7);
  expect(small).toBeGreaterThan(10);
}, 180_000);
