import { checkFigures } from "../../guards";
import { contentWords, splitSentences } from "../../language";
import type { Finding, TaskLanguage } from "../../vocabulary";
import type { DraftAction } from "./minutes-draft";
import { doersOf, type Doer, type Scene } from "./owners/doers";
import { mayBeSame, mentionsOf, squeezed } from "./owners/name-spellings";
import { accepts, declines, isAsking, mayDo, promises } from "./owners/roles";
import { segmentsOf } from "./owners/segments";
import { notSet } from "./parse-action";
import { japaneseDate, relativeDates } from "./relative-dates";
import { letterPairs, likenessOf } from "./speech/letter-pairs";
import type { TranscriptEvidence } from "./supported-line";
import type { Block } from "../../vocabulary";

export interface ActionContext {
  evidence: TranscriptEvidence;
  blocks: readonly Block[];
  /** YYYY-MM-DD */
  meeting: string | undefined;
  language: TaskLanguage;
}

export interface CheckedAction {
  owner: string;
  due: string;
  /** `owner-not-in-source` and `due-not-in-source` { found }. */
  findings: Finding[];
}

const firstPerson =
  /^(?:私|わたし|わたくし|僕|自分|当方|こちら|うち|当課|当室|当局|当係|本人|発言者|I|me|we|us|myself)(?:の方|ども|たち)?$/iu;

/**
 * Owner and date of an action as the cited utterances say them, or 「未定」. An owner who neither is asked there by name nor promises
 * it nor takes up the request, and a date that nobody named for it, are taken out with a finding; 「私」 becomes the name of who said
 * it; a relative date gets the date it means behind it when the day of the meeting is known.
 */
export function checkAction(action: DraftAction, context: ActionContext): CheckedAction {
  const findings: Finding[] = [];
  const refuse = (code: string, found: string): string => {
    findings.push({
      guard: "evidence",
      code,
      severity: "warning",
      values: { found },
      source: action.sources.map((blockId) => ({ blockId })),
    });
    return notSet(context.language);
  };
  const scene = context.evidence.scene(action.sources);
  return {
    owner: ownerOf(action, scene, context, (found) => refuse("owner-not-in-source", found)),
    due: dueOf(action, scene, context, (found) => refuse("due-not-in-source", found)),
    findings,
  };
}

function ownerOf(action: DraftAction, scene: Scene, context: ActionContext, refuse: (found: string) => string): string {
  const { owner, text } = action;
  if (owner === "") return notSet(context.language);
  const doers = doersOf(text, scene);
  if (firstPerson.test(owner)) {
    const speakers = new Set(scene.cited.map(({ speaker }) => speaker).filter((name) => name !== ""));
    const promised = [...new Set(doers.map(({ name }) => name))].filter((name) => speakers.has(name));
    const [only, ...others] = promised.length > 0 ? promised : [...speakers];
    return only !== undefined && others.length === 0 ? only : refuse(owner);
  }
  const parts = owner
    .split(/[、,，・／/;；]|及び|並びに|(?<=.)と(?=[^と])| and | & /u)
    .filter((part) => part.trim() !== "");
  return parts.every((part) => isOwner(part, doers, scene)) ? owner : refuse(owner);
}

/** Whether somebody is one of those who do the thing; where nobody is told to, whoever speaks of it without asking. */
function isOwner(owner: string, doers: readonly Doer[], { cited, following, people }: Scene): boolean {
  const isCalled = (name: string): boolean => {
    if (mayBeSame(owner, name)) return true;
    // 「事務局で」, told of by 「事務局（黒木課長）」.
    const [only, ...others] = people.filter((one) => mayBeSame(one, name));
    return only !== undefined && others.length === 0 && mayBeSame(owner, only);
  };
  if (hasDeclined(owner, [...cited, ...following])) return false;
  if (doers.length > 0) return doers.some(({ name }) => isCalled(name));
  const named = cited.filter(({ text }) => mentionsOf(text, owner).some((mention) => mayDo(text, mention)));
  if (named.length > 0) return true;
  const speakers = new Set(cited.filter(({ text }) => !isAsking(text)).map(({ speaker }) => speaker));
  return speakers.size === 1 && isCalled([...speakers][0]!);
}

