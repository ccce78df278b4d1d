import type { Span } from "../../vocabulary";
import { lookAt, type PersonalDataSeen } from "./find-personal-data";
import type { NameSpan } from "./names/name-span";
import { KnownWords } from "./names/known-words";
import { plainCharacters, withoutFillers } from "./names/plain-characters";
import type { PersonalDataKind, PersonalDataOptions } from "./personal-datum";
import {
  formatPlaceholder,
  isPlaceholder,
  isPlaceholderCode,
  kindWords,
  mostForms,
  placeholderCode,
  subjectOf,
} from "./placeholders/placeholder-code";
import { readPlaceholders } from "./placeholders/read-placeholders";
import { RestoreStream, restoreText, type RestoreTable } from "./placeholders/restore-stream";

/** A value that was given a placeholder. */
export interface MaskedValue {
  /** "literal": words of the source that look like a placeholder. */
  kind: PersonalDataKind | "literal";
  /** The words that stood there. */
  text: string;
  placeholder: string;
  /** The letters of the placeholder that tell it from all others. */
  code: string;
}

/** A stretch of a text that was replaced. */
export interface MaskedSpan extends Span {
  kind: MaskedValue["kind"];
  code: string;
}

export interface MaskedText {
  text: string;
  /** Offsets of the text before. */
  spans: MaskedSpan[];
}

export interface Restoration {
  text: string;
  /** Placeholders that did not come back: of all that were given out, or of those asked for. */
  missing: string[];
  /** Placeholders in the text that are broken or were never given out; the text must not be used then. */
  unknown: string[];
}

/**
 * Reversible masking of one run: equal words get equal placeholders in all its texts, and each comes back as exactly the
 * words that stood there. Holds the words in memory, nowhere else.
 */
export interface Masking {
  /** Looks at texts before they are masked, so that a name which only one of them proves to be one is masked in all. */
  learn(texts: readonly string[]): void;
  mask(text: string): MaskedText;
  /** @param expected codes that have to be there; all that were given out when left out */
  restore(text: string, expected?: Iterable<string>): Restoration;
  /** Codes of the placeholders in a text, in their order. */
  codesIn(text: string): string[];
  /** Restores a text that comes in pieces. */
  restoring(): RestoreStream;
  /** True when the placeholders of another masking pass through (see `PersonalDataOptions`). */
  readonly keepsPlaceholders: boolean;
  /** Everything that was masked so far, in the order of its first appearance. */
  readonly placeholders: readonly MaskedValue[];
}

/** Shortest value that is masked wherever it stands again, although nothing beside it says what it is. */
const shortestRepeated = 5;

export function createMasking(options: PersonalDataOptions = {}): Masking {
  return new RunMasking(options);
}

class RunMasking implements Masking {
  private readonly values = new Map<string, MaskedValue>();
  private readonly byCode = new Map<string, MaskedValue>();
  private readonly subjects = new Map<string, { number: number; forms: number }>();
  private subjectCount = 0;
  /** Full names by family name, to tell whether a family name alone is one person's. */
  private readonly people = new Map<string, Set<string>>();
  /** Words that are a person's wherever they stand. */
  private readonly words = new KnownWords();
  /** Numbers that only their label told. */
  private readonly numbers = new Map<string, PersonalDataKind>();
  /** What was found in a text, so that it is looked through once, when it is learned from or masked. */
  private readonly seen = new Map<string, PersonalDataSeen>();
  /** Placeholders of another masking, by their codes, and the letters of their subjects. */
  private readonly foreign = new Map<string, string>();
  private readonly foreignSubjects = new Set<string>();

  constructor(private readonly options: PersonalDataOptions) {}

  get keepsPlaceholders(): boolean {
    return this.options.keepPlaceholders === true;
  }

  get placeholders(): readonly MaskedValue[] {
    return [...this.byCode.values()];
  }

  learn(texts: readonly string[]): void {
    for (const text of texts) this.see(text);
  }

  mask(text: string): MaskedText {
    const { found, names } = this.see(text);
    const spans: { start: number; end: number; kind: MaskedValue["kind"]; name?: NameSpan }[] = [];
    const taken: Span[] = [];
    const add = (start: number, end: number, kind: MaskedValue["kind"], name?: NameSpan): void => {
      if (taken.some((other) => start < other.end && other.start < end)) return;
      taken.push({ start, end });
      spans.push({ start, end, kind, ...(name === undefined ? {} : { name }) });
    };
    for (const { start, end } of this.literals(text)) {
      if (this.keeps(text.slice(start, end))) taken.push({ start, end });
      else add(start, end, "literal");
    }
    for (const { start, end, kind } of found) {
      const name = names.find((one) => one.start === start && one.end === end);
      if (kind === "person" && name?.sure === false && this.words.isPublic(text.slice(start, end))) continue;
      add(start, end, kind, name);
    }
    const plain = plainCharacters(text);
    for (const { start, end, public: kept } of this.words.find(plain)) {
      if (kept !== true) add(start, end, "person");
    }
    for (const { start, end, kind } of this.repeatedNumbers(text)) add(start, end, kind);
    spans.sort((a, b) => a.start - b.start);
    let masked = "";
    let done = 0;
    const result: MaskedSpan[] = [];
    for (const { start, end, kind, name } of spans) {
      const value = this.valueFor(kind, text.slice(start, end), name, start);
      masked += text.slice(done, start) + value.placeholder;
      done = end;
      result.push({ start, end, kind, code: value.code });
    }
    return { text: masked + text.slice(done), spans: result };
  }

