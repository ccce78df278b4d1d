import { foldWidth } from "../../language";
import { asksInEnglish } from "./asks-english";
import { asksInJapanese, isQuestionInJapanese } from "./asks-japanese";

/**
 * How surely a sentence asks something of its reader: a question or a deed ("asks"), or a formula that asks where nothing else
 * of the mail does (「御確認のほどよろしくお願いします。」: "weakly"). Undefined for what asks nothing.
 */
export type Asking = "asks" | "weakly";

/** What asks stands at the end of a sentence, what takes it back before it; longer ones are no sentences of people. */
const longest = 400;

/** How a sentence asks its reader something or for something; undefined where it does not. */
export function askingOf(sentence: string): Asking | undefined {
  if (sentence.length < 4) return undefined;
  const words = foldWidth(sentence.length > longest ? sentence.slice(-longest) : sentence).trim();
  return isJapanese(words) ? asksInJapanese(words) : asksInEnglish(words);
}

/** True for a sentence that asks its reader something or for something. */
export function isRequest(sentence: string): boolean {
  return askingOf(sentence) !== undefined;
}

/** True for a question, which is answered by words; a request for a deed is answered by the deed. */
export function isQuestion(sentence: string): boolean {
  const words = foldWidth(sentence.slice(-longest)).trim();
  return isJapanese(words) ? isQuestionInJapanese(words) : /\?["')\]]?\s*$/.test(words);
}

function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}
