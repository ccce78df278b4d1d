import { longestValue } from "./css-text";
import { longhands } from "./declarations";
import type { WeighedDeclaration } from "./style-sheet";
import { isValidValue } from "./valid-value";

export interface Cascaded {
  values: ReadonlyMap<string, string>;
  variables: ReadonlyMap<string, string>;
}

const none: Cascaded = { values: new Map(), variables: new Map() };

/** What is declared for an element, by property, the strongest of each (CSS Cascade 5). */
export function cascade(
  rules: readonly WeighedDeclaration[],
  inline: readonly { property: string; value: string; important: boolean }[],
  inherited: ReadonlyMap<string, string>,
): Cascaded {
  if (rules.length === 0 && inline.length === 0) return { ...none, variables: inherited };
  const all = [
    ...rules.map((rule, index) => ({ ...rule, index, inline: false })),
    ...inline.map((rule, index) => ({ ...rule, index, inline: true, layered: false, specificity: 0, order: 0 })),
  ];
  // Important declarations of layers are stronger than others, plain ones weaker.
  const rank = (one: (typeof all)[number]): number =>
    one.important ? (one.inline ? 4 : one.layered ? 6 : 5) : one.inline ? 2 : one.layered ? 0 : 1;
  const strength = (one: (typeof all)[number]): number => (one.important && one.inline ? 5.5 : rank(one));
  all.sort(
    (a, b) => strength(a) - strength(b) || a.specificity - b.specificity || a.order - b.order || a.index - b.index,
  );
  let variables: Map<string, string> | undefined;
  for (const { property, value } of all) {
    if (!property.startsWith("--")) continue;
    variables ??= new Map(inherited);
    if (variables.size < mostVariables) variables.set(property, value);
  }
  const known = variables ?? inherited;
  const values = new Map<string, string>();
  for (const { property, value } of all) {
    if (property.startsWith("--")) continue;
    const text = /\bvar\(/i.test(value) ? substitute(value, known) : value;
    if (text === undefined) continue;
    for (const [name, word] of longhands(property, text)) if (isValidValue(name, word)) values.set(name, word);
  }
  return { values, variables: known };
}

const mostVariables = 500;
const deepestVariable = 12;

/** Puts variables in (CSS Variables 1); undefined where one has no value, or where they grow without end. */
function substitute(value: string, variables: ReadonlyMap<string, string>, depth = 0): string | undefined {
  if (depth > deepestVariable || value.length > longestValue) return undefined;
  const start = /\bvar\(/i.exec(value);
  if (start === null) return value;
  let level = 1;
  let end = start.index + start[0].length;
  while (end < value.length && level > 0) {
    if (value[end] === "(") level += 1;
    else if (value[end] === ")") level -= 1;
    end += 1;
  }
  const inside = value.slice(start.index + start[0].length, level === 0 ? end - 1 : end);
  const comma = inside.indexOf(",");
  const name = (comma === -1 ? inside : inside.slice(0, comma)).trim();
  const found = variables.get(name) ?? (comma === -1 ? undefined : inside.slice(comma + 1).trim());
  if (found === undefined) return undefined;
  return substitute(value.slice(0, start.index) + found + value.slice(end), variables, depth + 1);
}

/** A declared value; undefined where nothing of its own is declared. `all: initial` and the like reset nothing that hides. */
export function resolved(values: ReadonlyMap<string, string>, property: string): string | undefined {
  const value = values.get(property);
  if (value === undefined) return undefined;
  return /^(?:unset|revert|revert-layer|inherit)$/i.test(value) ? inheritedValue(property, value) : value;
}

const inheritedProperties = new Set([
  "color",
  "visibility",
  "font-size",
  "text-indent",
  "line-height",
  "text-shadow",
  "white-space",
  "letter-spacing",
  "fill",
  "mso-hide",
]);

/** "inherit" of what is inherited anyway is as if nothing was declared. */
function inheritedValue(property: string, value: string): string | undefined {
  if (inheritedProperties.has(property)) return property === "color" ? "inherit" : undefined;
  return value.toLowerCase() === "inherit" ? undefined : undefined;
}
