import { joinLines } from "../join-lines";
import { isFields, type Fields } from "./record-fields";

/** Who says a word, as recognisers call it; AmiVoice's `label` only where it names a speaker. */
const speakerKeys = [
  "speaker",
  "speakerTag",
  "speaker_tag",
  "speakerLabel",
  "speaker_label",
  "speakerId",
  "speaker_id",
];
const wordKeys = ["punctuated_word", "written", "word", "text", "content", "display"];
const startKeys = [
  "start",
  "startOffset",
  "startTime",
  "start_time",
  "starttime",
  "offset",
  "offsetMilliseconds",
  "offsetInTicks",
];

/** Words that one voice says without a break. */
export interface WordRun {
  speaker: string | undefined;
  speakerId: string | undefined;
  text: string;
  /** As written at its first word. */
  start: unknown;
}

/**
 * Parts an entry by the speakers that stand at its words (AmiVoice's tokens, Google, Deepgram, WhisperX); a word without one goes
 * on with the words before it. Undefined where no word tells a speaker.
 * @param text of the entry, whose spelling stands above that of the words
 */
export function wordRuns(entry: Fields, text: string): WordRun[] | undefined {
  const words = wordsOf(entry);
  if (!words.some((word) => speakerOf(word) !== undefined)) return undefined;
  const runs: (WordRun & { words: string[] })[] = [];
  for (const word of words) {
    const said = wordKeys.map((key) => word[key]).find((value) => typeof value === "string");
    if (typeof said !== "string") continue;
    const speaker = speakerOf(word);
    const last = runs.at(-1);
    if (last !== undefined && (speaker === undefined || speaker === (last.speaker ?? last.speakerId)))
      last.words.push(said);
    else {
      const isNumber = /^\d+$/.test(speaker ?? "");
      runs.push({
        speaker: isNumber ? undefined : speaker,
        speakerId: isNumber ? speaker : undefined,
        text: "",
        start: startKeys.map((key) => word[key]).find((value) => value !== undefined),
        words: [said],
      });
    }
  }
  const spelled = inSpelling(
    runs.map(({ words: parts }) => parts.join("")),
    text,
  );
  return runs.map(({ words: parts, ...run }, index) => ({ ...run, text: spelled?.[index] ?? joinLines(parts) }));
}

/** The last entry alone, where its words name speakers and say again all that the entries before it say without (Google). */
export function withoutRepeats(entries: readonly Fields[]): Fields[] {
  const last = entries.at(-1);
  const words = last === undefined ? [] : wordsOf(last);
  if (entries.length < 2 || !words.some((word) => speakerOf(word) !== undefined)) return [...entries];
  const before = entries.slice(0, -1).map(wordsOf);
  if (before.some((list) => list.some((word) => speakerOf(word) !== undefined))) return [...entries];
  const said = (list: readonly Fields[]): string => list.map((word) => String(word["word"] ?? word["text"])).join(" ");
  return said(before.flat()) === said(words) ? [last!] : [...entries];
}

function wordsOf(entry: Fields): Fields[] {
  for (const key of ["words", "tokens"]) {
    const list = entry[key];
    if (Array.isArray(list)) return list.filter(isFields);
  }
  for (const key of ["alternatives", "NBest", "nBest"]) {
    const list = entry[key];
    const first: unknown = Array.isArray(list) ? list[0] : undefined;
    if (isFields(first)) return wordsOf(first);
  }
  return [];
}

function speakerOf(word: Fields): string | undefined {
  const value = speakerKeys.map((key) => word[key]).find((one) => typeof one === "string" || typeof one === "number");
  if (value !== undefined) return String(value).trim() || undefined;
  const { label } = word;
  return typeof label === "string" && /^(?:speaker|spk|話者)/iu.test(label) ? label.trim() : undefined;
}

/** The parts as the whole spells them, spaces and all; undefined when they are other words. */
function inSpelling(parts: readonly string[], whole: string): string[] | undefined {
  const bare = (words: string): string => words.replace(/\s/gu, "");
  if (bare(parts.join("")) !== bare(whole)) return undefined;
  let at = 0;
  return parts.map((part) => {
    const from = at;
    for (let left = bare(part).length; left > 0; at += 1) if (!/\s/u.test(whole[at]!)) left -= 1;
    return whole.slice(from, at).trim();
  });
}
