import { ja, type TextKey } from "./ja";

const numbers = new Intl.NumberFormat("ja");

/** The text of a key; `{name}` becomes the value. */
export function say(key: TextKey, values: Record<string, string | number> = {}): string {
  return ja[key].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}
