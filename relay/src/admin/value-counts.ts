/**
 * How often each value came: all that is needed for medians, in the memory of the values that differ. Milliseconds and
 * counts of characters repeat; a year of steps has a few thousand different ones.
 */
export class ValueCounts {
  private readonly counts = new Map<number, number>();
  private size = 0;

  add(value: number): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
    this.size++;
  }

  /**
   * The value below which a part (0..1) of all values lies, between two values in proportion, as percentile_cont of SQL;
   * undefined without values.
   */
  percentile(part: number): number | undefined {
    if (this.size === 0) return undefined;
    const place = (this.size - 1) * part;
    const [lower, upper] = [Math.floor(place), Math.ceil(place)];
    let before = 0;
    let low: number | undefined;
    for (const [value, count] of [...this.counts].sort(([one], [other]) => one - other)) {
      before += count;
      if (low === undefined && before > lower) low = value;
      if (low !== undefined && before > upper) return low + (value - low) * (place - lower);
    }
    return low;
  }
}
