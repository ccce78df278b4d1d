import { joinLines } from "../join-lines";
import { isFields, type Fields } from "./record-fields";

const sentenceEnd = /[。．.!?！？]$/u;

/**
 * Entries of what AWS Transcribe writes, whose words stand one by one in `results.items`, signs without a time among them: its
 * own segments, or a run of words of one speaker (`speaker_label` at the word, or in `speaker_labels.segments` by the time of the
 * word), or sentences where nobody is told apart. Undefined for other data.
 */
export function awsEntries(data: unknown): Fields[] | undefined {
  const results = isFields(data) ? data["results"] : undefined;
  if (!isFields(results)) return undefined;
  const words = fieldsOf(results["items"]);
  if (words.length === 0 || !words.every(({ type }) => type === "pronunciation" || type === "punctuation"))
    return undefined;
  const segments = fieldsOf(results["audio_segments"]);
  if (segments.length > 0) return segments;
  const beside = speakersByTime(results["speaker_labels"]);
  const hasSpeakers = beside.size > 0 || words.some((word) => typeof word["speaker_label"] === "string");
  const runs: { speaker: string | undefined; words: string[]; start: unknown; end: unknown }[] = [];
  for (const word of words) {
    const content = fieldsOf(word["alternatives"])[0]?.["content"];
    if (typeof content !== "string") continue;
    const last = runs.at(-1);
    const isSign = word["type"] === "punctuation";
    const speaker = isSign ? last?.speaker : (textOf(word["speaker_label"]) ?? beside.get(String(word["start_time"])));
    const goesOn = hasSpeakers ? speaker === last?.speaker : !sentenceEnd.test(last?.words.at(-1) ?? "");
    if (last === undefined || (!isSign && !goesOn))
      runs.push({ speaker, words: [content], start: word["start_time"], end: word["end_time"] });
    else {
      if (isSign) last.words.push(`${last.words.pop() ?? ""}${content}`);
      else last.words.push(content);
      last.end = word["end_time"] ?? last.end;
    }
  }
  return runs.map(({ speaker, words: said, start, end }) => ({
    text: joinLines(said),
    start_time: start,
    end_time: end,
    ...(speaker === undefined ? {} : { speaker_label: speaker }),
  }));
}

function speakersByTime(labels: unknown): Map<string, string> {
  const speakers = new Map<string, string>();
  for (const segment of fieldsOf(isFields(labels) ? labels["segments"] : undefined))
    for (const word of fieldsOf(segment["items"])) {
      const speaker = textOf(word["speaker_label"]) ?? textOf(segment["speaker_label"]);
      if (speaker !== undefined) speakers.set(String(word["start_time"]), speaker);
    }
  return speakers;
}

function fieldsOf(list: unknown): Fields[] {
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
