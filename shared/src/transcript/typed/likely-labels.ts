import { endsOrBeginsLikeFamilyName, isFamilyName } from "../../guards/masking/names/family-names";
import { endsLikeOffice, isLikeName, isSurelyPerson } from "../speaker-names";
import type { NamedLine } from "./named-line";

/** Who is there, in the head. */
const roster =
  /^[\s\u3000・■◆○●【［\[（(\d.．]*(?:出席|参加|列席|同席|メンバー|構成員|attendees?|participants?|members)(?:者|委員)?[】］\])）]?[\s\u3000]*[:：]?[\s\u3000]*(\S.{0,400})$/iu;
/** Each name is held against each of these. */
const mostPresent = 200;
const kanji = /^\p{Script=Han}{2,8}$/u;
/** What people are called without a name. */
const role = /(?:[者員人長役主師士官客生]|司会|進行|先生|店主|住民|市民|聴衆|会場|一同|全員|相手)$/u;
/** Labels of a line whose words before a colon are surely none of a person: 「議題：…」. */
const labelled = /^[\s\u3000・○●■◆*-]*([^\s\u3000:：。、]{2,12})[\s\u3000]*[:：]/u;

/**
 * Names before words that are rather labels: kanji that no family name begins or ends with, where the head lists who is there
 * and has not this name, or where other lines have labels and no line a name that could be a person's.
 * @param lines of the file, among them those of its head
 */
export function likelyLabels(named: readonly (NamedLine | undefined)[], lines: readonly string[]): Set<string> {
  const names = new Set(named.flatMap((found) => found?.name ?? []));
  const doubtful = new Set([...names].filter(isDoubtful));
  if (doubtful.size === 0) return doubtful;
  const present = [...new Set(lines.slice(0, 60).flatMap(namesPresent))].slice(0, mostPresent);
  const isPresent = (name: string): boolean => present.some((one) => one.startsWith(name) || name.startsWith(one));
  if ([...names].filter((name) => isPresent(bare(name))).length > 1)
    return new Set([...doubtful].filter((name) => !isPresent(name)));
  const isForm =
    doubtful.size === names.size &&
    lines.some((line) => {
      const label = labelled.exec(line.slice(0, 40))?.[1];
      return label !== undefined && !isLikeName(label);
    });
  return isForm ? doubtful : new Set();
}

function isDoubtful(name: string): boolean {
  if (!kanji.test(name) || endsLikeOffice(name) || isSurelyPerson(name) || role.test(name)) return false;
  // A given name may stand behind: 「長谷川太郎」.
  const family = name.length > 4 ? name.slice(0, 2) : name;
  return !isFamilyName(family) && !endsOrBeginsLikeFamilyName(family);
}

function namesPresent(line: string): string[] {
  const list = roster.exec(line.slice(0, 500))?.[1];
  return (list ?? "")
    .replace(/[（(][^（）()]*[）)]/gu, "、")
    .split(/[、，,・／/\s\u3000]+/u)
    .map(bare)
    .filter((name) => name.length > 1);
}

/** 「倉田さん」 and 「倉田委員」 are listed as 「倉田」, or the other way round. */
function bare(name: string): string {
  return name.replace(/[\s\u3000]/gu, "").replace(/(?:さん|様|氏|君|殿)$/u, "");
}
