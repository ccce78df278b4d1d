import { sentencesOf } from "@genai-office/shared/language";
import type { ReplyTone } from "@genai-office/shared/vocabulary";

/** Ending of a plain sentence, and what it becomes in です・ます. */
const endings: [RegExp, string | Record<ReplyTone, string>][] = [
  [/(?:です|ます|ません|でした|ました|ましょう|ください|下さい)$/u, "$&"],
  [
    /して(?:ほしい|欲しい|もらいたい)$/u,
    {
      brief: "していただきたいです",
      polite: "していただきたく、お願いいたします",
      formal: "していただきたく、お願い申し上げます",
    },
  ],
  [
    /(まで)?(待っ)て(?:ほしい|欲しい|もらいたい)$/u,
    {
      brief: "$1お待ちください",
      polite: "$1お待ちいただきたく、お願いいたします",
      formal: "$1お待ちいただきたく、お願い申し上げます",
    },
  ],
  [
    /て(?:ほしい|欲しい|もらいたい)$/u,
    {
      brief: "ていただきたいです",
      polite: "ていただきたく、お願いいたします",
      formal: "ていただきたく、お願い申し上げます",
    },
  ],
  [
    /(意見|質問|予定|変更|該当|要望|修正|不明な点)は?(?:ない|無い|なし)$/u,
    { brief: "$1はありません", polite: "$1はございません", formal: "$1はございません" },
  ],
  [
    /(問題|支障|異論|異議)(は)?(?:ない|無い|なし)$/u,
    { brief: "$1$2ありません", polite: "$1$2ございません", formal: "$1$2ございません" },
  ],
  [/でき(?:る|ます)$/u, "できます"],
  [/できない$/u, { brief: "できません", polite: "いたしかねます", formal: "いたしかねます" }],
  [/わからない$|分からない$/u, "分かりません"],
  [/貸せる$/u, "お貸しできます"],
  [/([えけせてねべめれ])る$/u, "$1ます"],
  [/している$/u, { brief: "しています", polite: "しております", formal: "しております" }],
  [/(て|で)いる$/u, { brief: "$1います", polite: "$1おります", formal: "$1おります" }],
  [/(?:を)?(?:す)る$/u, { brief: "します", polite: "いたします", formal: "いたします" }],
  [/ある$/u, { brief: "あります", polite: "あります", formal: "ございます" }],
  [/([見出得着似寝経来])る$/u, "$1ます"],
  [/([一-龠々わらかさたなまがざだばうくすつぬふむゆるおこそとのほもよろ])る$/u, "$1ります"],
  [/([いきぎしじちにびみり])る$/u, "$1ます"],
  [/行く$/u, { brief: "行きます", polite: "伺います", formal: "伺います" }],
  [/(?:でない|ではない)$/u, { brief: "ではありません", polite: "ではありません", formal: "ではございません" }],
  [/した$/u, { brief: "しました", polite: "いたしました", formal: "いたしました" }],
  [/しない$/u, { brief: "しません", polite: "いたしません", formal: "いたしません" }],
  [/わない$/u, "いません"],
  [/らない$/u, "りません"],
  [/かない$/u, "きません"],
  [/さない$/u, "しません"],
  [/([えけせてねべめれ])ない$/u, "$1ません"],
  [/(?:である|だ)$/u, "です"],
  [/たい$/u, "たいと考えております"],
  [/ない$/u, "ないです"],
  // Past forms of many verbs look alike (行った, 買った, 終わった): 次第です is right after each.
  [/[ただ]$/u, "$&次第です"],
];
/** A noun of doing that stands for the whole sentence: 参加, 了承, 欠席. */
const nounOfDoing =
  /(?:参加|出席|欠席|了承|承諾|了解|承知|賛成|同意|対応|提出|送付|延期|辞退|確認|回答|検討|報告|連絡)$/u;
const past = /(?:了承|承諾|了解|承知|確認)$/u;

/**
 * Puts the person's few words into polite sentences by their endings alone; no word of meaning is added or lost. What no
 * rule knows gets です, which is right after the nouns that short notes end in.
 */
export function politeSentences(intention: string, tone: ReplyTone): string[] {
  return sentencesOf(intention.replace(/[\r\n]+/g, "\n"))
    .flatMap((sentence) => sentence.split(/(?<=[^0-9０-９])[;；]/u))
    .map((sentence) => sentence.replace(/^[\s\u3000・*-]+/u, "").replace(/[。．.\s]+$/u, ""))
    .filter((sentence) => sentence !== "")
    .map((sentence) => `${politeEnding(sentence, tone)}。`);
}

function politeEnding(sentence: string, tone: ReplyTone): string {
  if (!/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(sentence)) return sentence;
  if (nounOfDoing.test(sentence)) {
    const done = past.test(sentence) ? "ました" : "ます";
    return `${sentence}${tone === "brief" ? "し" : "いたし"}${done}`;
  }
  for (const [pattern, ending] of endings) {
    if (pattern.test(sentence)) return sentence.replace(pattern, typeof ending === "string" ? ending : ending[tone]);
  }
  if (/[うくぐすつぬぶむ]$/u.test(sentence)) return toMasu(sentence);
  return `${sentence}です`;
}

const toI: Record<string, string> = { う: "い", く: "き", ぐ: "ぎ", す: "し", つ: "ち", ぬ: "に", ぶ: "び", む: "み" };

/** 送付を待つ -> 待ちます: verbs of the first row change their last kana alone. */
function toMasu(sentence: string): string {
  return `${sentence.slice(0, -1)}${toI[sentence.at(-1)!]}ます`;
}
