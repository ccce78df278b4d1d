import type { Color } from "./color";
import { callsOf } from "./css-length";
import { portion } from "./text-paint";

/** What a CSS filter makes of a colour. */
export type ColorFilter = (color: Color) => Color;

/** The filters of a value that change colours (Filter Effects 1); undefined where it has none. */
export function colorFilterOf(value: string | undefined): ColorFilter | undefined {
  if (value === undefined || !/(?:invert|brightness|contrast|grayscale)\(/i.test(value)) return undefined;
  const steps = callsOf(value).flatMap(({ name, values }): ColorFilter[] => {
    const amount = Math.max(0, values[0] === undefined ? 1 : (portion(values[0]) ?? 1));
    switch (name) {
      case "invert": {
        const share = Math.min(1, amount);
        return [each((part) => part + share * (255 - 2 * part))];
      }
      case "brightness":
        return [each((part) => part * amount)];
      case "contrast":
        return [each((part) => (part - 127.5) * amount + 127.5)];
      case "grayscale":
        return [(color) => gray(color, Math.min(1, amount))];
      default:
        return [];
    }
  });
  return steps.length === 0 ? undefined : (color) => steps.reduce((changed, step) => step(changed), color);
}

function each(change: (part: number) => number): ColorFilter {
  const part = (value: number): number => Math.max(0, Math.min(255, change(value)));
  return ({ red, green, blue, alpha }) => ({ red: part(red), green: part(green), blue: part(blue), alpha });
}

function gray({ red, green, blue, alpha }: Color, share: number): Color {
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const mix = (part: number): number => part + share * (light - part);
  return { red: mix(red), green: mix(green), blue: mix(blue), alpha };
}
