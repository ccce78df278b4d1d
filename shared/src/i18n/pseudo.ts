import { ja } from "./ja";

/** Marks every text and makes it a third longer; places to be filled stay as they are. */
export function stretch(text: string): string {
  return `［${text}${"～".repeat(Math.ceil(text.length / 3))}］`;
}

/** A language for tests: shows texts that bypass the catalogue, and layouts that break with longer words. */
export function makePseudo(): Record<keyof typeof ja, string> {
  return Object.fromEntries(Object.entries(ja).map(([key, text]) => [key, stretch(text)])) as Record<
    keyof typeof ja,
    string
  >;
}
