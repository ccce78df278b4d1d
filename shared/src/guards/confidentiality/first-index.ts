/**
 * Index of the first item that satisfies a condition which, once true, stays true to the end of the list; the length of
 * the list where none does. Texts may hold many thousands of lines and candidates, each of which is asked about others.
 */
export function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
