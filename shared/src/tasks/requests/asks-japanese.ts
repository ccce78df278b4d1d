import type { Asking } from "./asks";

/** 〜でしょうか, 〜ますか, 〜いただけますか, 〜のか, and anything that ends in a question mark. */
const question =
  /(?:でしょうか|ましょうか|ますか|ませんか|ますでしょうか|ですか|でしたか|ましたか|ませんでしたか|のか|だろうか|ないか|いかが|どう(?:か|です|でしょう)|可能か|可否|よいか|良いか|いいか)[\s。.…]*$|[？?][」』)]?\s*$/u;
/** 「利用者数は何人か。」: the plain form asks with its word of asking. */
const plainQuestion =
  /(?:何|いくら|いくつ|いつ|どこ|だれ|誰|どの|どれ|どう|どちら|なぜ|いずれ|有無|可否|要否)[^。]{0,40}か[\s。]*$/u;
const courtesyQuestion = /お元気|いかがお過ごし|お変わり|ご健勝|御健勝|ご清祥|御清祥/u;

const honorific = "(?:御|ご|お)";
/** ください in its forms. */
const give =
  "(?:ください|下さい|くださいま|くださる|くだされ|下されば|願います|願いま|願い(?:たい|たく)|願え|願えれば|頼みます)";
/** いただく and もらう where they are wished for. */
const receive =
  "(?:(?:いただ|頂)(?:けま|けれ|けな|けたら|けると|けるよう|けるとの|けんか|けません|きたい|きたく|きますよう|きましたら|くよう|くこと|く必要|きとう)|(?:頂戴|ちょうだい)(?:でき|したい|したく|いたしたく)|もらう(?:必要|よう|こと)|もらえ(?:ま|れ|る|たら|な)|もらい(?:たい|たく)|ほしい|欲しい|賜り(?:たい|たく|ますよう)|賜れ)";
/** Any deed may be asked for; what asks is the form. */
const deed = new RegExp(
  [
    `[てで](?:${give}|${receive})`,
    `${honorific}[\\p{L}]{1,10}?(?:を|の(?:ほど|程|上))?、?(?:${give}|${receive})`,
    `(?:を|も|は|が|の)(?:[^。、]{0,8})?(?:${give}|${receive})`,
    `[\\p{Script=Han}]{2,6}(?:方)?(?:を|の程|のほど)?(?:ください|下さい|願います|願えますか|願いたい|願いたく)`,
    // 「11月26日までにお願いします」, 「提出をお願いできますか」
    "(?:を|は|も|に|へ|まで|にて|の上|至急|早急に|方)、?[^。、]{0,16}(?:お願い(?:し|いた|致|申|でき|する)|お願い。?$)",
    // 「回答されたい」, 「提出されたく」, 「願いたい」
    "(?:され|せられ)(?:たい|たく|たし)",
    // 「提出のこと」, 「持参すること」
    "(?:提出|送付|回答|報告|登録|記入|連絡|申請|返送|返信|格納|持参|参集|出席|更新|確認|周知|作成|準備|入力|通知)(?:の上[^。]{0,14})?(?:する|の)(?:こと|ものとし?)、?[。]?$",
    "(?:提出|送付|回答|報告|登録|記入|連絡|申請|返送|返信)(?:を要し|が必要で|する必要があり)ます",
    // 「御意見を照会します」, 「御都合をお伺いします」
    "(?:意見|回答|有無|内容|状況|所見|都合|意向|希望|日程)[^。]{0,12}を?(?:照会(?:し|いた|致|申)|お?(?:伺い|尋ね|聞き)(?:し|いた|致|申|でき))",
    `(?:いただけ|頂け|もらえ|くだされ)(?:ます|れ|る|たら|ましたら|ませ)[^。]{0,8}(?:幸|助か|ありがた|有難|嬉|うれし|存じ|思|恐縮|と|ば)`,
  ].join("|"),
  "u",
);
/** 「定員の推移を５月１８日までに提出」: a deadline and a noun of doing. */
const noted =
  /(?:まで|迄|必着|中|期限)(?:に|で|にて)?[^。]{0,40}(?:提出|送付|回答|報告|登録|記入|連絡|申請|返送|返信|格納|更新|確認|作成|準備|入力|共有)[。]?$/u;

