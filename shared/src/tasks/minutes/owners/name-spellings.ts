import { foldWidth } from "../../../language";
import { isOffice, officeSpellings } from "./offices";

const titles =
  "さん|氏|様|君|殿|先生|委員長|副委員長|委員|会長|部会長|課長補佐|課長|係長|室長|部長|局長|次長|主任|主査|係員|事務官|技官|調査官|管理官|調整官|主幹|班長|補佐|参事官?|企画官|専門官|審議官|統括官|担当者?|理事長|理事|構成員|参考人|座長|議長|校長|教頭|園長|館長|所長|支店長|社長|代表";
const title = new RegExp(`(?:${titles})$`, "u");

/** A name squeezed: widths folded, no spaces, small letters. */
export function squeezed(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s+/g, "");
}

/** A name with what it consists of: who, and the office or part in the meeting that is told with them. */
interface NameParts {
  persons: string[];
  offices: string[];
}

/** A company behind the name of who speaks for it; a foreign name stands there behind a part in the meeting: 「講師 (スミス)」. */
const company = /^[ァ-ヴー・]{3,}$/u;
const role = /[者人師員長手役]$/u;

function partsOf(name: string): NameParts {
  const folded = foldWidth(name).trim();
  const [, before = folded, within = ""] = /^(.*?)\s*[(\[]([^)\]]*)[)\]]?\s*$/u.exec(folded) ?? [];
  // 「業者・西川」, 「議長（経産・手塚）」
  const pieces = [before, within].flatMap((one) => one.split(/[・･]/u)).filter((one) => one.trim() !== "");
  const inLabel = pieces.length > 1;
  const parts: NameParts = { persons: [], offices: [] };
  for (const piece of pieces) {
    // The given name of a Japanese person is no name for them in an office; an English one is.
    const words = piece.split(/[\s,]+/u).filter((part, index) => index === 0 || /^[A-Za-z]/.test(part));
    // 「厚労省さん」 is how meetings call an office.
    const body = piece.trim().replace(/(?:さん|様|殿)$/u, "");
    // 「高梨 (ソフトリンク)」, 「Novak (ソフトリンク)」: two of one company.
    if (piece === within && company.test(body) && before !== "" && !isOffice(before, true) && !role.test(before)) {
      parts.offices.push(body);
      continue;
    }
    if (isOffice(body, inLabel)) {
      parts.offices.push(...officeSpellings(body, inLabel));
      continue;
    }
    // 「県道路課 増渕」, 「ベンダー 増渕氏」: the office, and behind it the person.
    const [ahead, ...behind] = body.split(/\s+/u);
    if (ahead !== undefined && behind.length > 0 && isOffice(ahead, true)) {
      parts.offices.push(...officeSpellings(ahead, true));
      parts.persons.push(behind[0]!, behind[0]!.replace(title, ""));
    } else if (/^[ァ-ヴー]{3,}$/u.test(ahead ?? "") && /^\p{Script=Han}+(?:さん|氏|様)?$/u.test(behind[0] ?? "")) {
      parts.offices.push(ahead!);
      parts.persons.push(behind[0]!, behind[0]!.replace(title, ""));
    } else
      for (const one of [piece, ...words]) {
        const bare = one.replace(title, "");
        parts.persons.push(one, bare);
      }
  }
  return {
    persons: parts.persons.map(squeezed).filter((one) => one !== ""),
    offices: parts.offices.map(squeezed).filter((one) => one !== ""),
  };
}

/**
 * The ways in which a person or office may be called: the whole of it, without its bracket, what stands in the bracket, without a
 * title, and the parts of a name that is written with a space or a dot (「小林 修 (会計課)」, 「業者・西川」, "Priya Shah").
 */
export function spellingsOf(name: string): string[] {
  const folded = foldWidth(name).trim();
  const { persons, offices } = partsOf(name);
  return [...new Set([squeezed(folded), squeezed(folded.replace(title, "")), ...persons, ...offices])].filter(
    (one) => one !== "",
  );
}

/** True when two names may be of one person or office: 「小林」 and 「小林 修 (会計課)」; two people of one office are not. */
export function mayBeSame(a: string, b: string): boolean {
  if (squeezed(a) === squeezed(b)) return true;
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.persons.some((name) => other.persons.includes(name))) return true;
  // A company by its name alone: 「ソフトリンク」 is not known for one before it stands behind somebody.
  if (one.persons.some((name) => other.offices.includes(name))) return true;
  if (other.persons.some((name) => one.offices.includes(name))) return true;
  if (one.persons.length > 0 && other.persons.length > 0) return false;
  return one.offices.some((name) => other.offices.includes(name));
}

/** Where a text calls somebody by a name, with the title that follows it. Offsets in the text as given. */
export function mentionsOf(text: string, name: string): { start: number; end: number }[] {
  const found = spellingsOf(name).flatMap((spelling) => {
    const pattern = /^[\x20-\x7e]+$/.test(spelling)
      ? new RegExp(`(?<![A-Za-z])${spaced(spelling)}(?![A-Za-z])`, "giu")
      : // A single kanji is a name only with a title behind it.
        new RegExp(
          `(?<![\\p{Script=Han}々])${spaced(spelling)}(?:${titles})${spelling.length === 1 ? "" : "?"}(?!日本|市|区|町|駅|県)`,
          "giu",
        );
    return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  });
  return found.filter(
    (one, index) =>
      !found.some(
        (other, at) =>
          at !== index &&
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || at < index),
      ),
  );
}

function spaced(spelling: string): string {
  return [...spelling].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("\\s*");
}
