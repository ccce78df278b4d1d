import type { Aligned } from "./alignment";
import { withoutDenied } from "./decisions";

/** How far along a thing is, from a mere possibility to done. */
const japaneseLevels: [number, RegExp][] = [
  [
    1,
    /可能性|かもしれ|かも知れ|おそれ|恐れ|ことがあ(?:る|り)|場合があ|ではないか|でしょうか|だろう|と思われ|懸念|危惧|心配/u,
  ],
  [
    2,
    /検討|研究して|協議(?:して|を|中|し)|視野に|(?:を|も|は|で|へ)考え|考えも|(?:という|との)?(?<![事答])案(?:を|が|も|は|に|で|として)|提案|選択肢|余地|べき|てはどう|ではどう|いかが|どうでしょう|要望|要求|要請|申請中|求め|ほしい|欲しい|いただきたい|いただければ|意見|ほうがい|方がよ|望まし|危惧|賛成|賛同|反対|主張|指摘/u,
  ],
  [
    3,
    /目指|たい(?:と|。|です|考え|意向|との)|つもり(?!は(?:な|あり))|意向(?!は(?:な|あり))|見込(?:み|ん|まれ)|に向けて|期待|考えられ|思われ|みられ|とみて|推測|推察|(?:予定|見通し|方針|計画|推計|試算|想定|予測|めど|目標)(?:し|さ|で(?!は)|だ|と(?:し|な|の|する(?=[。こ]|$))|。|$|を(?:立|掲|示|述)|に(?:し|す)|は|も|の。)/u,
  ],
];
const englishLevels: [number, RegExp][] = [
  [1, /\b(?:may|might|could|possib\w*|perhaps|potential\w*|risk)\b/iu],
  [
    2,
    /\b(?:propos\w*|suggest\w*|consider\w*|consideration|recommend\w*|should|whether|discuss\w*|would like|would rather|prefer\w*|rather than|think|option|asked for|oppos\w*|support\w*|if|haven['’]?t decided|not (?:yet )?decided)\b/iu,
  ],
  [3, /\b(?:plan\w*|aim\w*|intend\w*|expect\w*|hope\w*|target|goal|estimat\w*|forecast\w*)\b/iu],
];

/** Level of certainty: 2 possible, weighed or asked for, 3 intended or expected, 4 said to be so. `loose`: a noun is enough (試算では). */
export function levelOf(text: string, language: "ja" | "en", loose = false): number {
  if (loose && language === "ja" && /予定|見込|見通し|計画|推計|試算|想定|予測|めど|目標|方針|意向|考え/u.test(text)) {
    return Math.min(3, levelOf(text, language));
  }
  const levels = language === "ja" ? japaneseLevels : englishLevels;
  // 「差替えを求めてください」 tells someone to do it: asking is what is done there, not what is said.
  const plain = text
    // "on 8 May" is a month.
    .replace(/(?<=[0-9]\s|\b(?:in|of|by|until|since|early|late|mid)[\s-])May\b|\bMay(?=\s[0-9])/g, "")
    .replace(/(?:求め|要請し|要求し|提案し)(?=て(?:ください|下さい))/gu, "")
    // What is not thought of is not weighed.
    .replace(/(?:考え|検討し)て(?:い|は(?:い|お)|お)(?:ない|り?ません|らず)/gu, "なし");
  return Math.max(2, levels.find(([, pattern]) => pattern.test(plain))?.[0] ?? 4);
}

const decided =
  /決定(?:し|され|と|に至|が|を|。|$)|決まっ(?!てい(?:な|ま))|決め(?:た|られ)|こと(?:と|に)(?:した|なった|なり|された|する|決)|(?:合意|了承|承認|可決|約束|採択|締結|確約|議決)(?:し(?!て(?:い|お)(?:な|り?ま))|され(?!てい?(?:な|ま))|を得(?!て)|に至(?!っていな)|を(?!求|目|得(?:ず|て))|$|。)|(?<!not |not been |n['’]t )\b(?:decided|agreed|approved|resolved|adopted|concluded)\b/iu;

/** True for a line that says that something was decided, agreed or signed. */
export function saysDecided(text: string): boolean {
  return decided.test(withoutDenied(text).replace(goingOn, ""));
}

/** 「引き続き議論することとした」 decides nothing. */
const goingOn = /(?:検討|協議|議論|審議|確認|調整|持ち帰|保留|見送)[^。]{0,10}こと(?:と|に)(?:し|いたし|な|さ)?/gu;

/** 「次回改めて議論することとなった」 tells how the meeting goes on. */
const goesOn = /(?:検討|協議|議論|審議|確認|調整)[^。]{0,6}こと(?:と|に)(?:し|いたし|な|さ)/u;

const japaneseDone =
  /(?:し|され|行っ|行われ|っ|い|え|め|け|せ|れ|げ|り|ん|至っ|終え|済ませ|済ん)(?:た|だ)(?:。|$|、|と(?:の|し|述|説|報|い))|済み|(?<!と)(?:し|され)てい(?:る|ます)|完了(?!する|を|が)|達成(?!する|を|が)/u;
/** What was said is told in the past tense whatever it is about. */
const reporting =
  /(?:と|旨|よう(?:に)?|意見|懸念|考え|提案|質問|要望|指摘|見解|説明|報告|発言|紹介|見方|認識|反対|賛成|求める声|意向|姿勢|依頼|要請|連絡)(?:を|が|も|は|の|に)?[^、。]{0,8}(?:た|だ)(?:。|$|、)|(?:反対|賛成|質問|説明|報告|提案|要望|主張|指摘|答弁|依頼|要請|指示)し?た(?:。|$|、)/u;
const japaneseToCome =
  /予定|(?:し|いたし|り|い|き|み|め|え|れ|せ|ち|い)ます(?:。|$|が)|する(?:。|$|こと)|検討|目指|たい|ましょう|ください|下さい|今後|これから|まで(?:に)|いたします|まいります|協議(?:して|を)|見込/u;

const surelyToCome =
  /よう(?:に)?準備|準備を進め|準備して|協議(?:し|を)|調整(?:し|を|中)|検討(?:し|を|中)|目指して|予定|見込|見通し/u;

/** True when a line says that a thing was done, of which its source says that it is still to come. */
export function saysDone(line: string, source: string): boolean {
  const own = line.trim();
  if (reporting.test(own) || !japaneseDone.test(own) || surelyToCome.test(own)) return false;
  if (surelyToCome.test(source) && !/(?:まし|でし|し|され)た(?:。|$|、|が)/u.test(source)) return true;
  return (
    japaneseToCome.test(source) &&
    !/(?:まし|でし|し|っ|れ|い|え)た(?:。|$|、|が|と|の|ところ)|済|ておりま|ています|ている/u.test(source)
  );
}

const finished = /([\p{Script=Han}]{2})済み?/gu;
const stillOpen =
  "(?:が|は|も|を)?(?:別途|さらに|更に|今後)?(?:必要|要(?:する|し)|行う必要|していない|していません|すべき|する(?:予定|必要|方針|こと)|します|いたします|中(?:で|の|。)|して(?:いき|まいり|ください)|(?:が|は)?(?:まだ|これから|今後))";
const alreadyDone = "(?:を|が|は|も)?(?:済|終|完了|(?:し|され|いたし|行い|行わ|行っ)(?:まし)?た)";

/** True when a line calls finished (検討済み) what its sources only say is needed or to come; who reports it does not matter. */
export function saysFinished(line: string, source: string): boolean {
  return [...line.matchAll(finished)].some(
    ([, noun]) => new RegExp(noun + stillOpen, "u").test(source) && !new RegExp(noun + alreadyDone, "u").test(source),
  );
}

const duties: Record<"ja" | "en", [number, RegExp][]> = {
  ja: [
    [2, /望まし|推奨|努め|努力義務|勧め|ことが好まし|心掛け|心がけ/u],
    [3, /なければな|なくてはな|ねばな|ないと(?:駄目|だめ|いけ|困)|義務|必須|ものとする|必要|べき|ください/u],
    [1, /ことができ|てもよい|ても構わ|任意|でもいい|て(?:も)?いい/u],
  ],
  en: [
    [3, /\b(?:must|mandatory|compulsory|obliged|required to|shall|need(?:s)? to|have to|has to)\b/iu],
    [2, /\b(?:should|recommended|desirable|preferable|advisable|encouraged|ought)\b/iu],
    [1, /\b(?:may|can|optional|voluntary|free to)\b/iu],
  ],
};

/** How binding a text is: 3 must, 2 ought, 1 may; the strongest word of Japanese 「努めなければならない」 is the first. */
function dutiesIn(text: string, language: "ja" | "en"): number[] {
  const plain = text
    .replace(/\bMay\b/g, "")
    .replace(/\bnot (?:be )?(?:mandatory|required|compulsory|obligatory)\b/giu, "optional")
    .replace(/義務(?:と|で|付け|づけ)?(?:は|て)?(?:せず|しない|しません|ない|ありません)/gu, "任意");
  const found = duties[language].flatMap(([level, pattern]) => (pattern.test(plain) ? level : []));
  return language === "ja" ? found.slice(0, 1) : found;
}

/** True when a text binds more or less than the one it rests on: may becomes must, 「努める」 becomes 「しなければならない」. */
export function changesDuty(line: string, language: "ja" | "en", source: string, given: "ja" | "en"): boolean {
  const asked = language !== given && given === "ja" && kindly.test(source) ? [2] : [];
  return differ(dutiesIn(line, language), [...dutiesIn(source, given), ...asked]);
}

/** 「記載してください」 is told in English by must, and by should. */
const kindly = /(?:て|で|お願い)(?:ください|下さい|いたします|します)/u;

function differ(own: readonly number[], given: readonly number[]): boolean {
  return own.length > 0 && given.length > 0 && !own.some((level) => given.includes(level));
}

const tellsView = /(?:との|という)(?:見方|見解|認識|考え)|と(?:考え|思っ|思わ|みて)/u;
const thinks = /\b(?:I|we)\s+(?:(?:do not|don['’]t)\s+)?(?:think|believe)\b/giu;

const guide = /目安|めやす/u;

/** True when what a clause makes certain is only weighed, wanted or possible in every clause it rests on. */
export function isMadeCertain({ clause, best, needed }: Aligned, lineText: string, language: "ja" | "en"): boolean {
  const [first] = best;
  if (first === undefined || first.score < 0.4) return false;
  if (goesOn.test(lineText)) return false;
  // A guide (目安) told as a guide is not made certain, whatever else is only wished for in its sentence.
  if (guide.test(lineText) && guide.test(first.source.sentence)) return false;
  const asked = /望む|声(?:が|も)/u.test(lineText) ? 2 : 4;
  const own = Math.min(asked, levelOf(clause.text, language), levelOf(lineText, language, true));
  // What the clause says of its things is what must be certain; another source clause may only name them.
  const predicate = clause.tokens.findLast(({ isPredicate, light }) => isPredicate && !light);
  const telling =
    predicate === undefined ? [] : needed.filter(({ own }) => own.covers(predicate, lineText).share >= 0.8);
  // Where no clause has its verb, those that have its figures tell.
  const dated = needed.filter(({ own }) =>
    clause.tokens.some((token) => token.figure !== undefined && own.covers(token, lineText).share === 1),
  );
  return (telling.length > 0 ? telling : dated.length > 0 ? dated : needed).every((source) => {
    const said = reachOf(source.sentence, source.clause.text);
    // What somebody thinks, told as a view, is made no more certain than it was.
    const reach = tellsView.test(lineText) ? said.replace(thinks, " ") : said;
    // Japanese says at the end of a sentence whether it is so.
    const given = source.passage.language;
    const level = levelOf(given === "ja" ? reach.slice(-26) : reach, given);
    return level < own && !(level === 3 && own === 4 && language === "en" && /\bwill\b/.test(clause.text));
  });
}

/** The clause and what follows it in its sentence, until the sentence turns (…が、…). */
export function reachOf(sentence: string, clause: string): string {
  const from = sentence.indexOf(clause);
  if (from < 0) return clause;
  const end = /(?:が|けど|けれど(?:も)?|一方で?|ものの)、$|(?:です|ます|た|だ)(?:が|ので|から)、?$/u.test(
    clause.trim(),
  );
  return end ? clause : sentence.slice(from);
}
