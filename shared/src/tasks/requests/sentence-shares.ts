import { nameOfReader } from "./addressee";
import { clausesOf } from "./clauses";
import { sharesByDay } from "./day-shares";
import { sharesByDeed, sharesInEnglish } from "./deed-shares";
import { findDues } from "./find-dues";

/** What one sentence asks of one of those it names, or by one of its days. */
export interface Share {
  /** Its words, with the verb that stands at the end for all. */
  text: string;
  /** Left out where the sentence parts days alone. */
  addressee?: string;
}

interface Found extends Share {
  addressee: string;
  /** 「図は」 stands before the name. */
  hasTopic: boolean;
}

/** 「田中様は」, 「佐藤さんには」, 「企画課におかれましては」, 「図は加藤さんが」, 「表は森さんに」 */
const named = new RegExp(
  `^(?:また|なお|あわせて|併せて|つきましては|一方|まず|次に)?[、，]?\\s*(?:(?<topic>[^、，はがを]{1,24}[はを])(?<topicName>${nameOfReader})(?:さんの方)?(?:が|に|で)|(?<name>${nameOfReader})(?:[（(][^（()）]{0,12}[)）])?(?:に(?:は|おか(?:れて|れまして)は)|におきましては|は|の方で(?:は)?|へは))`,
  "u",
);
/** Words of a share that goes on to the next one: what is asked, or a verb in its linking form. */
const goesOn =
  /(?:を|も|について(?:は)?|に関して(?:は)?|まで(?:に)?|迄に?|中に|以内に|し|いただき|頂き|願い|ください|下さい|くださり|て|で|に|が|の上)$/u;
const linked = /(?:し|いただき|頂き|願い|ください|下さい|くださり|て|で)$/u;
const adversative = /(?:です|ます|ました|ません|した|する|ない)が$|(?:けれども|けど|ので|から|ため)$/u;

/**
 * 「田中様は資料１を、佐藤様は資料２をご確認ください」 asks two things: one of each person named, with the verb at the end; 「Aを６日までに、
 * Bを１０日までに提出ください」 one by each day. Empty for a sentence that asks one thing, or all whom it names for the same.
 */
export function sharesOf(sentence: string): Share[] {
  if (sentence.length > longest) return [];
  const clauses = clausesOf(sentence);
  const found = clauses.map((clause) => named.exec(clause));
  const starts = found.flatMap((match, index) => (match === null ? [] : [index]));
  if (starts.length < 2) {
    const byDay = sharesByDay(clauses);
    if (byDay.length > 0) return byDay;
    return /[\p{Script=Hiragana}\p{Script=Han}]/u.test(sentence) ? sharesByDeed(clauses) : sharesInEnglish(sentence);
  }
  const head = clauses.slice(0, starts[0]).join("");
  const shares = starts.map((start, index): Found => {
    const { groups } = found[start]!;
    return {
      text: clauses.slice(start, starts[index + 1]).join(""),
      addressee: groups!.topicName ?? groups!.name!,
      hasTopic: groups!.topicName !== undefined,
    };
  });
  const own = shares.slice(0, -1).map(({ text }) => text.replace(/[、，\s]+$/u, ""));
  if (new Set(shares.map(({ addressee }) => addressee)).size < 2) return [];
  const last = shares.at(-1)!;
  // 「田中様には御連絡済みですが、佐藤様は資料を御提出ください」 asks the last one alone.
  if (own.every((text) => adversative.test(text))) return [{ text: sentence, addressee: last.addressee }];
  if (own.some((text) => adversative.test(text))) return [];
  if (own.some((text) => !goesOn.test(text))) return sharesByObject(head, shares, own);
  // 「図を10日までに、表を12日までに作成」 has a day each; 「図を、表を12日までに作成」 one for all.
  const verb = verbOf(
    last,
    own.some((text) => findDues(text).length > 0),
  );
  return shares.map(({ text, addressee }, index) => {
    if (index === shares.length - 1) return { text: head + text, addressee };
    const said = own[index]!;
    return { text: head + said + (linked.test(said) && !shares[index]!.hasTopic ? "" : verb), addressee };
  });
}

/** 「森様は第１章、岸様は第２章を御確認ください」: things of one kind, the last with the particle and the verb of all. */
function sharesByObject(head: string, shares: readonly Found[], own: readonly string[]): Share[] {
  const last = behindName(shares.at(-1)!.text);
  const groups = /^(?<thing>[^、，をがはに]{1,24})(?<verb>を.+)$/u.exec(last)?.groups;
  if (groups === undefined) return [];
  const kindOf = (thing: string): string => thing.replace(/[0-9０-９一二三四五六七八九十]+/gu, "#").trim();
  const kind = kindOf(groups.thing!);
  if (!kind.includes("#") || own.some((text) => kindOf(behindName(text)) !== kind)) return [];
  return shares.map(({ text, addressee }, index) => ({
    text: head + (own[index] === undefined ? text : own[index] + groups.verb!),
    addressee,
  }));
}

function behindName(text: string): string {
  return text.slice(named.exec(text)?.[0].length ?? 0);
}

/** Longer ones are no sentences of people. */
const longest = 400;

/** What the last share says behind what it asks, and behind its day where the others have their own. */
function verbOf({ text }: Found, hasOwnDay: boolean): string {
  const match = named.exec(text)!;
  let verb = text.slice(match[0].length);
  const object = /^.*(?:を|について(?:は)?|に関して(?:は)?)[、，]?/u.exec(verb)?.[0] ?? "";
  verb = verb.slice(object.length);
  const [due] = findDues(verb);
  if (hasOwnDay && due !== undefined && due.start <= 1)
    verb = verb.slice(due.end).replace(/^(?:まで(?:に)?|迄に?|に)[、，]?/u, "");
  return verb.replace(/^(?:それぞれ)[、，]?/u, "");
}
