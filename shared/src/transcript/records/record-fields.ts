import { joinLines } from "../join-lines";
import { wordsOfHtml } from "./html-words";

/** An entry of a transcript that is kept as data. */
export type Fields = Record<string, unknown>;

/** Names of fields in the spelling of `plainKey`, the surest first. */
const textKeys = [
  "spokentext",
  "text",
  "displaytext",
  "display",
  "content",
  "speech",
  "utterance",
  "transcript",
  "caption",
  "captiontext",
  "sentence",
  "transcription",
  "payload",
  "message",
  "body",
  "発言内容",
  "発話内容",
  "発言",
  "発話",
  "テキスト",
  "内容",
  "本文",
];
const nameKeys = [
  "userprofile",
  "speakerdisplayname",
  "speakername",
  "displayname",
  "speaker",
  "speakerlabel",
  "participantname",
  "participant",
  "username",
  "user",
  "author",
  "name",
  "voice",
  "from",
  "who",
  "spk",
  "talker",
  "発言者名",
  "発言者",
  "発話者",
  "話者名",
  "話者",
  "氏名",
  "名前",
];
const idKeys = ["speakerid", "userid", "participantid", "speakerguid", "aadobjectid"];
const startKeys = [
  "startoffset",
  "starttime",
  "start",
  "startms",
  "starttimems",
  "startmilliseconds",
  "startseconds",
  "startdatetime",
  "createddatetime",
  "offsetinticks",
  "offsetmilliseconds",
  "offset",
  "begin",
  "begintime",
  "starttimestamp",
  "timestamp",
  "time",
  "ts",
  "t",
  "開始時刻",
  "開始時間",
  "開始",
  "時刻",
  "時間",
];
const endKeys = [
  "endoffset",
  "endtime",
  "end",
  "endms",
  "endtimems",
  "endmilliseconds",
  "endseconds",
  "enddatetime",
  "stop",
  "endtimestamp",
  "終了時刻",
  "終了時間",
  "終了",
  "finish",
];
const durationKeys = ["durationinticks", "durationmilliseconds", "durationms", "durationinseconds", "duration"];

export interface RecordFields {
  text: string | undefined;
  name: string | undefined;
  id: string | undefined;
  start: unknown;
  end: unknown;
  duration: unknown;
}

/** What of an entry says who said what when, whatever the program calls its fields. */
export function recordFields(record: Fields): RecordFields {
  const byKey = new Map(Object.entries(record).map(([key, value]) => [plainKey(key), value]));
  const of = (keys: readonly string[]): unknown =>
    keys.map((key) => byKey.get(key)).find((value) => value !== undefined && value !== null);
  // "from" and "to" are who wrote to whom, or times.
  const spans = ["from", "to"].every((key) =>
    /^(?:\d+(?:\.\d+)?|[\d:.,]*:\d[\d.,]*)$/.test(String(byKey.get(key) ?? "")),
  );
  const [from, to] = spans ? [byKey.get("from"), byKey.get("to")] : [];
  if (spans) byKey.delete("from");
  const list = byKey.get("words");
  const words = Array.isArray(list) ? list.filter(isFields) : [];
  const [first, last] = [words[0], words.at(-1)].map((word) =>
    word === undefined || byKey.has("text") ? undefined : recordFields(word),
  );
  // whisper.cpp: `timestamps: {from, to}`.
  const pair = byKey.get("timestamps");
  const { from: begun, to: ended }: Fields = isFields(pair) ? pair : {};
  const [once, twice] = instancesOf(byKey.get("instances"));
  const who = nameKeys.map((key) => nameOf(byKey.get(key))).find((name) => name !== undefined);
  const numbered = nameKeys.map((key) => byKey.get(key)).find((value) => typeof value === "number");
  const id = [...idKeys.map((key) => byKey.get(key)), idOf(byKey.get("speaker")), idOf(byKey.get("user")), numbered];
  return {
    text: textOf(byKey),
    name: who,
    id: id.flatMap((value) => (typeof value === "string" || typeof value === "number" ? String(value).trim() : []))[0],
    start: timeOf(of(startKeys)) ?? from ?? first?.start ?? once?.["start"] ?? begun,
    end: timeOf(of(endKeys)) ?? to ?? last?.end ?? (twice === undefined ? once?.["end"] : undefined) ?? ended,
    duration: of(durationKeys),
  };
}

/** When something is said, as Azure Video Indexer keeps it. */
function instancesOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function plainKey(key: string): string {
  return key.replace(/[_\-\s]/g, "").toLowerCase();
}

function textOf(byKey: ReadonlyMap<string, unknown>): string | undefined {
  for (const key of textKeys) {
    const value = byKey.get(key);
    if (typeof value === "string") return value;
    // A message of Graph: body.content.
    if (isFields(value) && typeof value["content"] === "string")
      return value["contentType"] === "html" ? wordsOfHtml(value["content"]) : value["content"];
  }
  // Azure Speech: nBest[0].display; Google: alternatives[0].transcript.
  for (const key of ["nbest", "alternatives"]) {
    const list = byKey.get(key);
    const first: unknown = Array.isArray(list) ? list[0] : undefined;
    if (isFields(first)) return textOf(new Map(Object.entries(first).map(([name, value]) => [plainKey(name), value])));
  }
  // Deepgram's paragraphs have their words in sentences.
  const sentences = byKey.get("sentences");
  const spoken = Array.isArray(sentences) ? sentences.filter(isFields).map((sentence) => sentence["text"]) : [];
  if (spoken.length > 0 && spoken.every((sentence) => typeof sentence === "string")) return joinLines(spoken);
  // Words alone, as recognisers give them.
  const words = byKey.get("words");
  const parts = Array.isArray(words) ? words.filter(isFields).map((word) => word["text"] ?? word["word"]) : [];
  const said = parts.filter((part) => typeof part === "string");
  return said.length > 0 && said.length === parts.length ? joinLines(said) : undefined;
}

/** Times within times: `{relative: 1.5}`. */
function timeOf(value: unknown): unknown {
  return isFields(value) ? (value["relative"] ?? value["seconds"]) : value;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (!isFields(value)) return undefined;
  for (const key of ["displayName", "real_name", "name", "fullName", "user"]) {
    const name = nameOf(value[key]);
    if (name !== undefined) return name;
  }
  return undefined;
}

function idOf(value: unknown): unknown {
  if (!isFields(value)) return undefined;
  return value["id"] ?? value["userId"] ?? value["aadObjectId"] ?? idOf(value["user"]);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
