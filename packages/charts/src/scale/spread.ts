/** A label's wished middle and its height, in pixels. */
export interface Placed {
  readonly y: number;
  readonly height: number;
}

/**
 * Middles for labels so that none overlaps another and all stay between `top` and `bottom` where there is room,
 * each as near to its wish as that allows (least squares, by pooling adjacent violators). Keeps the order of `wishes`.
 */
export function spread(wishes: readonly Placed[], top: number, bottom: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => at(wishes, a).y - at(wishes, b).y || a - b);
  const blocks: { sum: number; height: number; members: number[] }[] = [];
  for (const index of order) {
    const wish = at(wishes, index);
    let block = { sum: wish.y - wish.height / 2, height: wish.height, members: [index] };
    for (let above = blocks.at(-1); above && overlaps(above, block); above = blocks.at(-1)) {
      blocks.pop();
      block = {
        sum: above.sum + block.sum - above.height * block.members.length,
        height: above.height + block.height,
        members: [...above.members, ...block.members],
      };
    }
    blocks.push(block);
  }
  const middles: number[] = [];
  for (const block of blocks) {
    let edge = start(block);
    for (const index of block.members) {
      const { height } = at(wishes, index);
      middles[index] = edge + height / 2;
      edge += height;
    }
  }
  return middles;

  function start(block: { sum: number; height: number; members: number[] }): number {
    return Math.max(top, Math.min(bottom - block.height, block.sum / block.members.length));
  }

  function overlaps(above: (typeof blocks)[number], below: (typeof blocks)[number]): boolean {
    return start(above) + above.height > start(below);
  }
}

function at(wishes: readonly Placed[], index: number): Placed {
  return wishes[index] as Placed;
}