/** They say no, and neither before nor after it that they do it. */
function hasDeclined(owner: string, said: Scene["cited"]): boolean {
  const own = said.filter(({ speaker }) => mayBeSame(speaker, owner));
  const takes = ({ text }: Scene["cited"][number]): boolean => promises(text) || accepts(text);
  return own.some(({ text }) => declines(text)) && !own.some(takes);
}

/** A date that is named to be turned down: 「火曜では間に合いません」. */
const turnedDown =
  /[^、。はがを]{1,12}?(?:では|じゃ|だと|には|は)、?(?:もう|さすがに|とても)?(?:間に合(?:わ|い)|無理|難し|厳し|遅(?:い|すぎ)|早(?:い|すぎ)|でき(?:な|ま))[^、。]*/gu;

function dueOf(action: DraftAction, scene: Scene, context: ActionContext, refuse: (found: string) => string): string {
  const { due, text: task } = action;
  if (due === "") return notSet(context.language);
  const wanted = letterPairs(`${task}${action.owner}`);
  const said = scene.cited.map(({ text }) =>
    datesFor(wanted, withoutOverruled(text).replace(turnedDown, ""), scene.people),
  );
  if (isMoved(due, scene)) return refuse(due);
  const known = [...said, ...context.evidence.dates(said.map((text) => ({ text })))];
  if (checkFigures(known, due, { nearest: false }).some(({ severity }) => severity === "error")) return refuse(due);
  const text = known.map(asDaysAreSaid).join("\n");
  // 「来週の金曜日」 and 「できるだけ早く」 have no figure to check: their words must have been said.
  const hasFigure = /[0-9０-９〇一二三四五六七八九十]/.test(due);
  const bareDue = asDaysAreSaid(due).replace(/(?:まで(?:に|の)?|中(?:に)?|に|頃|ごろ)$/u, "");
  const isSaid = (word: string): boolean => text.includes(asDaysAreSaid(word));
  if (!hasFigure && !text.includes(bareDue) && !contentWords(due).every(isSaid)) return refuse(due);
  if (namesAnotherDay(asDaysAreSaid(due), text)) return refuse(due);
  const [relative, ...others] = context.meeting === undefined ? [] : relativeDates(due, context.meeting);
  if (relative === undefined || others.length > 0 || /[0-9０-９]月/.test(due)) return due;
  return context.language === "ja" ? `${due}（${japaneseDate(relative.date)}）` : `${due} (${relative.date})`;
}

/** Words of minutes for times, each with what is said for them in talk. */
const timesSaid: readonly (readonly [RegExp, string])[] = [
  [/本日|当日/gu, "今日"],
  [/きょう/gu, "今日"],
  [/明後日|翌々日/gu, "あさって"],
  [/あした|あす|翌日/gu, "明日"],
  [/翌週|次週/gu, "来週"],
  [/翌月/gu, "来月"],
  [/翌年/gu, "来年"],
  [/お昼|昼(?=まで|には|ごろ|頃|過)/gu, "正午"],
  [/夕刻/gu, "夕方"],
  [/夜間|夜中|今晩/gu, "夜"],
  [/週明け|週(?:の)?初め|週初|週(?:の)?頭/gu, "週頭"],
  [/月(?:の)?初め|月初|月(?:の)?頭/gu, "月頭"],
  [/今(?=週中|月中|年度中)|(?<=[週月])内/gu, ""],
  [/年度(?:内|末|いっぱい)/gu, "年度中"],
  [/至急|早急|速やか|早め|早期|できるだけ早く|なるべく早く/gu, "早く"],
  [/ただちに|すぐに?|即時|即刻/gu, "直ちに"],
  [/次の(?:会議|会合|打ち?合わせ|定例)|次回(?:会議|会合|開催|審議会|部会|定例|打ち?合わせ)/gu, "次回"],
  [/曜日/gu, "曜"],
  [/の|いっぱい/gu, ""],
];

