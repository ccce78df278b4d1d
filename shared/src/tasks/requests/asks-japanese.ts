import type { Asking } from "./asks";
import { farewell, weak } from "./closings-japanese";
import {
  choice,
  courtesyDeed,
  courtesyHelp,
  courtesyNoun,
  courtesyQuestion,
  forReference,
  honorific,
  kindness,
  misdelivery,
  offer,
  own,
  thanks,
} from "./courtesies-japanese";
import { isReport, withoutReportedSpeech } from "./reports-japanese";

/** 〜でしょうか, 〜ますか, 〜いただけますか, 〜のか, and anything that ends in a question mark. */
const question =
  /(?:でしょうか|ましょうか|ますか|ませんか|ますでしょうか|ですか|でしたか|ましたか|ませんでしたか|のか|だろうか|ないか|いかが|どう(?:か|です|でしょう)|可能か|可否|よいか|良いか|いいか|(?:ます|です|でした|ました)よね)[\s。.…]*$|[？?][」』)]?\s*$/u;
/** 「利用者数は何人か。」: the plain form asks with its word of asking. */
const plainQuestion =
  /(?:何|いくら|いくつ|いつ|どこ|だれ|誰|どの|どれ|どう|どちら|なぜ|いずれ|有無|可否|要否)[^。]{0,40}か[\s。]*$/u;
/** ください in its forms. */
const give =
  "(?:ください|下さい|くださいま|くださる|くだされ|下されば|願います|願いま|願い(?:たい|たく)|願え|願えれば|頼みます)";
/** いただく and もらう where they are wished for. */
const receive =
  "(?:(?:いただ|頂)(?:けます(?:か|でしょ|と|よう|れば|ね)|けません(?:か|で)|けれ|けな|けたら|けると|けるよう|けるとの|けんか|きたい|きたく|きますよう|きましたら|くよう|くこと|く必要|きとう)|(?:頂戴|ちょうだい)(?:でき|したい|したく|いたしたく)|もらう(?:必要|よう|こと)|もらえ(?:ます(?:か|でしょ|と|よう)|ません(?:か|で)|れ|る(?:か|と|よう|で)|たら|な)|もらい(?:たい|たく)|ほしい|欲しい|賜り(?:たい|たく|ますよう)|賜れ)";
/** Any deed may be asked for; what asks is the form. */
const deed = new RegExp(
  [
    `[てで](?:${give}|${receive})`,
    `${honorific}[\\p{L}]{1,10}?(?:を|の(?:ほど|程|上))?、?(?:${give}|${receive})`,
    `(?:を|も|は|が|の)(?:[^。、]{0,8})?(?:${give}|${receive})`,
    `[\\p{Script=Han}]{2,6}(?:方)?(?:を|の程|のほど)?(?:ください|下さい|願います|願えますか|願いたい|願いたく)`,
    // 「11月26日までにお願いします」, 「提出をお願いできますか」
    "(?:を|は|も|に|へ|まで|にて|の上|至急|早急に|方)、?[^。、]{0,16}(?:お願い(?:し|いた|致|申|でき|する)|お願い。?$)",
    `(?:まで|迄|中|以内)に[^。、]{0,12}${receive}`,
    // 「回答されたい」, 「提出されたく」, 「願いたい」
    "(?:され|せられ)(?:たい|たく|たし)",
    // 「提出のこと」, 「持参すること」
    "(?:提出|送付|回答|報告|登録|記入|連絡|申請|返送|返信|格納|持参|参集|出席|更新|確認|周知|作成|準備|入力|通知)(?:の上[^。]{0,14})?(?:する|の)(?:こと|ものとし?)、?[。]?$",
    "(?:提出|送付|回答|報告|登録|記入|連絡|申請|返送|返信)(?:を要し|が必要で|する必要があり)ます",
    // 「御意見を照会します」, 「御都合をお伺いします」
    "(?:意見|回答|有無|内容|状況|所見|都合|意向|希望|日程)[^。]{0,12}を?(?:照会(?:し|いた|致|申)|お?(?:伺い|尋ね|聞き)(?:し|いた|致|申|でき))",
    "(?:教えて|知らせて|送って|返して|見せて|直して|確認して|連絡して)(?:ね|よ)?[。!]?$",
    `(?:いただけ|頂け|もらえ|くだされ)(?:ます|れ|る|たら|ましたら|ませ)[^。]{0,8}(?:幸|助か|ありがた|有難|嬉|うれし|存じ|思|恐縮|と|ば)`,
  ].join("|"),
  "u",
);
/** 「定員の推移を５月１８日までに提出」: a deadline and a noun of doing. */
const noted =
  /(?:まで|迄|必着|中|期限)(?:に|で|にて)?[^。]{0,40}(?:提出|送付|回答|報告|登録|記入|連絡|申請|返送|返信|格納|更新|確認|作成|準備|入力|共有)[。]?$/u;

/** 「御回答をお待ちしております。」 asks where nothing else does, or where it says by when. */
const awaited = /(?:回答|返信|返事|連絡|応募|提出|登録|意見)[^。]{0,10}お待ち(?:して|申し上げて)/u;
/** A day by which makes any courtesy a request. */
const due = /(?:まで(?:に|の間)|迄に|必着|以内に|中に|期限|締切|締め切り|〆切|至急|早急|速やか)/u;

/** How a Japanese sentence asks; width is folded. */
export function asksInJapanese(sentence: string): Asking | undefined {
  // 「…御連絡ください（意見なしの場合、登録不要）。」: what stands in brackets at the end asks nothing.
  const words = withoutReportedSpeech(sentence.replace(/[(][^()]{1,80}[)]([。]?)$/u, "$1").trim() || sentence);
  if (courtesyQuestion.test(words) || kindness.test(words) || misdelivery.test(words)) return undefined;
  const isAsked = question.test(words) || plainQuestion.test(words);
  const isDue = due.test(words);
  if (farewell.test(words)) return undefined;
  if (offer.test(words) && !/(?:まで(?:に)|必着|期限)/u.test(words) && !/[?？]$|でしょうか/u.test(words))
    return undefined;
  if (isAsked) return "asks";
  if (thanks.test(words) || own.test(words) || isReport(words)) return undefined;
  if (forReference.test(words) && !isDue) return undefined;
  if ((courtesyDeed.test(words) || courtesyHelp.test(words)) && !asksBeside(words)) return undefined;
  if (weak.test(words)) return isDue ? "asks" : "weakly";
  if (awaited.test(words)) return isDue ? "asks" : "weakly";
  if (choice.test(words)) return undefined;
  return deed.test(words) || noted.test(words) ? "asks" : undefined;
}

export function isQuestionInJapanese(sentence: string): boolean {
  return question.test(sentence) || plainQuestion.test(sentence);
}

/** A courtesy in the middle takes nothing back from what is asked at the end: 「御参照の上、御回答ください」. */
function asksBeside(words: string): boolean {
  const match = courtesyDeed.exec(words) ?? courtesyHelp.exec(words);
  const before = match === null ? "" : words.slice(0, match.index);
  const behind = match === null ? words : words.slice(match.index + match[0].length);
  const end = new RegExp(`${honorific}${courtesyNoun}[^。]{0,10}(?:の上|いただき|頂き|くださり)、`, "u");
  return (
    end.test(words) ||
    deed.test(before.slice(-60)) ||
    /(?:提出|回答|登録|返送|返信)[^。、]{0,10}(?:ください|お願い|願います)/u.test(behind)
  );
}
