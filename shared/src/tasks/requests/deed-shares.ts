import { askingOf } from "./asks";
import { findDues } from "./find-dues";

/** 「…までに御確認いただき、」, 「…までに集約し、」: a deed of the reader that ends before the next one begins. */
const linkedDeed =
  /(?:(?:ご|御|お)?[^、，はが]{1,40}(?:いただき|頂き|いただいた上で|頂いた上で|願い)|を[^、，はが]{0,40}(?:の上で?|のうえ|し|して))[、，]$/u;
/** Whoever does it is told with it: 「当方が」, 「森から」. */
const otherDoer = /[がは]|から|により/u;
/** What stands behind is told, not asked. */
const tells = /(?:ので|から|ため|ますが|予定|次第)[、，]/u;

/** 「案を１０日までに御確認いただき、１３日までに御提出ください」 asks for two deeds, each by its day. */
export function sharesByDeed(clauses: readonly string[]): { text: string }[] {
  if (askingOf(clauses.join("")) !== "asks") return [];
  const end = clauses.findIndex(
    (clause, index) =>
      index < clauses.length - 1 &&
      linkedDeed.test(clause) &&
      !otherDoer.test(clause.replace(/^[^、，はが]{0,16}(?:は|について)/u, "")) &&
      findDues(clause).length === 1,
  );
  if (end < 0) return sharesByNoun(clauses);
  const first = clauses.slice(0, end + 1).join("");
  const second = clauses.slice(end + 1).join("");
  if (tells.test(second)) return [];
  if (findDues(first).length !== 1 || findDues(second).length !== 1) return [];
  return [{ text: first.replace(/[、，]$/u, "") }, { text: second }];
}

const nounBehindDay = /(?:まで(?:に)?|迄に?|中に|以内に)[^、，をがはにで]{2,12}[、，]$/u;

/** 「本日中に仮回答、１２日までに本回答をいただけますか」 asks for two things, each by its day, with one verb. */
function sharesByNoun(clauses: readonly string[]): { text: string }[] {
  const at = clauses.length - 2;
  const [before, last] = [clauses[at], clauses[at + 1]];
  if (before === undefined || last === undefined || !nounBehindDay.test(before)) return [];
  const verb = /^[^をがは]{1,40}(?:まで(?:に)?|迄に?|中に|以内に)[^をがはにで]{2,12}(?<verb>を.+)$/u.exec(last)?.groups!
    .verb;
  const first = clauses.slice(0, at + 1).join("");
  if (verb === undefined || findDues(first).length !== 1 || findDues(last).length !== 1) return [];
  return [{ text: first.replace(/[、，]$/u, "") + verb }, { text: last }];
}

const asking = /^(?:(?:could|can|would|will) you (?:please |kindly )?|please |kindly )/i;
const joint = /,? and (?:then |also |please |kindly )*/g;
const determiner = /^(?:the|an?|your|its|our|their|his|her|any|all|both|each)\b/i;
/** A clause with a subject of its own is no deed of the reader. */
const subject = /^(?:i|we|you|he|she|it|they|this|that|there|if|when|who|which)\b/i;
const given = /^[a-z]+(?: (?:me|us|them|him|her|back|in|out|over|on)\b)*/i;

/** "Please book the hall by 10 May and send us the menu by 13 May" asks for two deeds, each by its day. */
export function sharesInEnglish(sentence: string): { text: string }[] {
  const words = asking.exec(sentence)?.[0];
  if (words === undefined || /\b(?:if|unless)\b/i.test(sentence)) return [];
  const mark = /[.?!]$/.exec(sentence)?.[0] ?? "";
  for (const match of sentence.matchAll(joint)) {
    const first = sentence.slice(0, match.index);
    const second = sentence.slice(match.index + match[0].length);
    if (subject.test(second) || findDues(first).length !== 1 || findDues(second).length !== 1) continue;
    if (!/[a-z]/.test(second.charAt(0)) || /^(?:on|by|before|no later|at)\b/.test(second)) continue;
    const verb = determiner.test(second) ? `${given.exec(first.slice(words.length))?.[0] ?? ""} ` : "";
    return [{ text: first + mark }, { text: words + verb + second }];
  }
  return [];
}
