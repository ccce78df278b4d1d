/** Ends the model's turn, and parts the pieces of its prompt (reference: GENAI's contracts, PLaMo翻訳). */
export const operationToken = "<|plamo:op|>";

/** What a reader does not see, and what look-alikes are made with. */
const invisible =
  "[\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]*";
const less = "[<＜﹤‹〈]";
const greater = "[>＞﹥›〉]";
const bar = "[|｜￨❘∣ǀ│┃]";
const letters = ["pｐ", "lｌ", "aａ", "mｍ", "oｏ"].map((pair) => `[${pair}]`).join(invisible);

/** `<|plamo:…|>` in any width, case and spacing; without its last sign too, so that none can be completed by what follows. */
const controlToken = new RegExp(
  [less, bar, letters, "[:：﹕꞉]", `[^|｜￨❘∣ǀ│┃<>＜＞\\n]{0,40}?`, bar].join(invisible) + `(?:${invisible}${greater})?`,
  "giu",
);

/** Tokens inside tokens so deep are written by nobody but an attacker. */
const deepestNesting = 16;
const bars = new RegExp(bar, "gu");

/**
 * Takes control tokens and their look-alikes out of a text: the prompt is one string, so that one inside the text would
 * end it and begin another (trap D1). Done until nothing is left to find, because taking one out may put another together;
 * from a text that goes on doing so, every bar is taken, without which there is no token: time stays in proportion.
 */
export function withoutControlTokens(text: string): string {
  let rest = text;
  for (let depth = 0; depth < deepestNesting; depth += 1) {
    const next = rest.replace(controlToken, "");
    if (next === rest) return rest;
    rest = next;
  }
  return rest.replace(bars, "");
}

/** Where the first control token or look-alike of a text begins; undefined when there is none. */
export function controlTokenIn(text: string): number | undefined {
  controlToken.lastIndex = 0;
  return controlToken.exec(text)?.index;
}

/** Longest piece of a text that is looked at as the beginning of a token. */
const longestToken = 100;

/** The beginning of a token, as far as it tells. */
const tokenStart = new RegExp(`^${less}${invisible}(?:${bar}|$)`, "u");

/** Where a control token may begin that the end of a text has cut; the text's length when there is none. */
export function maybeControlToken(text: string): number {
  const from = Math.max(0, text.length - longestToken);
  for (let at = from; at < text.length; at++) if (tokenStart.test(text.slice(at))) return at;
  return text.length;
}