/** What a request gives: nothing to answer or to do. */
const courtesyNoun =
  "(?:査収|高覧|笑納|自愛|安心|放念|承知おき|了承|諒承|容赦|理解|海容|寛恕|宥恕|留意|注意|参照|参考|利用|活用|指導|鞭撻|厚情|支援|承知|寛容|期待|覧|楽しみ|含みおき|気をつけ|気を付け|控えめ|許し|見知りおき|遠慮|心配なく|大事に|体調)";
const courtesyDeed = new RegExp(
  `${honorific}${courtesyNoun}[\\p{L}のほど程に、・]{0,16}?(?:を|に)?(?:の?(?:ほど|程|上))?[、\\s]*[\\p{L}]{0,6}?(?:よろしく|宜しく|お願い|ください|下さい|いただ|頂|賜|願|くださ)`,
  "u",
);
/** 「御理解と御協力をお願いします」; help that is asked for something (「調査に御協力を」) is. */
const courtesyHelp =
  /^(?:[^。]{0,30}(?:が|けど)、)?(?:何卒|なにとぞ|どうか|引き続き|今後とも|皆様の|引続き|[^。、]{0,10}の)?、?(?:(?:御|ご)?理解)?[、・]?(?:と|及び|並びに)?(?:御|ご)協力(?:の?(?:ほど|程)|を)?(?:いただ|賜|、?(?:よろしく|宜しく)?お願い|くださ|下さ)/u;
/** 「…いただき、ありがとうございました」 */
const thanks =
  /(?:いただ|頂|くださ|下さ|賜)[^。]{0,16}(?:ありがと|有難う|有り難う|感謝|恐縮|御礼|お礼|助かりました|光栄)|(?:いただ|頂)きました[。]?$|(?:くださ|下さ)いました[。]?$|(?:いただ|頂)いて(?:おり|い)ます|(?:お詫び|御礼|お礼|感謝)(?:を)?申し上げ/u;
/** The writer's own deed: 「送付させていただきます」, 「いましばらくお時間をください」, 「お待ちください」. */
const own =
  /(?:さ|せ)て(?:いただ|頂)(?:き|く)(?:ます|ました|たい|たく|とう|こと)|(?:お時間|御?猶予|時間|日数)を(?:少々|しばらく|今)?(?:ください|下さい|いただ|頂)|お待ち(?:ください|下さい|いただ|頂|願)|させてください|(?:依頼|お願い|照会|指示|要請)(?:が|を)(?:あり|受け|いただ)(?!.*(?:ください|願います|お願い))|伝えてほしい|なければ(?:御|ご)?(?:回答|連絡|返信)?(?:は)?不要|(?:回答|返信|返事|連絡|対応|登録|提出)(?:は|等は)?(?:不要|必要あり|要りません|無用)/u;
/** Whoever has a question may ask it: an offer. */
const offer =
  /(?:不明|質問|疑問|不備|不都合|お?困り|何か|お?気づき|お?気付き|御?用命|ご用|懸念|必要|入用|聞きたい|分からない|わからない|お?悩み)(?:な?(?:点|こと|事項|事|の)?)?[^。]{0,20}(?:ございましたら|ありましたら|あれば|場合(?:は|には|、|も)|際(?:は|には)|でしたら|なことがあれば|時は|ときは|方は)[^。]*(?:連絡|問い?合わ?せ|相談|申し付け|申しつけ|知らせ|照会|お?声|申し出|質問|尋ね|お聞き|言って|教えて|いつでも)|お気軽に|遠慮なく|(?:問い?合わ?せ|照会|質問|相談|(?:不明|疑問)な?(?:点|こと))(?:先)?等?(?:は|につ[きい]て?(?:まし)?て?は)[^。]*(?:まで|へ|に|あて|宛)[^。]{0,12}(?:ください|下さい|お願い|願|寄せ)|(?:詳細|詳しく)(?:は|につ)[^。]*(?:参照|覧|問い?合わ?せ|確認)/u;
