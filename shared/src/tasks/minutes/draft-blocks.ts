import type { TaskLanguage } from "../../vocabulary";
import type { SourceBlock } from "../summarize/source-block";
import type { DraftAction, DraftLine, MinutesDraft } from "./minutes-draft";
import { notSet } from "./parse-action";

/** Words that begin the lines of minutes, as the prompt asks for them and as merge steps carry them. */
export const lineWords = {
  ja: { topic: "議題", discussion: "議論", decision: "決定", action: "宿題", owner: "担当", due: "期限", colon: "：" },
  en: {
    topic: "Topic",
    discussion: "Discussion",
    decision: "Decision",
    action: "Action",
    owner: "Owner",
    due: "Due",
    colon: ": ",
  },
} as const;

/** A draft as the blocks of a merge step, one a line; what they cite stays what their sources were. */
export function draftBlocks(draft: MinutesDraft, language: TaskLanguage): SourceBlock[] {
  const words = lineWords[language];
  const lines: [string, readonly string[]][] = [];
  for (const topic of draft.topics) {
    if (topic.title !== "") lines.push([`${words.topic}${words.colon}${topic.title}`, []]);
    lines.push(...topic.lines.map((line) => entry(words.discussion, line)));
  }
  lines.push(...draft.decisions.map((line) => entry(words.decision, line)));
  lines.push(...draft.actions.map((line) => entry(words.action, { ...line, text: actionLine(line, language) })));
  function entry(word: string, line: DraftLine): [string, readonly string[]] {
    return [`${word}${words.colon}${line.text}`, line.sources];
  }
  return lines.map(([text, sources], index) => ({
    block: { id: `line.${index + 1}`, text, kind: "paragraph" },
    sources,
  }));
}

/** Task, owner and date of an action in one line. */
export function actionLine(action: Pick<DraftAction, "text" | "owner" | "due">, language: TaskLanguage): string {
  const { owner, due, colon } = lineWords[language];
  const who = action.owner === "" ? notSet(language) : action.owner;
  const when = action.due === "" ? notSet(language) : action.due;
  return `${action.text}｜${owner}${colon}${who}｜${due}${colon}${when}`;
}
