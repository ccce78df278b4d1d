import { judgeEvidence, type EvidenceReason } from "../../guards";
import { contentWords } from "../../language";
import { endingDenied } from "./ending-denied";
import { mayBeSame } from "./owners/name-spellings";
import type { DraftAction, DraftLine, DraftTopic, MinutesDraft } from "./minutes-draft";

/** Share of the words of the shorter line from which on two lines that cite the same say the same. */
const sameWords = 0.7;

/** What tells that two lines of nearly the same words say different things. */
const differences: ReadonlySet<EvidenceReason> = new Set(["figure", "name", "negation", "swapped", "quantity"]);

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

/** Two actions that name different people or dates are both kept: which of them holds is seen when they are checked. */
function joinActions(actions: readonly DraftAction[]): DraftAction[] {
  const kept: DraftAction[] = [];
  for (const action of actions) {
    const twin = kept.findIndex(
      (other) =>
        saysTheSame(other, action) &&
        (other.owner === "" || action.owner === "" || mayBeSame(other.owner, action.owner)) &&
        (other.due === "" || action.due === "" || spelling(other.due) === spelling(action.due)),
    );
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

/** True when two lines rest on a common utterance and share most of their words, without telling different things. */
export function saysTheSame(a: DraftLine, b: DraftLine): boolean {
  const isCommon = a.sources.some((id) => b.sources.includes(id)) || a.sources.length === 0 || b.sources.length === 0;
  if (spelling(a.text) === spelling(b.text)) return isCommon;
  if (!a.sources.some((id) => b.sources.includes(id))) return false;
  if (shareOfWords(a.text, b.text) < sameWords) return false;
  const [short, long] = [a.text, b.text].sort((x, y) => x.length - y.length) as [string, string];
  if (endingDenied(a.text, [b.text])) return false;
  return !judgeEvidence(short, [{ text: long }]).reasons.some((reason) => differences.has(reason));
}

/** Share of the words of the shorter of two lines that the other one has. */
export function shareOfWords(a: string, b: string): number {
  const [short, long] = [new Set(contentWords(a)), new Set(contentWords(b))].sort((x, y) => x.size - y.size);
  return short!.size === 0 ? 0 : [...short!].filter((word) => long!.has(word)).length / short!.size;
}

/** A line in one spelling: widths, case and punctuation do not matter. */
export function spelling(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
