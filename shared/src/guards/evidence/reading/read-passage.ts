import { guessLanguage, splitSentences } from "../../../language";
import { figuresIn } from "../../figures";
import type { Clause, Passage } from "./clause";
import { englishClauses, englishTokens } from "./english";
import { japaneseClauses, japaneseTokens } from "./japanese";
import { namesOf } from "./names";

const fillers =
  /(?:^|(?<=[、。\s]))(?:え[えー]*っ?と|えー+|あの[ーう]?|その[ーう]|まあ|なんか|ええ|うーん|um+|uh+|er|you know|well)(?:[、,]\s*|\s+)/giu;
const typedSpeaker =
  /^\s*(?:[○◯〇●◎]\s*([^\s。、「：:]{1,28})[\s：:]+|([\p{L}\p{N}・ー（）() .'’&-]{1,28}?)\s*[：:](?!\/\/)\s*|((?:委員長|副委員長|議長|副議長|会長|副会長|座長|部会長|[\p{Script=Han}]{1,4}(?:委員|議員|部長|課長|室長|係長))\s+))/u;

const read = new Map<string, Passage>();
const mostCharacters = 120_000;
let characters = 0;

/** What `readPassage` reads, remembered for the lines that rest on the same stretches. */
export function readSource(source: string, label = ""): Passage {
  const key = `${label}\n${source}`;
  let passage = read.get(key);
  if (passage === undefined) {
    if (characters > mostCharacters) {
      read.clear();
      characters = 0;
    }
    characters += source.length;
    passage = readPassage(source, label);
    read.set(key, passage);
  }
  return passage;
}

/** Reads a text: a line, or a stretch of a source with its speaker. Linear in the length of the text. */
export function readPassage(source: string, label = ""): Passage {
  const folded = source.normalize("NFKC").replace(/[〜～]/g, "~");
  const typed = typedSpeaker.exec(folded);
  const isSpeaker = typed !== null && !/[はがをにで]$/u.test(typed[2] ?? "");
  const named = (typed?.[1] ?? typed?.[2] ?? typed?.[3] ?? "").trim();
  const body = (isSpeaker ? folded.slice(typed[0].length) : folded)
    // 「38課室中21課室」 is 「38課室のうち21課室」.
    .replace(/(?<=[0-9]\p{Script=Han}{1,3})中(?=[約、]?[0-9])/gu, "のうち")
    // Items set side by side on one line: 「提出期限 3月16日  6 開札 3月17日」.
    .replace(/ {2,}(?=(?:[0-9]{1,2}|\([0-9]{1,2}\))[ .、])/gu, "。");
  const text = body.replace(fillers, "");
  const language = guessLanguage(text);
  const figures = figuresIn(text);
  const clauses: Clause[] = [];
  let phrase = 0;
  splitSentences(text).forEach(({ start, end }, sentence) => {
    const sentenceText = text.slice(start, end);
    const spans = language === "ja" ? japaneseClauses(sentenceText) : englishClauses(sentenceText);
    for (const span of spans) {
      const clause = { start: start + span.start, end: start + span.end };
      const own = figures.filter((figure) => figure.span.start >= clause.start && figure.span.start < clause.end);
      const words = text.slice(clause.start, clause.end);
      const tokens =
        language === "ja"
          ? japaneseTokens(words, clause.start, own, phrase)
          : englishTokens(words, clause.start, own, phrase);
      phrase = (tokens.at(-1)?.phrase ?? phrase) + 1;
      clauses.push({ ...clause, text: words, sentence, tokens });
    }
  });
  return { text, language, clauses, speaker: namesOf(label === "" && isSpeaker ? named : label) };
}

/** Names of who speaks in a stretch, without reading what is said. */
export function speakerNames(source: string, label = ""): string[] {
  if (label !== "") return namesOf(label);
  const typed = typedSpeaker.exec(source.slice(0, 40).normalize("NFKC"));
  if (typed === null || /[はがをにで]$/u.test(typed[2] ?? "")) return [];
  return namesOf((typed[1] ?? typed[2] ?? typed[3] ?? "").trim());
}
