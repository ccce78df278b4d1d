import { judgeEvidence, type EvidenceJudgement, type EvidenceSource } from "../../guards";
import { japaneseDate, relativeDates } from "../minutes/relative-dates";
import { mostLike, pairsOf, shareOf } from "./likeness";
import type { DraftThreadLine } from "./thread-draft";
import { mailSentences, type ThreadMail } from "./thread-messages";

/** Mails that a line without citation is compared with. */
const mostCandidates = 3;
/** Sentences around the one that a decision is said in: the proposal before it, the assent behind it. */
const around = 1;

/** Mails before the cited ones that tell what they are about. */
const contextWithin = 8;

/** Settles something in a mail, where a meeting would not: the writer alone may. */
const settled =
  /(?:了解|了承|承認|内諾|許可|決裁)を(?:得|取|いただ|頂)|(?:許可|認可|確定|採用|許諾|承諾)(?:し|いたし|と(?:し|いたし))(?:ます|ました)|\b(?:is|are|was|were|been) (?:accepted|confirmed|granted|fixed)\b/iu;

/** A change that its writer announces: 「回答期限を変更いたします。」; not 「変更しますか」, 「変更しますと」, 「変更した場合」. */
const announced =
  /(?:変更|延長|延期|中止|廃止|前倒し|繰り[上下]げ|見送り|追加|差し替え|取りやめ)(?:すること(?:と|に)|と|に)?(?:いた|致)?し(?:ます|ました)(?:ので|[。、]|$)|\b(?:has|have) been (?:changed|extended|postponed|cancell?ed|moved|brought forward)\b/iu;

/** Judges lines of a summary against the mails they cite. */
export class ThreadEvidence {
  private readonly places: ReadonlyMap<string, ThreadMail>;

  constructor(private readonly mails: readonly ThreadMail[]) {
    this.places = new Map(mails.map((mail) => [mail.id, mail]));
  }

  /** The mails of these ids, in the order of the thread. */
  mailsOf(ids: readonly string[]): ThreadMail[] {
    return [...new Set(ids)].flatMap((id) => this.places.get(id) ?? []).sort((a, b) => a.place - b.place);
  }

  /**
   * Whether the mails that a line cites bear it out. Sentences that address an AI bear out nothing. A decision must be said as
   * one where the line rests, not somewhere in the same mail.
   */
  judge(line: DraftThreadLine, claim: "statement" | "decision"): EvidenceJudgement {
    const cited = this.mailsOf(line.sources);
    const names = this.mails.map(({ writer }) => writer).filter((name) => name !== "");
    const also = cited.flatMap((mail) => datesOf(mail));
    const whole = judgeEvidence(line.text, cited.map(sourceOf), { names, also, context: this.before(cited) });
    if (claim === "statement" || whole.verdict === "unsupported") return whole;
    const windows = cited.flatMap((mail) => windowOf(line.text, mail));
    const following = this.following(cited);
    const decided = judgeEvidence(line.text, windows, {
      names,
      also,
      claim: "decision",
      following,
      context: cited.map(sourceOf),
    });
    const isSettled = windows.some(({ text }) => settled.test(text) || announced.test(text));
    return decided.reasons.includes("decision") && !isSettled
      ? { verdict: "unsupported", reasons: ["decision"] }
      : whole;
  }

  /** Mails that a line rests on although the model cited none: the one most like it, when the line follows from it. */
  findSources(text: string, claim: "statement" | "decision"): string[] {
    const wanted = pairsOf(text);
    const best = this.mails
      .map((mail) => ({ mail, share: shareOf(wanted, pairsOf(mail.evidence)) }))
      .filter(({ share }) => share >= 0.5)
      .sort((a, b) => b.share - a.share || a.mail.place - b.mail.place)
      .slice(0, mostCandidates)
      .find(({ mail }) => this.judge({ text, sources: [mail.id] }, claim).verdict === "supported");
    return best === undefined ? [] : [best.mail.id];
  }

  /** The cited mail in which a line is said: the one with the sentence most like it, the first of several. */
  origin(line: DraftThreadLine): ThreadMail | undefined {
    const cited = this.mailsOf(line.sources);
    if (cited.length <= 1) return cited[0];
    const sentences = cited.flatMap((mail) => mailSentences(mail).map(({ text }) => ({ mail, text })));
    return mostLike(line.text, sentences, ({ text }) => text, 0)?.mail ?? cited[0];
  }

  private before(cited: readonly ThreadMail[]): EvidenceSource[] {
    const first = cited[0]?.place ?? 0;
    return this.mails.slice(Math.max(0, first - contextWithin), first).map(sourceOf);
  }

  private following(cited: readonly ThreadMail[]): EvidenceSource[] {
    const last = cited.at(-1)?.place ?? this.mails.length;
    return this.mails.slice(last + 1, last + 3).map(sourceOf);
  }
}

function sourceOf({ evidence, writer }: ThreadMail): EvidenceSource {
  return { text: evidence, ...(writer === "" ? {} : { label: writer }) };
}

function windowOf(text: string, mail: ThreadMail): EvidenceSource[] {
  const sentences = mailSentences(mail);
  const best = mostLike(text, sentences, (sentence) => sentence.text, 0);
  if (best === undefined) return [];
  const at = sentences.indexOf(best);
  const words = sentences.slice(Math.max(0, at - around), at + around + 1).map((sentence) => sentence.text);
  return [{ ...sourceOf(mail), text: words.join("\n") }];
}

/** Days that a mail names relative to its own date, in the spellings a line may have. */
export function datesOf({ evidence, date }: ThreadMail): string[] {
  if (date === "") return [];
  return [date, ...relativeDates(evidence, date).map((one) => one.date)].flatMap((one) => [japaneseDate(one), one]);
}
