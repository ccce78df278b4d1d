import { numberOf, splitArguments } from "./css-text";

/** What lengths are relative to, in CSS pixels. */
export interface LengthContext {
  /** Font size of the element (for font-size itself: of its parent). */
  em: number;
  rem: number;
  /** What 100 % is; undefined where nobody knows. */
  whole?: number;
}

/** Width and height of the screen that a mail is taken to be read on, in CSS pixels. */
export const screenSize = { width: 1024, height: 768 } as const;

const fixed: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/**
 * A CSS length in pixels: numbers with units, and calc, min, max, clamp, abs of them. A bare number counts as pixels, as
 * mail programs and old pages take it. Undefined for anything else (auto, none, unknown units).
 */
export function lengthOf(text: string, context: LengthContext): number | undefined {
  const value = text.trim().toLowerCase();
  if (value.includes("(")) return new Calculation(value, context).result();
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+(?![a-z]))?)([a-z%]*)$/.exec(value);
  return match === null ? undefined : inPixels(Number(match[1]), match[2]!, context);
}

function inPixels(value: number, unit: string, { em, rem, whole }: LengthContext): number | undefined {
  if (unit === "") return value;
  const factor = fixed[unit];
  if (factor !== undefined) return value * factor;
  switch (unit) {
    case "em":
      return value * em;
    case "ex":
    case "ch":
      return value * em * 0.5;
    case "ic":
    case "lh":
      return value * em * 1.2;
    case "rem":
    case "rlh":
      return value * rem;
    case "%":
      return whole === undefined ? undefined : (value * whole) / 100;
    case "vw":
    case "svw":
    case "lvw":
    case "dvw":
    case "vi":
    case "vmax":
      return (value * screenSize.width) / 100;
    case "vh":
    case "svh":
    case "lvh":
    case "dvh":
    case "vb":
    case "vmin":
      return (value * screenSize.height) / 100;
    default:
      return undefined;
  }
}

/** Deeper brackets are not calculated. */
const deepest = 20;

/** Reads a sum of products with brackets (CSS Values 4, 10), by recursive descent. */
class Calculation {
  private readonly tokens: string[];
  private position = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly context: LengthContext,
  ) {
    this.tokens =
      text.match(/[a-z-]+\(|[()*/,]|[+-](?=\s)|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+(?![a-z]))?[a-z%]*|[a-z]+/g) ?? [];
  }

  result(): number | undefined {
    const value = this.sum();
    return this.position >= this.tokens.length && value !== undefined && Number.isFinite(value) ? value : undefined;
  }

  private sum(): number | undefined {
    let value = this.product();
    for (let sign = this.tokens[this.position]; sign === "+" || sign === "-"; sign = this.tokens[this.position]) {
      this.position += 1;
      const next = this.product();
      if (value === undefined || next === undefined) return undefined;
      value += sign === "+" ? next : -next;
    }
    return value;
  }

  private product(): number | undefined {
    let value = this.single();
    for (let sign = this.tokens[this.position]; sign === "*" || sign === "/"; sign = this.tokens[this.position]) {
      this.position += 1;
      const next = this.single();
      if (value === undefined || next === undefined) return undefined;
      value = sign === "*" ? value * next : value / next;
    }
    return value;
  }

  private single(): number | undefined {
    const token = this.tokens[this.position];
    if (token === undefined) return undefined;
    this.position += 1;
    if (token === "(" || token.endsWith("(")) return this.call(token.slice(0, -1));
    return numberOf(token) ?? lengthOf(token, this.context);
  }

  private call(name: string): number | undefined {
    this.depth += 1;
    if (this.depth > deepest) return undefined;
    const values: number[] = [];
    for (;;) {
      const value = this.sum();
      if (value === undefined) return undefined;
      values.push(value);
      const next = this.tokens[this.position];
      this.position += 1;
      if (next === ")" || next === undefined) break;
      if (next !== ",") return undefined;
    }
    this.depth -= 1;
    switch (name) {
      case "":
      case "calc":
      case "-webkit-calc":
      case "-moz-calc":
        return values[0];
      case "min":
        return Math.min(...values);
      case "max":
        return Math.max(...values);
      case "abs":
        return Math.abs(values[0]!);
      case "clamp":
        return values.length === 3 ? Math.max(values[0]!, Math.min(values[1]!, values[2]!)) : undefined;
      default:
        return undefined;
    }
  }
}

/** Arguments of a CSS function by its name, in all its places of a value. */
export function callsOf(value: string): { name: string; values: string[] }[] {
  return [...value.matchAll(/([a-z0-9-]+)\(((?:[^()]|\([^()]*\)){0,400})\)/gi)].map((match) => ({
    name: match[1]!.toLowerCase(),
    values: splitArguments(match[2]!, ",").flatMap((part) => splitArguments(part, " ")),
  }));
}
