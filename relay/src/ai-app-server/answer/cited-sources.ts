/** Numbers the sources of an answer in the order in which they are first cited. */
export class CitedSources {
  private readonly numbers = new Map<string, number>();

  /** The marks of a statement's sources, e.g. 「[1][3]」, written so that markdown makes no link of them. */
  marks(sources: readonly string[]): string {
    return sources.map((id) => `\\[${this.number(id)}\\]`).join("");
  }

  /** Ids in the order of their numbers, which begin with 1. */
  get ids(): string[] {
    return [...this.numbers.keys()];
  }

  private number(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.numbers.size + 1);
    return this.numbers.size;
  }
}
