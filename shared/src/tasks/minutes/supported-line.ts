import {
  compareFigures,
  figuresIn,
  judgeEvidence,
  type EvidenceJudgement,
  type EvidenceReason,
  type EvidenceSource,
  type Figure,
} from "../../guards";
import { splitSentences } from "../../language";
import type { Block } from "../../vocabulary";
import { endingDenied } from "./ending-denied";
import type { DraftLine } from "./minutes-draft";
import { japaneseDate, relativeDates } from "./relative-dates";
import type { Scene, Spoken } from "./owners/doers";
import { mayBeSame, mentionsOf, squeezed } from "./owners/name-spellings";
import { speakerOf, speakersOf } from "./speakers";
import { compareOutcomes } from "./speech/compare-outcomes";
import { letterPairs } from "./speech/letter-pairs";
import { isReport } from "./speech/report";
import { overruledBy } from "./speech/overruled";
import { asMeant, resolveSpeech, type ResolvedSpeech } from "./speech/resolve-speech";
import { rulingsOf, type Ruling } from "./speech/rulings";

/** Utterances after the cited ones in which the assent to a proposal is looked for. */
const assentWithin = 3;
/** Utterances before the cited ones that tell what they are about. */
const contextWithin = 12;
/** Utterances before a promise in which somebody asks for it. */
const requestWithin = 3;
/** Letters of a sentence's end by which it is known again: its fillers may be left out. */
const endOfSentence = 10;
/** Candidates that a line without citation is compared with. */
const mostCandidates = 3;

/** What the comparison of outcomes has already looked at. */
const ofOutcome: ReadonlySet<EvidenceReason> = new Set(["decision", "negation", "modality"]);

/** Objections that fall when the words that the cited utterances do not have are said next to them. */
const ofMissingWords: ReadonlySet<EvidenceReason> = new Set(["words", "name", "swapped"]);
/** Utterances before the cited ones that may name what they leave out. */
const nearWithin = 8;
/** Utterances that may be added to the cited ones. */
const mostAdded = 3;

/** A judgement with the utterances it rests on: the cited ones, and those next to them that name what they are about. */
export interface JudgedLine extends EvidenceJudgement {
  sources: string[];
}

/** Judges lines of minutes against the transcript. */
export class TranscriptEvidence {
  private readonly places = new Map<string, number>();
  private bigrams: Set<string>[] | undefined;
  /** What each utterance holds when the meeting has gone on. */
  private readonly resolved: readonly ResolvedSpeech[];
  /** What the meeting settled, in its order. */
  private readonly rulings: readonly Ruling[];
  private readonly people: readonly string[];

  constructor(
    private readonly blocks: readonly Block[],
    private readonly meeting: string | undefined,
  ) {
    blocks.forEach((block, index) => this.places.set(block.id, index));
    this.resolved = resolveSpeech(blocks);
    this.rulings = rulingsOf(this.resolved.map(({ settled }) => settled));
    this.people = speakersOf(blocks);
  }

  /**
   * Whether the utterances that a line cites bear it out. What was taken back, denied in favour of another or put right later
   * bears out nothing; only a line that reports what somebody asked or proposed is compared with what was said at the time.
   */
  judge(line: Pick<DraftLine, "text" | "sources">, claim: "statement" | "decision"): JudgedLine {
    const judged = this.judgeWithNear(line, claim);
    if (judged.verdict === "unsupported") {
      const wasSaid = this.wasSaid(line, claim);
      return wasSaid ? { ...judged, reasons: ["corrected"] } : judged;
    }
    // A word that was taken back is not one that the writer may have chosen.
    if (judged.verdict === "unsure" && this.isTakenBack(line)) return { ...judged, verdict: "unsupported" };
    if (claim !== "decision") return judged;
    const places = [...new Set(line.sources.flatMap((id) => this.places.get(id) ?? []))].sort((a, b) => a - b);
    const texts = places.map((place) => this.resolved[place]!.settled);
    const overruled = overruledBy({ line: asMeant(line.text), places, texts }, this.rulings);
    if (overruled === undefined) return judged;
    return { ...judged, verdict: "unsupported", reasons: [overruled === "corrected" ? "corrected" : "decision"] };
  }