/** Footers on mails that reached the wrong person. */
const misdelivery =
  /(?:心当たり(?:の|が)(?:ない|無い)|誤って|誤送信|間違って)[^。]*(?:破棄|削除|御?連絡|返信)|(?:本|この)(?:メール|電子メール)(?:は|へ|に)[^。]*(?:返信(?:は)?(?:でき|しない|不要)|送信専用|自動)|印刷する前に/u;
/** 「日程は２２日でお願いします。」 says what the writer chose; a deadline before it asks. */
const choice = /(?<!まで|必着|以内|中|期限)で(?:お願い|御?願い)(?:し|いたし|致し|申し上げ)ます[。]?$/u;

const closing = "(?:よろしく|宜しく)?(?:お願い|御願い)(?:いたし|致し|申し上げ|申しあげ|し)(?:ます|たく)?[^。]{0,4}";
const manner =
  "(?:どうぞ|どうか|何卒|なにとぞ|引き続き|引続き|今後とも|今後も|以上|では|それでは|まずは|取り急ぎ|とりいそぎ|併せて|重ねて|くれぐれも|本年も|来年も|当日は|明日は|本日は)";
/** 「引き続きどうぞよろしくお願いいたします。」 */
const farewell = new RegExp(
  `^(?:[^。]{0,40}(?:が|けれども|けど|ところ|折|中|かと思いますが)、)?(?:${manner}[、\\s]*)*(?:よろしく|宜しく)(?:の?(?:ほど|程))?、?(?:${closing}|です)?[。\\s]*$`,
  "u",
);
/** 「御確認のほどよろしくお願いします。」 asks where nothing else does. */
const weakNoun =
  "(?:検討|確認|対応|回答|返信|返事|返答|連絡|教示|手配|調整|高配|配慮|取り計らい|取計らい|了解|判断|決裁|審査|準備|処理)";
const weak = new RegExp(
  `^(?:[^。]{0,40}(?:が|けれども|けど|ところ|折|中|ですが)、)?(?:${manner}[、\\s]*)*(?:よろしく|宜しく)?、?${honorific}${weakNoun}(?:(?:と|・|、|及び)?${honorific}?${weakNoun})?(?:の?(?:ほど|程|上)|を|方)?[、\\s]*(?:(?:よろしく|宜しく)?${closing}|(?:ください|下さい)(?:ますよう${closing})?|いただけ(?:れば|ますと)[^。]{0,12}|よろしくです)[。\\s]*$`,
  "u",
);
/** A day by which makes any courtesy a request. */
const due = /(?:まで(?:に|の間)|迄に|必着|以内に|中に|期限|締切|締め切り|〆切|至急|早急|速やか)/u;

/** How a Japanese sentence asks; width is folded. */
export function asksInJapanese(sentence: string): Asking | undefined {
  // 「…御連絡ください（意見なしの場合、登録不要）。」: what stands in brackets at the end asks nothing.
  const words = sentence.replace(/[(][^()]{1,80}[)]([。]?)$/u, "$1").trim() || sentence;
  if (courtesyQuestion.test(words) || misdelivery.test(words)) return undefined;
  const isAsked = question.test(words) || plainQuestion.test(words);
  const isDue = due.test(words);
  if (farewell.test(words)) return undefined;
  if (offer.test(words) && !/(?:まで(?:に)|必着|期限)/u.test(words) && !/[?？]$|でしょうか/u.test(words))
    return undefined;
  if (isAsked) return "asks";
  if (thanks.test(words) || own.test(words)) return undefined;
  if ((courtesyDeed.test(words) || courtesyHelp.test(words)) && !asksBeside(words)) return undefined;
  if (weak.test(words)) return isDue ? "asks" : "weakly";
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