  restore(text: string, expected?: Iterable<string>): Restoration {
    const restored = restoreText(text, this.table);
    const came = new Set(restored.codes);
    const asked = expected === undefined ? this.byCode.keys() : expected;
    return { text: restored.text, missing: [...asked].filter((code) => !came.has(code)), unknown: restored.unknown };
  }

  codesIn(text: string): string[] {
    return restoreText(text, this.table).codes;
  }

  restoring(): RestoreStream {
    return new RestoreStream(this.table);
  }

  private readonly table: RestoreTable = {
    valueOf: (code) => this.byCode.get(code)?.text ?? this.foreign.get(code),
    // A model may well write [EMAIL] into a form where nothing of that kind was masked.
    isOwnWords: (words) => {
      const letters = words
        .normalize("NFKC")
        .toUpperCase()
        .replace(/[^A-Z]/g, "");
      return ![...this.byCode.values()].some(
        ({ kind }) => letters.startsWith(kindWords[kind]) || kindWords[kind].startsWith(letters),
      );
    },
  };

  private see(text: string): PersonalDataSeen {
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    if (this.keepsPlaceholders) this.reserve(text);
    const looked = this.outsidePlaceholders(text, lookAt(text, this.options));
    this.seen.set(text, looked);
    const plain = plainCharacters(text);
    for (const name of looked.names) {
      const word = plain.slice(name.start, name.end);
      const family = withoutFillers(plain.slice(name.start, name.familyEnd ?? name.end));
      const full = plainName(word);
      const isPublic = name.public === true && this.options.publicRoles !== "mask";
      if (!isPublic && name.familyEnd !== undefined && name.familyEnd < name.end) {
        this.people.set(family, (this.people.get(family) ?? new Set()).add(full));
      }
      if (name.sure) this.words.add(plain, name, isPublic);
    }
    for (const { start, end, kind } of looked.found) {
      const word = text.slice(start, end);
      if (kind !== "person" && word.length >= shortestRepeated) this.numbers.set(word, kind);
    }
    return looked;
  }

  private reserve(text: string): void {
    for (const { start, end, code } of readPlaceholders(text, isPlaceholderCode)) {
      if (code === undefined || this.byCode.has(code)) continue;
      if (isPlaceholder(text.slice(start, end))) this.foreign.set(code, text.slice(start, end));
      this.foreignSubjects.add(subjectOf(code));
    }
  }

  /** The same without what is a part of another masking's placeholder. */
  private outsidePlaceholders(text: string, looked: PersonalDataSeen): PersonalDataSeen {
    if (!this.keepsPlaceholders) return looked;
    const kept = this.literals(text).filter(({ start, end }) => this.keeps(text.slice(start, end)));
    if (kept.length === 0) return looked;
    const isOutside = ({ start, end }: Span): boolean => !kept.some((other) => start < other.end && other.start < end);
    return { found: looked.found.filter(isOutside), names: looked.names.filter(isOutside) };
  }

  /** Only as it was given out: anything that merely reads like one may have words of its own inside. */
  private keeps(words: string): boolean {
    return this.keepsPlaceholders && isPlaceholder(words);
  }

  /** Words of the source that a reader would take for a placeholder. */
  private literals(text: string): Span[] {
    return readPlaceholders(text, isPlaceholderCode);
  }

  private repeatedNumbers(text: string): (Span & { kind: PersonalDataKind })[] {
    const spans: (Span & { kind: PersonalDataKind })[] = [];
    for (const [word, kind] of this.numbers) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
        const end = start + word.length;
        if (!/[\p{L}\p{N}]/u.test(text[start - 1] ?? "") || !/^[A-Za-z0-9０-９]/u.test(word)) {
          if (!/[A-Za-z0-9０-９]/u.test(text[end] ?? "")) spans.push({ start, end, kind });
        }
      }
    }
    return spans;
  }

  private valueFor(kind: MaskedValue["kind"], text: string, name: NameSpan | undefined, start: number): MaskedValue {
    const key = `${kind}\n${text}`;
    const known = this.values.get(key);
    if (known !== undefined) return known;
    const code = this.nextCode(kind === "person" ? this.personOf(text, name, start) : key);
    const value: MaskedValue = { kind, text, code, placeholder: formatPlaceholder(kind, code) };
    this.values.set(key, value);
    this.byCode.set(code, value);
    return value;
  }

  private nextCode(subject: string): string {
    let known = this.subjects.get(subject);
    if (known === undefined || known.forms >= mostForms) {
      while (this.foreignSubjects.has(subjectOf(placeholderCode(this.subjectCount, 0)))) this.subjectCount += 1;
      known = { number: this.subjectCount, forms: 0 };
      this.subjectCount += 1;
      this.subjects.set(subject, known);
    }
    const code = placeholderCode(known.number, known.forms);
    known.forms += 1;
    return code;
  }

  /** Who a name belongs to: a family name alone is the one person's of that name, where there is only one. */
  private personOf(text: string, name: NameSpan | undefined, start: number): string {
    const plain = plainName(plainCharacters(text));
    if (name?.familyEnd !== undefined && name.familyEnd < name.end) return `person\n${plain}`;
    const people = this.people.get(
      name?.familyEnd === undefined ? plain : plainName(plainCharacters(text.slice(0, name.familyEnd - start))),
    );
    return `person\n${people?.size === 1 ? [...people][0]! : plain}`;
  }
}

function plainName(text: string): string {
  return withoutFillers(text).replace(/[ \u3000・･]/gu, "");
}

/** True when one of the codes is another form of the same subject. */
export function holdsSubject(codes: ReadonlySet<string>, code: string): boolean {
  if (codes.has(code)) return true;
  const subject = subjectOf(code);
  return [...codes].some((other) => subjectOf(other) === subject);
}