/** A text squeezed, with times as talk says them: 「本日夜」 is 「今日の夜」. */
function asDaysAreSaid(text: string): string {
  return timesSaid.reduce((words, [pattern, said]) => words.replace(pattern, said), squeezed(text));
}

const days = /今日|明日|あさって|再来週|来週|今週|再来月|来月|今月|[0-9一二三四五六七八九十]+月|来年度?|今年度?/gu;

/** 「明日15時」 where 「今日の15時」 was said: the hour alone is no date. What names no day or week is left to the figures. */
function namesAnotherDay(due: string, said: string): boolean {
  const own = due.match(days) ?? [];
  const given: readonly string[] = said.match(days) ?? [];
  return (
    own.length > 0 && given.length > 0 && !own.some((day) => given.includes(day)) && !/日/u.test(due.replace(days, ""))
  );
}

const saidDay =
  /(?:[0-9０-９一二三四五六七八九十]{1,3}月の?)?[0-9０-９一二三四五六七八九十]{1,3}日(?![間目分])|(?:再来週|来週|今週|翌週)(?:の?[月火水木金]曜?日?)?|[月火水木金]曜日?|(?:今|来|再来)?月末|明日|明後日|本日|今日|\b(?:monday|tuesday|wednesday|thursday|friday|tomorrow|today)\b/giu;
/** What was meant before, and what was said before a repair in the same utterance. */
const before = /(?:当初|もともと|元々|最初|以前)は?、?[^。]{0,24}?(?:が|けど|けれども)、/u;
const repair = /(?:いや|いえ|失礼(?:しました)?|訂正|\bactually|\bno,|\bsorry)[、,。.\s]/giu;
/** An answer that moves the day, and says hardly anything else. */
const moves =
  /じゃあ|では|それなら|いや|いえ|させて|変更|延ば|前倒し|\b(?:actually|let['’]s say|make (?:it|that)|instead)\b/iu;
const longestMove = 60;

/** An utterance without the days that its speaker gives up for another one in the same breath. */
function withoutOverruled(text: string): string {
  const plain = text.replace(before, "");
  const last = [...plain.matchAll(repair)].findLast((match) => {
    const rest = plain.slice(match.index + match[0].length);
    return rest.search(saidDay) >= 0 && plain.slice(0, match.index).search(saidDay) >= 0;
  });
  return last === undefined ? plain : plain.slice(last.index + last[0].length);
}

/** True for a day that was said first, where an utterance that is cited as well names another one in its place. */
function isMoved(due: string, { cited }: Scene): boolean {
  const days = (text: string): string[] =>
    [...text.matchAll(saidDay)].map(([day]) => squeezed(day).replace(/の/gu, ""));
  const [own, ...others] = days(due);
  if (own === undefined || others.length > 0) return false;
  const names = ({ text }: Scene["cited"][number]): boolean =>
    days(text).some((day) => day === own || day.endsWith(own) || own.endsWith(day));
  const at = cited.findLastIndex(names);
  return (
    at >= 0 &&
    cited.slice(at + 1).some(({ text }) => text.length <= longestMove && moves.test(text) && days(text).length > 0)
  );
}

/** Of a sentence that gives several people each their own, the stretch that is about this thing. */
function datesFor(wanted: ReadonlySet<string>, text: string, people: readonly string[]): string {
  return splitSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .map((sentence) => {
      const segments = segmentsOf(sentence, people);
      if (segments.length < 2 || /それぞれ|いずれも|ともに|両方|一緒/u.test(sentence)) return sentence;
      const ranked = segments.map((segment) => ({
        ...segment,
        likeness: likenessOf(wanted, letterPairs(segment.text)),
      }));
      const best = Math.max(...ranked.map(({ likeness }) => likeness));
      return best === 0
        ? sentence
        : ranked
            .filter(({ likeness }) => likeness === best)
            .map((one) => one.text)
            .join("");
    })
    .join("");
}
