import { foldWidth } from "../../language";
import { waivedIn } from "./waivers";

const clause = "[^、。（()）「」※\\n]{0,50}?";
/** 「修正がある場合のみ」; 「該当がない場合も」 is no condition. */
const inCase =
  "(?:場合(?:のみ|だけ|に限(?:り|って|る)|に(?:は|あって(?:は)?|おいて(?:は)?)?(?!も|かか)|(?=[、，]|であ|は(?!も)))は?)";
const atTimes = "(?:とき|時|際)(?:のみ|に限り|に?は)(?!も)";
/** 「御意見がございましたら」, 「変更が生じましたら」; 「完成しましたら」 says when. */
const whenThere =
  "(?:ござい|あり|生じ|発生し|見つかり|判明し|必要になり|変更(?:に|と)なり|遅れそうでし)(?:まし)?たら|(?:が|は|も)あれば|(?:で|が)?なければ";
const otherwise =
  "(?:難し|厳し|よろしくな|間に合わな)ければ|(?:無理|不要|必要|欠席|困難|不可|該当|対象|不参加|代理|希望)(?:なら|でしたら|であれば)|(?:でしたら|であれば|ならば)(?=[、，])";
/** 「住所変更のある人は」, 「希望者は」, 「要望がある局にあっては」 */
const group =
  "(?:(?:[たるい]|場合の|該当の|該当|(?:希望|欠席|対象|必要|不要|困難|未提出|不参加|代理出席)(?:の|な|される|する))(?:方|人|者|課室?|室|局|部|府?省庁|府省|部署|部局|自治体|団体|機関|職員)|希望者|該当者|欠席者|対象者|未提出者)(?:のみ|に限り|は(?=[、，]|[^、。]*(?:ください|下さい|願い|いただ|必要))|に(?:は|あって(?:は)?|おか(?:れて|れまして)は))";
const japanese = new RegExp(
  `(?:^|[、，（(。※\\s])(?<condition>${clause}(?:${inCase}|${atTimes}|${whenThere}|${otherwise}|${group}))`,
  "u",
);
const lead = /^(?:また|なお|ただし|但し|おって|あわせて|併せて|つきましては|もし|万一|※)[、，\s]*/u;
/** 「住所変更のある人は」 */
const particle =
  /(?<=人|者|方|場合|とき|時|際|[課室局部庁省]|団体|機関|職員)(?:に(?:は|あって(?:は)?|おか(?:れて|れまして)は)|は)$/u;
/** What may follow upon the readers' wish is asked all the same; how an answer is given is no condition of it. */
const courtesy =
  /^(?:[^、]{0,8}(?:可能|よろし|宜し|差し?支え|さしつかえ|お?手すき|お?時間|お?手数|都合が?(?:よろし|よけ|良け|つけ)|お?急ぎ|迷惑|でき(?:れば|ましたら)|よけれ|良けれ|必要に応)|(?:ご|御)?(?:回答|提出|返信|返送|送付|記入|登録|作成|報告|対応|連絡|来庁|申請|入力)(?:の|を?(?:する|される|いただく|頂く))?(?:際|場合|とき|時)|(?:[^、]{0,12}の)?(?:こと|もの)(?:で|が))/u;

const englishLead =
  /(?:^|[;:(]\s*|\b(?:and|but|or)\s+)(?<condition>(?:only )?(?:if|in case|should (?:you|there|any)|where|unless|in the event)\b[^,;.?!()]{3,90}),/iu;
const englishBehind =
  /[a-z0-9)"”’],?\s+\(?(?<condition>(?:only (?:if|in case|where)|if|in case|unless|where) [^,;.?!()]{3,90})\)?\s*[.?!)]*$/iu;
const englishCourtesy =
  /^(?:if (?:possible|(?:you (?:do|have done) )?so\b|convenient|at all possible|(?:that|this|it) is (?:ok|okay|fine|convenient)|(?:you )?(?:could|can|would|have time|have a moment|do ?n[o']t mind|like)\b|not too much|you(?:['’]d| would)\b|we (?:could|can|may)\b|there is anything|necessary)|where (?:can|could|do|does|is|are|will|should|the)\b|in case (?:it|this|that)\b)/iu;
/** "Let me know if": whether. */
const whether =
  /\b(?:know|see|check|confirm|tell (?:me|us)|ask|asking|wonder(?:ed|ing)?|sure|grateful|appreciated?|helpful|great|good|nice|glad|happy|clear|decide|curious|kind)\s*$/iu;

/**
 * The words of the condition under which a sentence asks (「修正がある場合のみ」, "if you have comments"), or those that release from
 * it in brackets; undefined for what is asked of every reader. Politeness (「可能であれば」) is no condition.
 */
export function conditionOf(sentence: string): string | undefined {
  const words = sentence.slice(0, longest);
  const waived = bracketed(words);
  if (waived !== undefined) return waived;
  return /[\p{Script=Hiragana}\p{Script=Han}]/u.test(words) ? japaneseCondition(words) : englishCondition(words);
}

/** Longer ones are no sentences of people. */
const longest = 400;

function japaneseCondition(words: string): string | undefined {
  let from = 0;
  // A clause of politeness may stand before the condition.
  for (let tries = 0; tries < 4; tries += 1) {
    const match = japanese.exec(words.slice(from));
    if (match === null) return undefined;
    const condition = match.groups!.condition!.trim().replace(lead, "").replace(particle, "");
    if (condition.length > 3 && !courtesy.test(foldWidth(condition))) return condition;
    from += match.index + match[0].length;
  }
  return undefined;
}

function englishCondition(words: string): string | undefined {
  for (const pattern of [englishLead, englishBehind]) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const condition = match.groups!.condition!.trim();
    const before = words.slice(0, words.indexOf(condition, match.index));
    if (!englishCourtesy.test(condition) && !whether.test(before)) return condition;
  }
  return undefined;
}

/** 「御連絡ください（意見なしの場合、登録不要）。」 */
function bracketed(words: string): string | undefined {
  const inside = /[（(]([^（()）]{4,60})[)）][。.]?\s*$/u.exec(words)?.[1];
  return inside !== undefined && waivedIn(inside) !== undefined ? inside : undefined;
}
