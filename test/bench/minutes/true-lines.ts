import { sentencesOf } from "@genai-office/shared/language";
import type { PromptLine } from "./prompt-lines";
import type { WrittenLine } from "./written-line";

const decided =
  /(?:決定(?:と)?(?:いた)?し(?:ます|ました|た)|(?:こと|もの)(?:に|と)(?:いた)?し(?:ます|ましょう)|とします。|で(?:いきましょう|決めます|進めます)|決まりました|(?:承認|了承)し(?:ます|ました)|見送り(?:ます|ましょう)|持ち越し(?:ます|ましょう)|\bis (?:approved|decided)\b|\bwe (?:have )?decided\b)/u;
/** 「では、そのように決定します」 says that something was decided, and not what. */
const unnamed =
  /^(?:では|それでは|じゃあ)?、?(?:その|この|それ|そう|原案)|(?:終了|閉会|開会|休憩|説明|報告)(?:に|と|する)/u;
const date = "[0-9０-９]{1,2}月[0-9０-９]{1,2}日|来週の?[月火水木金]?曜?日?|今週|明日|今月末?|月末|[月火水木金]曜日?";
const promised = new RegExp(`(${date})(?:までに|中に)[^。]*ます`, "u");
const requested = new RegExp(
  `^(?:では、?)?([\\p{Script=Han}々ヶ\\p{Script=Katakana}ー]{1,6})(?:さん|課長|係長|委員)、?[^。]*?(${date})(?:までに|中に)[^。]*(?:ください|お願いします|いただけ)`,
  "u",
);
/** Promised of others, or asked of them. */
const byOthers = /いただ|お願い|され(?:ます|る)|なります|ください|さん[がは]|課[がは]|係[がは]/u;
const empty =
  /^(?:はい|ええ|うん|そうですね|ありがとう|よろしく|お願い|承知|わかり|分かり|では|それでは)[^。]{0,12}。?$/u;

function isDecided(sentence: string): boolean {
  return decided.test(sentence) && !unnamed.test(sentence);
}

/** What an utterance bears out, in its own words: its decision, its promise, or its longest sentence as discussion. */
export function trueLine({ number, speaker, text }: PromptLine): WrittenLine | undefined {
  const sentences = sentencesOf(text)
    .map((one) => one.trim())
    .filter((one) => one.length >= 14 && one.length <= 160 && !empty.test(one) && !/[？?]$/.test(one))
    .sort((a, b) => b.length - a.length);
  const sentence = sentences.find((one) => isDecided(one) || requested.test(one) || promised.test(one)) ?? sentences[0];
  if (sentence === undefined) return undefined;
  const [, asked, by] = requested.exec(sentence) ?? [];
  if (asked !== undefined && by !== undefined)
    return { kind: "action", text: sentence, owner: asked, due: by, cites: number };
  const due = promised.exec(sentence)?.[1];
  if (due !== undefined && speaker !== "" && !byOthers.test(sentence))
    return { kind: "action", text: sentence, owner: speaker, due, cites: number };
  if (isDecided(sentence)) return { kind: "decision", text: sentence, cites: number };
  const told = /(?:思います|ないでしょうか|どうでしょうか|たいです)。?$/.test(sentence)
    ? "との意見があった"
    : "との発言があった";
  const plain = sentence.replace(/。$/u, "");
  // Half of the lines in the words of the meeting, half as minutes put them.
  const isJapanese = /[ぁ-ん]/.test(sentence);
  const text2 = isJapanese && number % 2 === 0 && speaker !== "" ? `${speaker}から、${plain}${told}。` : sentence;
  return { kind: "discussion", text: text2, cites: number };
}
