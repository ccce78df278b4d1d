import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";

/**
 * A description that is built at first use. The classes of Word refer to each other in circles (a range has
 * paragraphs, a paragraph has ranges), so their modules cannot build theirs while they load.
 */
export function describeType<Target extends EmulatedObject>(
  name: string,
  build: () => Omit<EmulatedType<Target>, "name">,
): EmulatedType<Target> {
  let built: EmulatedType<Target> | undefined;
  const description = () => (built ??= { name, ...build() });
  const lazy = { name };
  for (const key of ["properties", "methods", "items", "idOf", "itemById"] as const) {
    Object.defineProperty(lazy, key, { enumerable: true, get: () => description()[key] });
  }
  return lazy as EmulatedType<Target>;
}
