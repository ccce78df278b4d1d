/**
 * Where a defect of the emulation goes when nobody asked for it: the add-in only sees an error of the host, and the
 * author of the emulated type needs the stack.
 */
export function reportDefect(error: unknown, location: string): void {
  // eslint-disable-next-line no-console -- runs in pages and in Node; the console is what both have.
  console.error(`Defect in the emulated host at ${location}:`, error);
}