  /** True for a line that its utterances bear out word by word, and not as they were put right in the meeting. */
  private wasSaid({ text, sources }: Pick<DraftLine, "text" | "sources">, claim: "statement" | "decision"): boolean {
    if (!this.isTakenBack({ text, sources }) || this.givesToAnother(text, this.cited(sources))) return false;
    const options = { names: this.neighbours(sources), claim, context: this.before(sources) };
    return judgeEvidence(text, this.cited(sources), options).verdict === "supported";
  }

  /** True for a line with a word or a value that its utterances had until they were put right. */
  private isTakenBack({ text, sources }: Pick<DraftLine, "text" | "sources">): boolean {
    return sources.some((id) => {
      const place = this.places.get(id);
      return place !== undefined && hasOnly(text, this.blocks[place]!.text, this.resolved[place]!.settled);
    });
  }

  private judgeWithNear(line: Pick<DraftLine, "text" | "sources">, claim: "statement" | "decision"): JudgedLine {
    const judgement = this.judgeCited(line, claim);
    const lacksWords =
      judgement.verdict !== "supported" && judgement.reasons.every((reason) => ofMissingWords.has(reason));
    if (!lacksWords || this.tellsOfOthers(line)) return { ...judgement, sources: line.sources };
    const sources = [...line.sources, ...this.saidNear(line)];
    const wider = sources.length > line.sources.length ? this.judgeCited({ ...line, sources }, claim) : judgement;
    return wider.verdict === "supported" ? { ...wider, sources } : { ...judgement, sources: line.sources };
  }

  /** A line that names one of those who speak, who neither says what is cited nor is named there, gives it to another. */
  private tellsOfOthers({ text, sources }: Pick<DraftLine, "text" | "sources">): boolean {
    const cited = this.cited(sources);
    return this.people.some(
      (name) =>
        mentionsOf(text, name).length > 0 &&
        !cited.some(({ text: said, label = "" }) => mayBeSame(label, name) || mentionsOf(said, name).length > 0),
    );
  }

  /**
   * Utterances near the cited ones that say what these do not: in talk, what a sentence is about was often named by somebody
   * else shortly before. At most `mostAdded`, those with most of the missing words, of equal ones the nearest.
   */
  private saidNear({ text, sources }: Pick<DraftLine, "text" | "sources">): string[] {
    const places = sources.flatMap((id) => this.places.get(id) ?? []);
    if (places.length === 0) return [];
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const missing = letterPairs(text);
    const wanted = missing.size;
    for (const place of places) for (const pair of letterPairs(this.blocks[place]!.text)) missing.delete(pair);
    // What has nothing of the line was cited wrongly.
    if (missing.size === wanted) return [];
    const near = [];
    for (let place = last + assentWithin; place >= Math.max(0, first - nearWithin); place -= 1) {
      const block = this.blocks[place];
      if (block === undefined || places.includes(place)) continue;
      near.push({ id: block.id, place, pairs: letterPairs(block.text) });
    }
    const distance = (place: number): number => Math.min(...places.map((cited) => Math.abs(cited - place)));
    near.sort((a, b) => distance(a.place) - distance(b.place));
    const added: string[] = [];
    while (added.length < mostAdded && missing.size > 0) {
      const gainOf = ({ pairs }: { pairs: ReadonlySet<string> }): number =>
        [...missing].filter((pair) => pairs.has(pair)).length;
      const best = near.reduce<(typeof near)[number] | undefined>(
        (leader, one) => (gainOf(one) > (leader === undefined ? 0 : gainOf(leader)) ? one : leader),
        undefined,
      );
      if (best === undefined) break;
      added.push(best.id);
      for (const pair of best.pairs) missing.delete(pair);
    }
    return added;
  }

