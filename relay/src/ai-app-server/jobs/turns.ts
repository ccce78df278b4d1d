/** Things that wait, by whose they are: one of each in turns, and for each in the order they came. */
export class Turns<Thing> {
  // In the order of the next turns; nobody is in it who has nothing waiting.
  private readonly lines = new Map<string, Thing[]>();

  add(whose: string, thing: Thing): void {
    const line = this.lines.get(whose);
    if (line === undefined) this.lines.set(whose, [thing]);
    else line.push(thing);
  }

  remove(whose: string, thing: Thing): void {
    const line = this.lines.get(whose) ?? [];
    const place = line.indexOf(thing);
    if (place >= 0) line.splice(place, 1);
    if (line.length === 0) this.lines.delete(whose);
  }

  /** Takes out whose turn it is, who then goes to the end; undefined when nothing waits. */
  next(): Thing | undefined {
    const first = this.lines.entries().next().value;
    if (first === undefined) return undefined;
    const [whose, line] = first;
    const thing = line.shift();
    this.lines.delete(whose);
    if (line.length > 0) this.lines.set(whose, line);
    return thing;
  }
}
