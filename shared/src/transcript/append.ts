/** Adds to the end of a list what may be more than a call takes as arguments. */
export function append<Item>(list: Item[], more: readonly Item[]): void {
  for (const item of more) list.push(item);
}