  private judgeCited(line: Pick<DraftLine, "text" | "sources">, claim: "statement" | "decision"): EvidenceJudgement {
    const text = asMeant(line.text);
    const form = (claim === "statement" && isReport(text)) || this.quotesAll(line) ? "meant" : "settled";
    const cited = this.cited(line.sources, form);
    const last = Math.max(-1, ...line.sources.map((id) => this.places.get(id) ?? -1));
    const following =
      last < 0
        ? []
        : this.blocks
            .slice(last + 1, last + 1 + assentWithin)
            .map((block, index) => ({ ...block, text: this.resolved[last + 1 + index]!.settled }));
    if (this.givesToAnother(text, cited)) return { verdict: "unsupported", reasons: ["swapped"] };
    const judgement = judgeEvidence(text, cited, {
      names: this.neighbours(line.sources),
      also: this.dates(cited),
      claim,
      following,
      context: this.before(line.sources),
    });
    const texts = cited.map((source) => source.text);
    const outcome = form === "settled" || claim === "decision" ? compareOutcomes(text, texts, claim) : undefined;
    if (outcome === "another") return { verdict: "unsupported", reasons: ["decision"] };
    const reasons = judgement.reasons.filter((reason) => outcome !== "same" || !ofOutcome.has(reason));
    if (judgement.verdict === "unsupported" && reasons.length > 0) return { ...judgement, reasons };
    if (outcome === "same" && judgement.verdict === "unsupported") return { verdict: "supported", reasons: [] };
    if (outcome === undefined && endingDenied(text, texts)) return { verdict: "unsupported", reasons: ["negation"] };
    return judgement;
  }

  /** 「大野から、…との発言があった」 where no cited utterance is 大野's or names them. */
  private givesToAnother(text: string, cited: readonly EvidenceSource[]): boolean {
    const reporter = /^([^、。]{1,30}?)(?:から|より|は|が)、?/u.exec(text)?.[1];
    if (reporter === undefined || !isReport(text) || !this.people.some((name) => mayBeSame(name, reporter)))
      return false;
    return !cited.some(
      ({ text: said, label = "" }) => mayBeSame(label, reporter) || mentionsOf(said, reporter).length > 0,
    );
  }

  /** A line that quotes a sentence of each of several cited utterances tells the question and the answer as they were said. */
  private quotesAll({ text, sources }: Pick<DraftLine, "text" | "sources">): boolean {
    const plain = squeezed(text);
    return (
      sources.length > 1 &&
      this.cited(sources).every(({ text: said }) =>
        splitSentences(said).some(({ start, end }) =>
          plain.includes(squeezed(said.slice(start, end)).slice(-endOfSentence)),
        ),
      )
    );
  }

  /** What was said before the cited utterances: what they are about may be named there alone. */
  private before(sources: readonly string[]): Block[] {
    const first = Math.min(this.blocks.length, ...sources.flatMap((id) => this.places.get(id) ?? []));
    const cited = new Set(sources);
    return this.blocks.slice(Math.max(0, first - contextWithin), first).filter(({ id }) => !cited.has(id));
  }

  /** Who spoke right before and after the cited utterances: 「山田委員の質問に対し…」 may cite the answer alone. */
  private neighbours(sources: readonly string[]): string[] {
    const names = sources.flatMap((id) => {
      const place = this.places.get(id);
      if (place === undefined) return [];
      return [this.blocks[place - 1], this.blocks[place + 1]].flatMap((block) =>
        block === undefined ? [] : speakerOf(block),
      );
    });
    return [...new Set(names.filter((name) => name !== ""))];
  }

  /**
   * Utterances that a line rests on although the model cited none: the one that shares most with it, when the line follows
   * from it without any doubt. A model that forgets its marks has not therefore invented.
   */
  findSources(text: string, claim: "statement" | "decision"): string[] {
    const wanted = bigramsOf(text);
    if (wanted.size === 0) return [];
    this.bigrams ??= this.blocks.map((block) => bigramsOf(block.text));
    const ranked = this.bigrams
      .map((have, index) => ({ index, share: shareOf(wanted, have) }))
      .filter(({ share }) => share >= 0.4)
      .sort((a, b) => b.share - a.share || a.index - b.index)
      .slice(0, mostCandidates);
    const best = ranked.find(
      ({ index }) => this.judge({ text, sources: [this.blocks[index]!.id] }, claim).verdict === "supported",
    );
    return best === undefined ? [] : [this.blocks[best.index]!.id];
  }

