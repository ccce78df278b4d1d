import { sentencesOf } from "@genai-office/shared/language";
import type { PromptLine } from "./prompt-lines";
import type { WrittenLine } from "./written-line";

const decided =
  /(?:決定(?:と)?(?:いた)?し(?:ます|た)|ことに(?:いた)?します|決まりました|承認します|\bis (?:approved|decided)\b)/u;
const promised = /([0-9０-９]{1,2}月[0-9０-９]{1,2}日|来週[の月火水木金曜日]*|今月末|月末)までに[^。]*ます/u;
const empty =
  /^(?:はい|ええ|うん|そうですね|ありがとう|よろしく|お願い|承知|わかり|分かり|では|それでは)[^。]{0,12}。?$/u;

/** What an utterance bears out, in its own words: the longest sentence of it, as discussion, decision or action. */
export function trueLine({ number, speaker, text }: PromptLine): WrittenLine | undefined {
  const [sentence] = sentencesOf(text)
    .map((one) => one.trim())
    .filter((one) => one.length >= 14 && one.length <= 160 && !empty.test(one) && !/[？?]$/.test(one))
    .sort((a, b) => b.length - a.length);
  if (sentence === undefined) return undefined;
  const due = promised.exec(sentence)?.[1];
  if (due !== undefined && speaker !== "")
    return { kind: "action", text: sentence, owner: speaker, due, cites: number };
  if (decided.test(sentence)) return { kind: "decision", text: sentence, cites: number };
  const told = /(?:思います|ないでしょうか|どうでしょうか|たいです)。?$/.test(sentence)
    ? "との意見があった"
    : "との発言があった";
  const plain = sentence.replace(/。$/u, "");
  // Half of the lines in the words of the meeting, half as minutes put them.
  const isJapanese = /[ぁ-ん]/.test(sentence);
  const text2 = isJapanese && number % 2 === 0 && speaker !== "" ? `${speaker}から、${plain}${told}。` : sentence;
  return { kind: "discussion", text: text2, cites: number };
}
