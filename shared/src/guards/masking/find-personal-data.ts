import { foldWidth } from "../../language";
import type { NameSpan } from "./names/name-span";
import { findNames } from "./names/find-names";
import { findAddresses } from "./numbers/addresses";
import { findBankAccounts } from "./numbers/bank-accounts";
import { findBirthDates } from "./numbers/birth-dates";
import { findNumbers } from "./numbers/cards-and-ids";
import { birthDatesBeside } from "./numbers/birth-beside-name";
import { findColumnValues } from "./numbers/column-values";
import { findGuardrailValues } from "./numbers/guardrail-values";
import { findMails } from "./numbers/mails";
import { findPhones } from "./numbers/phones";
import { findPlates } from "./numbers/plates";
import { findRosterNumbers, rosterNumbersBeside } from "./numbers/roster-numbers";
import { defaultKinds, type PersonalDataOptions, type PersonalDatum } from "./personal-datum";

/** Finders of everything but names; where two find the same words, the one that stands first here is believed. */
const finders: readonly ((folded: string) => PersonalDatum[])[] = [
  findMails,
  findNumbers,
  findBankAccounts,
  findBirthDates,
  findPlates,
  findPhones,
  findAddresses,
  findGuardrailValues,
  findRosterNumbers,
  findColumnValues,
];

/**
 * Personal data of a text (issue 4: names with honorifics and titles, addresses, telephone numbers, mail addresses, マイナンバー,
 * accounts, cards, passports, licences, plates, dates of birth, staff and insurance numbers), in order, without overlaps;
 * UTF-16 offsets of the text as it is. An honorific or title is no part of a name. Left alone: offices, laws and their
 * articles, 法人番号, numbers of documents, amounts, other dates, places, firms, and by policy who holds a public office.
 * Time grows with the length of the text.
 */
export function findPersonalData(text: string, options: PersonalDataOptions = {}): PersonalDatum[] {
  return lookAt(text, options).found;
}

export interface PersonalDataSeen {
  found: PersonalDatum[];
  /** All names, those that the policy keeps among them. */
  names: NameSpan[];
}

/** The same, with what is known of the names: other texts of a run are read by it. */
export function lookAt(text: string, options: PersonalDataOptions = {}): PersonalDataSeen {
  const kinds = new Set(options.kinds ?? defaultKinds);
  const folded = foldWidth(text);
  const found = finders.flatMap((find, rank) =>
    find(folded)
      .filter(({ kind }) => kinds.has(kind))
      .map((datum) => ({ datum, rank })),
  );
  const names = kinds.has("person") ? findNames(text, options.tagger, options.morePublicRoles) : [];
  for (const { start, end, public: isPublic } of names) {
    if (isPublic !== true || options.publicRoles === "mask") {
      found.push({ datum: { start, end, kind: "person" }, rank: finders.length });
    }
  }
  if (kinds.has("staff-number")) {
    for (const datum of rosterNumbersBeside(folded, names)) found.push({ datum, rank: finders.length });
  }
  if (kinds.has("birth-date")) {
    for (const datum of birthDatesBeside(folded, names)) found.push({ datum, rank: finders.length });
  }
  return { found: withoutOverlaps(found), names };
}

function withoutOverlaps(all: { datum: PersonalDatum; rank: number }[]): PersonalDatum[] {
  const chosen: PersonalDatum[] = [];
  const byRank = [...all].sort(
    (a, b) =>
      a.rank - b.rank || b.datum.end - b.datum.start - (a.datum.end - a.datum.start) || a.datum.start - b.datum.start,
  );
  // Offsets that are taken; a text has far fewer data than characters, so a set of them stays small.
  const taken = new Set<number>();
  for (const { datum } of byRank) {
    let free = true;
    for (let offset = datum.start; free && offset < datum.end; offset += 1) free = !taken.has(offset);
    if (!free) continue;
    for (let offset = datum.start; offset < datum.end; offset += 1) taken.add(offset);
    chosen.push(datum);
  }
  return chosen.sort((a, b) => a.start - b.start);
}
