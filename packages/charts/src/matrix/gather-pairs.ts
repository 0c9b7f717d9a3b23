/** Pairs of which the same is said: one name, and those that it stands beside. */
export interface GatheredPairs<Item, Name> {
  /** The first of the pairs. */
  readonly item: Item;
  readonly shared: Name;
  readonly others: readonly Name[];
}

interface Gathering<Item, Name> {
  pairOf(item: Item): readonly [Name, Name];
  /** Whether the same is said of both. */
  alike(one: Item, other: Item): boolean;
  /** Whether what is said names one side as its own, so that only pairs with the same first name go together. */
  directed(item: Item): boolean;
}

/** Gathers pairs of which the same is said around the name that is in most of them; every pair is in one group. */
export function gatherPairs<Item, Name>(
  items: readonly Item[],
  { pairOf, alike, directed }: Gathering<Item, Name>,
): GatheredPairs<Item, Name>[] {
  const groups: GatheredPairs<Item, Name>[] = [];
  let left = items;
  for (let [item] = left; item !== undefined; [item] = left) {
    const leading = item;
    const [first, second] = pairOf(leading);
    const same = left.filter((one) => alike(leading, one));
    const around = (name: Name) =>
      same.filter((one) => (directed(leading) ? pairOf(one)[0] === name : pairOf(one).includes(name)));
    const shared = !directed(leading) && around(second).length > around(first).length ? second : first;
    const group = around(shared);
    groups.push({
      item: leading,
      shared,
      others: group.map((one) => pairOf(one).find((name) => name !== shared) ?? shared),
    });
    left = left.filter((one) => !group.includes(one));
  }
  return groups;
}
