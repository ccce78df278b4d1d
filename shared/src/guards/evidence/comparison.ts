import { figuresIn, type Figure } from "../figures";
import { knownFiguresIn } from "./reading/known-figures";
import { align, sourceClauses, type Aligned } from "./alignment";
import { isDecided } from "./decisions";
import { noveltyOf, type Novelty } from "./novelty";
import type { Passage } from "./reading/clause";
import { bareName, isPersonAt } from "./reading/names";
import { readPassage, readSource, speakerNames } from "./reading/read-passage";
import { Region, regionOf } from "./reading/region";
import { compareStances, type StanceAgreement } from "./stances";
import type { EvidenceOptions, EvidenceSource } from "./supports";

/** A line read beside its sources: what every objection looks at, worked out once. */
export interface Comparison {
  line: Passage;
  passages: Passage[];
  /** Texts of the sources, of speakers and further spellings. */
  everything: string[];
  texts: string[];
  following: string[];
  /** All sources, and the line, as places to look a word up in. */
  region: Region;
  own: Region;
  aligned: Aligned[];
  stances: ReadonlyMap<Passage["clauses"][number], StanceAgreement>;
  novelty: Novelty;
  isSettled: boolean;
}

/** Reads a line and its sources for comparing. Linear in the length of the sources. */
export function compare(text: string, sources: readonly EvidenceSource[], options: EvidenceOptions): Comparison {
  const labels = sources.flatMap(({ label }) => label ?? []);
  const extra = [...labels, ...(options.names ?? []), ...(options.also ?? [])];
  const texts = sources.map((source) => source.text);
  // 「2022年度比」 beside 「2023年度」 is what the year before was.
  extra.push(...yearsBefore(texts.flatMap(knownFiguresIn)));
  const everything = [...texts, ...extra];
  const following = (options.following ?? []).map((source) => source.text);
  const line = readPassage(text);
  const passages = sources.map((source) => readSource(source.text, source.label));
  const region = regionOf(passages, extra, everything.flatMap(knownFiguresIn));
  const rest = (options.context ?? []).map((source) => source.text).join("\n");
  const others = new Set((options.context ?? []).flatMap((one) => speakerNames(one.text, one.label).map(bareName)));
  const context = rest === "" ? undefined : new Region(rest, []);
  return {
    line,
    passages,
    everything,
    texts,
    following,
    region,
    own: new Region(line.text, figuresIn(line.text)),
    aligned: align(line, sourceClauses(passages)),
    stances: compareStances(line, passages),
    novelty: noveltyOf(line, region, context, (token) =>
      isPersonAt(token.text, line.text.slice(token.end, token.end + 4), others),
    ),
    isSettled: isDecided(texts, following) === "yes",
  };
}

/** 前年 where two years that follow each other are named. */
function yearsBefore(figures: readonly Figure[]): string[] {
  const years = new Set(figures.flatMap(({ date }) => date?.year ?? []));
  return [...years].some((year) => years.has(year + 1)) ? ["前年", "前年度", "昨年", "昨年度"] : [];
}
