/** Characters of one CSS value that are read; longer ones hide no text that shorter ones could not. */
export const longestValue = 2_000;

/** A CSS text without comments and with its escapes resolved (CSS Syntax 3, 4.3.7), as far as names and values need it. */
export function plainCss(text: string): string {
  const bare = text.includes("/*") ? text.replace(/\/\*[^]*?(?:\*\/|$)/g, " ") : text;
  if (!bare.includes("\\")) return bare.trim();
  return bare
    .replace(/\\(?:([0-9a-f]{1,6})[ \t\n\f\r]?|([^\n\f\r]))/gi, (_, hex?: string, sign?: string) => {
      const code = hex === undefined ? undefined : Number.parseInt(hex, 16);
      if (code === undefined) return sign ?? "";
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? "\ufffd"
        : String.fromCodePoint(code);
    })
    .trim();
}

/** Cuts a value at a separator (" ", "," or "/") that stands outside brackets and quotes. */
export function splitArguments(value: string, separator: " " | "," | "/"): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let part = "";
  for (const sign of value) {
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    const isSeparator = separator === " " ? /\s/.test(sign) : sign === separator;
    if (isSeparator && depth <= 0 && quote === "") {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  parts.push(part);
  return parts.map((found) => found.trim()).filter((found) => found !== "");
}

/** A CSS number; undefined for anything else. */
export function numberOf(word: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(word) ? Number(word) : undefined;
}
