import { isRecord } from "./error-object";

/** Deeper than any error is nested. */
const maximumDepth = 4;

/** Where an error may stand inside another value. */
const holders = ["error", "errors", "detail", "details", "innererror"] as const;

/** Fields in which a server speaks itself. Others (`input`, `ctx`, `body`) repeat what it was sent. */
const spoken = ["param", "code", "type", "message", "msg"] as const;

/** Where a sentence of validation begins to repeat the request: vLLM puts a whole list of findings into one message. */
const echo = /["'](input|ctx|body|url)["']\s*:[^]*$/;

/**
 * What a server says itself in an error body, without what it repeats of the request: parameter names, paths of
 * validation, codes, and messages, one a line.
 * @param body error body as text; one that is not JSON is taken for a sentence
 */
export function refusalWords(body: string): string {
  let document: unknown;
  try {
    document = JSON.parse(body) as unknown;
  } catch {
    // A sentence, or an error body that was cut.
    return body.replace(echo, "");
  }
  return wordsOf(document, 0).join("\n");
}

function wordsOf(value: unknown, depth: number): string[] {
  if (depth > maximumDepth) return [];
  if (typeof value === "string") return [value.replace(echo, "")];
  if (Array.isArray(value)) return value.flatMap((item) => wordsOf(item, depth + 1));
  if (!isRecord(value)) return [];
  const path = Array.isArray(value.loc) ? [value.loc.join(".")] : [];
  const own = spoken.flatMap((field) => (typeof value[field] === "string" ? wordsOf(value[field], depth) : []));
  return [...path, ...own, ...holders.flatMap((field) => wordsOf(value[field], depth + 1))];
}
