import { parseFragment } from "parse5";
import { joinLines } from "../join-lines";

/** What one voice of a cue says; `speaker` is the annotation as written, "" for an empty one, null without a tag. */
export interface Voice {
  speaker: string | null;
  lines: string[];
}

const voiceTag = /<v(?:\.[^\s<>]*)?(?:[\s\u3000]+([^<>]{0,400}))?>/gi;
/** Tags of WebVTT and of SubRip; timestamps within a cue. Another "<" is a sign of the text. */
const otherTags =
  /<\/?(?:v|c|i|b|u|s|em|strong|ruby|rt|lang|font|span|br)(?:[.\s][^<>]*)?\/?>|<\d[\d:.]*>|\{\\an?\d\}/gi;
/** A tag that the end of the cue cuts. */
const cutTag = /<\/?(?:v|c|i|b|u|ruby|rt|lang)?$/i;

/**
 * Parts the words of a cue by its voice tags: a voice ends at `</v>`, at the next `<v` or with the cue; class forms
 * (`<v.loud 山田>`) are voices too. Entities are decoded after the tags are gone, so that `&lt;` begins none.
 */
export function readVoices(lines: readonly string[]): Voice[] {
  const text = closedVoices(lines.join("\n"));
  const voices: Voice[] = [];
  let from = 0;
  let speaker: string | null = null;
  const add = (words: string): void => {
    // What follows </v> belongs to nobody in particular.
    const [own, ...rest] = words.split(/<\/v\s*>/i);
    push(speaker, own!);
    for (const other of rest) push(null, other);
  };
  const push = (name: string | null, words: string): void => {
    const plain = words.replace(otherTags, "").replace(cutTag, "");
    const said = plain.split("\n").map((line) => decode(line).trim());
    if (said.some((line) => line !== "")) voices.push({ speaker: name, lines: said.filter((line) => line !== "") });
  };
  for (const match of text.matchAll(voiceTag)) {
    add(text.slice(from, match.index));
    speaker = decode(joinLines((match[1] ?? "").split("\n"))).trim();
    from = match.index + match[0].length;
  }
  add(text.slice(from));
  return voices;
}

/** `<v 山田` that is closed nowhere on its line: the name ends with the line. */
function closedVoices(text: string): string {
  return text.replace(/<v((?:\.[^\s<>]*)?[ \t\u3000][^<>\n]{1,80})(?=\n)/gi, "<v$1>");
}

/** Character references as HTML has them, also those without a semicolon (`&amp`, `&notit;`); no tag is read here. */
export function decode(text: string): string {
  if (!text.includes("&")) return text;
  const [node] = parseFragment(text.replace(/</g, "&lt;").replace(/\0/g, "\ufffd")).childNodes;
  return node !== undefined && "value" in node ? node.value : text;
}