  /** Words of the cited utterances, as they were said or as they hold, and of their speakers' names. */
  cited(sources: readonly string[], form?: keyof ResolvedSpeech): EvidenceSource[] {
    return sources.flatMap((id) => {
      const place = this.places.get(id) ?? -1;
      const block = this.blocks[place];
      if (block === undefined) return [];
      return [{ text: form === undefined ? block.text : this.resolved[place]![form], label: speakerOf(block) }];
    });
  }

  /** The cited utterances as their speakers meant them, what stands right before and after them, and who speaks in the meeting. */
  scene(sources: readonly string[]): Scene {
    const places = [...new Set(sources.flatMap((id) => this.places.get(id) ?? []))].sort((a, b) => a - b);
    const [first, last] = [places[0] ?? 0, places.at(-1) ?? -1];
    const spoken = (index: number): Spoken => ({
      speaker: speakerOf(this.blocks[index]!),
      text: this.resolved[index]!.meant,
    });
    const range = (from: number, to: number): Spoken[] =>
      Array.from({ length: Math.max(0, to - from) }, (_none, index) => spoken(from + index));
    return {
      cited: places.map(spoken),
      before: range(Math.max(0, first - requestWithin), first),
      following: range(last + 1, Math.min(this.blocks.length, last + 1 + assentWithin)),
      people: this.people,
    };
  }

  /** Dates that the utterances name relative to the meeting, in the spellings a line may have. */
  dates(cited: readonly EvidenceSource[]): string[] {
    // 「昼までに」 is what minutes call 正午, 「最初の土曜」 第1土曜.
    const said = cited.map(({ text }) => text).join("\n");
    const words = [
      ...(/昼(?:まで|には|ごろ|頃)/u.test(said) ? ["正午"] : []),
      ...(/最初の/u.test(said) ? ["第1"] : []),
    ];
    if (this.meeting === undefined) return words;
    const meeting = this.meeting;
    words.push(...monthsNamed(said, meeting));
    return cited
      .flatMap(({ text }) => relativeDates(text, meeting))
      .flatMap(({ date }) => [japaneseDate(date), weekdayOf(date)])
      .concat(words);
  }
}

/** 「来月の半ば」 is 「12月中旬」 in minutes of November. */
function monthsNamed(said: string, meeting: string): string[] {
  const month = Number(meeting.slice(5, 7));
  const away: readonly (readonly [RegExp, number])[] = [
    [/(?<!再)来月|翌月/u, 1],
    [/再来月/u, 2],
    [/今月|本月/u, 0],
    [/先月|前月/u, -1],
  ];
  return away.flatMap(([words, by]) => (words.test(said) ? [`${((month - 1 + by + 12) % 12) + 1}月`] : []));
}

/** True when a line has a value or a word that was said, and that does not stand any more. */
function hasOnly(line: string, said: string, settled: string): boolean {
  const [raw, left] = [letterPairs(said), letterPairs(settled)];
  if ([...letterPairs(line)].some((pair) => raw.has(pair) && !left.has(pair))) return true;
  const isIn = (figure: Figure, text: string): boolean =>
    figuresIn(text).some((other) => compareFigures(figure, other) === "same");
  return figuresIn(line).some((figure) => isIn(figure, said) && !isIn(figure, settled));
}

function weekdayOf(date: string): string {
  return `（${"日月火水木金土"[new Date(`${date}T00:00:00Z`).getUTCDay()]}）`;
}

/** Pairs of neighbouring characters, spaces and punctuation left out: cheap to compare with a whole transcript. */
function bigramsOf(text: string): Set<string> {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < letters.length; index += 1) pairs.add(letters.slice(index, index + 2));
  return pairs;
}

function shareOf(wanted: ReadonlySet<string>, have: ReadonlySet<string>): number {
  let found = 0;
  for (const pair of wanted) if (have.has(pair)) found += 1;
  return found / wanted.size;
}
