import type { PersonalDataKind } from "../personal-datum";

/**
 * A placeholder is `[PERSON-BCBK]`: square brackets, an English word for the kind, a hyphen, and four to six letters.
 *
 * Why so: the word tells a model how to build its sentence around it, in any language. The letters hold no digit (a digit
 * would be rewritten in kanji or full width, added up, or taken for a citation or a figure) and no vowel (they spell nothing
 * that could be translated or inflected). ASCII letters survive folding of width and case, Markdown has no meaning for them,
 * and the last one is a check letter: a placeholder with one letter wrong, or two swapped, is known to be broken instead of
 * becoming another person. Brackets keep it apart from the Japanese words around it; a reader does without them where a
 * model dropped or changed them. The first letters are the same for all forms of one person's name.
 */
export const codeLetters = "BCDFGHJKLMNPRSTVWXZ";
/** A prime, so that the check letter finds every single change and every swap. */
const base = codeLetters.length;

/** Kinds of masked values with the words of their placeholders; "literal" is source text that looks like a placeholder. */
export const kindWords: Readonly<Record<PersonalDataKind | "literal", string>> = {
  person: "PERSON",
  address: "ADDRESS",
  phone: "PHONE",
  mail: "EMAIL",
  "my-number": "MYNUMBER",
  "bank-account": "ACCOUNT",
  "credit-card": "CARD",
  passport: "PASSPORT",
  "driving-licence": "LICENCE",
  "licence-plate": "PLATE",
  "birth-date": "BIRTHDATE",
  "staff-number": "STAFFID",
  "insurance-number": "INSURANCE",
  "residence-card": "RESIDENCE",
  url: "URL",
  "ip-address": "IPADDRESS",
  age: "AGE",
  credential: "CREDENTIAL",
  literal: "TEXT",
};

function letters(value: number, least: number): string {
  let rest = value;
  let text = "";
  while (rest > 0 || text.length < least) {
    text = codeLetters[rest % base]! + text;
    rest = Math.floor(rest / base);
  }
  return text;
}

function checkLetter(code: string): string {
  let sum = 0;
  for (let place = 0; place < code.length; place += 1) sum += (place + 2) * codeLetters.indexOf(code[place]!);
  return codeLetters[sum % base]!;
}

/** Forms of one subject that share the first letters of their codes. */
export const mostForms = base;

/**
 * Code of a value: letters of the subject (who or what, at least two), one of the form, and the check letter.
 * @param subject counted from 0
 * @param form counted from 0, below `mostForms`
 */
export function placeholderCode(subject: number, form: number): string {
  const code = letters(subject, 2) + codeLetters[form]!;
  return code + checkLetter(code);
}

/** True for letters that could be a code: the alphabet, the length, the check letter. In capitals. */
export function isPlaceholderCode(code: string): boolean {
  if (code.length < 4 || code.length > 6 || [...code].some((letter) => !codeLetters.includes(letter))) return false;
  return checkLetter(code.slice(0, -1)) === code.at(-1);
}

const written = new RegExp(`^\\[(?:${[...new Set(Object.values(kindWords))].join("|")})-([A-Z]+)\\]$`);

/** True for a placeholder exactly as `formatPlaceholder` writes it. */
export function isPlaceholder(text: string): boolean {
  const code = written.exec(text)?.[1];
  return code !== undefined && isPlaceholderCode(code);
}

/** Letters that tell the subject of a code. */
export function subjectOf(code: string): string {
  return code.slice(0, -2);
}

/** A placeholder as it is written into a text. */
export function formatPlaceholder(kind: PersonalDataKind | "literal", code: string): string {
  return `[${kindWords[kind]}-${code}]`;
}
