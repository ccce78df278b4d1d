/** A way to write thoughts before an answer, when the server does not take them off. */
export interface ThinkingMark {
  /** Finds a mark that opens or closes, while thoughts are read. */
  turn: RegExp;
  /** Longest text that `turn` finds. */
  turnLength: number;
}

/** What stands at the beginning of a text: a mark with what follows it, maybe the beginning of one, or words. */
export type Beginning =
  { type: "mark"; mark: ThinkingMark; rest: string } | { type: "final"; rest: string } | { type: "maybe" } | undefined;

const tags = ["think", "thinking", "thought", "reasoning"] as const;
const attributes = "(?:\\s[^<>]{0,80})?";
const openingTag = new RegExp(`^<(${tags.join("|")})${attributes}>`, "i");
const unfinishedTag = new RegExp(`^<(?:${tags.join("|")})${attributes}$`, "i");

const markOfTag = (name: string): ThinkingMark => ({
  turn: new RegExp(`</?${name}>`, "i"),
  turnLength: name.length + 3,
});
const marksOfTags = new Map<string, ThinkingMark>(tags.map((name) => [name, markOfTag(name)]));

/** The mark that chat templates write themselves, so that a reply shows only its closing. */
export const templateMark = marksOfTags.get("think")!;

const bracketMark: ThinkingMark = { turn: /\[\/?THINK\]/i, turnLength: "[/THINK]".length };

/**
 * OpenAI's harmony format (gpt-oss): each message has a header with its channel, `analysis`, `commentary` or `final`.
 * A message that is not closed ends where the next header begins.
 */
const channelMark: ThinkingMark = {
  turn: /<\|(?:end|call|return)\|>|(?=<\|(?:start|channel)\|>)/i,
  turnLength: "<|channel|>".length,
};
const channelHeader = /^(?:<\|start\|>assistant)?<\|channel\|>\s*((?:(?!<\|message\|>)[^]){0,120})<\|message\|>/i;
const unfinishedHeader = /^(?:<\|start\|>assistant)?<\|channel\|>[^]{0,130}$/i;

/** What a text may begin with as long as it is short. */
const starts = [...tags.map((name) => `<${name}>`), "[think]", "<|start|>assistant<|channel|>", "<|channel|>"];

/** White space and characters that nobody sees. */
const unseen = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]+/;

/** A text from its first visible character on. */
export function fromFirstVisible(text: string): string {
  return text.replace(unseen, "");
}

/** Tells how a text begins, from its first visible character on. Undefined for words. */
export function beginningOf(start: string): Beginning {
  if (start === "") return { type: "maybe" };
  const tag = openingTag.exec(start);
  if (tag !== null)
    return { type: "mark", mark: marksOfTags.get(tag[1]!.toLowerCase())!, rest: start.slice(tag[0].length) };
  if (/^\[THINK\]/i.test(start)) return { type: "mark", mark: bracketMark, rest: start.slice("[THINK]".length) };
  const header = channelHeader.exec(start);
  if (header !== null) {
    const rest = start.slice(header[0].length);
    return /^final\b/i.test(header[1]!) ? { type: "final", rest } : { type: "mark", mark: channelMark, rest };
  }
  const lower = start.slice(0, 40).toLowerCase();
  const maybe =
    starts.some((opening) => opening.startsWith(lower)) || unfinishedTag.test(start) || unfinishedHeader.test(start);
  return maybe ? { type: "maybe" } : undefined;
}
