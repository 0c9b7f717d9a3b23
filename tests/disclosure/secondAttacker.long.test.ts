import { expect, it } from "vitest";
import { publishAndAttack } from "./second/publishAndAttack.ts";

const BATCHES = Array.from({ length: 25 }, (_, batch) => batch);

it.each(BATCHES)(
  "a second attacker finds no small count in twenty published registers (%i)",
  async (batch) => {
    const { refused, found } = await publishAndAttack(Array.from({ length: 20 }, (_, i) => 20 * batch + i));
    expect(refused).toEqual([]);
    expect(found).toEqual([]);
  },
  900_000,
);
