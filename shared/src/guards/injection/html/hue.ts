import type { Color } from "./color";

/** What a person calls a bright colour: answers within a quoted mail are told by it. */
export type Hue = "red" | "green" | "blue";

/** Between the strongest and the weakest part of a colour; Outlook's dark blue for all that is typed (#1F497D) has less. */
const bright = 100;

/** The hue of a colour; undefined for black, white, grey, and colours that are hardly one. */
export function hueOf({ red, green, blue }: Color): Hue | undefined {
  const most = Math.max(red, green, blue);
  if (most - Math.min(red, green, blue) < bright) return undefined;
  return most === red ? "red" : most === green ? "green" : "blue";
}
