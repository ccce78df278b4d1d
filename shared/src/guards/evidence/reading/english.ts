import type { Span } from "../../../vocabulary";
import type { Figure } from "../../figures";
import { isLightEnglish } from "../words/light-words";
import type { Token } from "./clause";

const joint =
  /[;:]\s+|,\s+(?=(?:and|but|while|although|though|which|who|because|so|since|as|if|unless|with|up|down|compared)\b)|\s+(?=(?:because|although|though|while|whereas|unless|if|but|due to|owing to|subject to|only if|until)\s)|,\s+/giu;

/** Cuts a sentence at its commas and conjunctions. Gapless. */
export function englishClauses(sentence: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of sentence.matchAll(joint)) {
    const end = match.index + match[0].length;
    // A date or a list of short things is no clause.
    if (/^,\s+$/.test(match[0]) && sentence.slice(start, match.index).split(/\s+/).length < 4) continue;
    if (end > start) spans.push({ start, end });
    start = end;
  }
  if (start < sentence.length) spans.push({ start, end: sentence.length });
  return spans;
}

const irregular: Record<string, string> = Object.fromEntries(
  (
    "rose:rise risen:rise fell:fall fallen:fall grew:grow grown:grow went:go gone:go sent:send told:tell said:say held:hold took:take taken:take made:make found:find kept:keep " +
    "paid:pay bought:buy built:build left:leave met:meet won:win lost:lose spent:spend sold:sell chose:choose chosen:choose wrote:write written:write began:begin begun:begin " +
    "gave:give given:give got:get broke:break broken:break brought:bring ran:run led:lead spoke:speak spoken:speak stood:stand thought:think drew:draw drawn:draw people:person " +
    "children:child men:man women:woman staff:staff others:other criteria:criterion met:meet put:put set:set cut:cut shut:shut"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** A word without its endings; the same for its verb and noun forms where that is cheap (installed, installing, installs). */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/, "");
  const known = irregular[plain];
  if (known !== undefined) return known;
  if (plain.length <= 3) return plain;
  return plain
    .replace(/ies$/, "y")
    .replace(/(?:ation|ations|ements?|ments?|ingly|edly|ings?|ers?|ors?|ions?|ally|ly|ed|es|s)$/, (ending) =>
      plain.length - ending.length >= 3 ? "" : ending,
    )
    .replace(/([bdgklmnprt])\1$/, "$1")
    .replace(/(?:e|y|i)$/, "");
}

/** Words of meaning and figures of a clause, in order. */
export function englishTokens(text: string, offset: number, figures: readonly Figure[], phrase: number): Token[] {
  const tokens: Token[] = [];
  const covered = new Uint8Array(text.length + 1);
  for (const figure of figures) {
    if (figure.weak) continue;
    const start = figure.span.start - offset;
    const end = Math.min(text.length, figure.span.end - offset);
    covered.fill(1, start, end);
    tokens.push({ ...base(text.slice(start, end), start, end), kind: "figure", figure });
    // "17 applicants": what is counted is a word of its own.
    const counted = /[0-9a-z)]\s+([a-z]{3,})$/iu.exec(text.slice(start, end));
    if (counted !== null && !measures.test(counted[1]!)) {
      const at = end - counted[1]!.length;
      tokens.push({ ...base(counted[1]!, at, end), kind: "word", light: isLightEnglish(stemOf(counted[1]!)) });
    }
  }
  for (const { index, 0: word } of text.matchAll(/[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’]*/g)) {
    if (covered[index] === 1) continue;
    tokens.push({
      ...base(word, index, index + word.length),
      kind: "word",
      light: isLightEnglish(word.toLowerCase().replace(/['’]s$/, "")) || isLightEnglish(stemOf(word)),
    });
  }
  tokens.sort((a, b) => a.start - b.start);
  let number = phrase;
  let at = 0;
  for (const token of tokens) {
    if (/[,;:()]|\band\b/.test(text.slice(at, token.start))) number += 1;
    if (/^and$/i.test(token.text)) number += 1;
    token.phrase = number;
    const before = /(?:^|\s)(from|to|by|of|until)\s+(?:(?:the|a|an|about|around|[A-Z][a-z]+day,?)\s+)?$/i.exec(
      text.slice(Math.max(0, token.start - 24), token.start),
    );
    token.role =
      before === null
        ? ""
        : (({ from: "from", to: "to", until: "to", by: "by", of: "of" } as const)[before[1]!.toLowerCase()] ?? "");
    at = token.end;
    token.start += offset;
    token.end += offset;
  }
  return tokens;
}

const measures =
  /^(?:per|percent|cent|hundred|thousand|million|billion|trillion|dozen|dollars?|yen|euros?|pounds?|times|points?|hours?|minutes?|days?|weeks?|months?|years?|quarters?|and|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|january|february|march|april|may|june|july|august|september|october|november|december|kilo\w*|metres?|meters?|tons?|tonnes?|a\.?m|p\.?m)$/iu;

function base(text: string, start: number, end: number): Omit<Token, "kind"> {
  return { text, start, end, role: "", phrase: 0, isPredicate: false, light: false };
}
