import { contentWords } from "../../language";
import type { DraftAction, DraftLine, DraftTopic, MinutesDraft } from "./minutes-draft";

/** Share of the words of the shorter line from which on two lines that cite the same say the same. */
const sameWords = 0.7;

/**
 * Puts the minutes of consecutive pieces of one meeting together: topics of the same title become one, what a piece says of
 * the utterances it shares with the one before stands once.
 */
export function joinDrafts(drafts: readonly MinutesDraft[]): MinutesDraft {
  const joined: MinutesDraft = { topics: [], decisions: [], actions: [] };
  for (const draft of drafts) {
    for (const topic of draft.topics) addTopic(joined.topics, topic);
    joined.decisions = withoutRepetitions([...joined.decisions, ...draft.decisions]);
    joined.actions = joinActions([...joined.actions, ...draft.actions]);
  }
  return joined;
}

function addTopic(topics: DraftTopic[], topic: DraftTopic): void {
  const last = topics.at(-1);
  // A piece that begins in the middle of a topic does not name it again.
  const same =
    topic.title === ""
      ? last
      : (topics.find(({ title }) => spelling(title) === spelling(topic.title)) ??
        (last?.title === "" && last.lines.length === 0 ? last : undefined));
  if (same === undefined) topics.push({ title: topic.title, lines: withoutRepetitions(topic.lines) });
  else same.lines = withoutRepetitions([...same.lines, ...topic.lines]);
}

/** Lines without those that say what an earlier one says of the same utterances; the longer of the two stays. */
export function withoutRepetitions<Line extends DraftLine>(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const twin = kept.findIndex((other) => saysTheSame(other, line));
    if (twin < 0) kept.push(line);
    else if (line.text.length > kept[twin]!.text.length) kept[twin] = line;
  }
  return kept;
}

function joinActions(actions: readonly DraftAction[]): DraftAction[] {
  const kept: DraftAction[] = [];
  for (const action of actions) {
    const twin = kept.findIndex((other) => saysTheSame(other, action));
    if (twin < 0) {
      kept.push(action);
      continue;
    }
    const other = kept[twin]!;
    const longer = action.text.length > other.text.length ? action : other;
    const sources = [...new Set([...other.sources, ...action.sources])];
    kept[twin] = { ...longer, owner: other.owner || action.owner, due: other.due || action.due, sources };
  }
  return kept;
}

/** True when two lines rest on a common utterance and share most of their words, or have the same words. */
export function saysTheSame(a: DraftLine, b: DraftLine): boolean {
  if (spelling(a.text) === spelling(b.text)) return true;
  if (!a.sources.some((id) => b.sources.includes(id))) return false;
  const [short, long] = [new Set(contentWords(a.text)), new Set(contentWords(b.text))].sort((x, y) => x.size - y.size);
  if (short!.size === 0) return false;
  return [...short!].filter((word) => long!.has(word)).length / short!.size >= sameWords;
}

function spelling(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
