import type { TaskLanguage } from "../../vocabulary";
import { notSet } from "../minutes/parse-action";
import type { SourceBlock } from "../summarize/source-block";
import type { DraftRequest, DraftThreadLine, ThreadDraft } from "./thread-draft";

/** Words that begin the lines of a thread summary, as the prompt asks for them and as merge steps carry them. */
export const threadLineWords = {
  ja: { request: "依頼", decision: "決定", open: "未解決", of: "誰に", due: "期限", colon: "：" },
  en: { request: "Request", decision: "Decision", open: "Open", of: "Of", due: "Due", colon: ": " },
} as const;

/** A draft as the blocks of a merge step, one a line; what they cite stays what their sources were. */
export function threadDraftBlocks(draft: ThreadDraft, language: TaskLanguage): SourceBlock[] {
  const words = threadLineWords[language];
  const lines = [
    ...draft.requests.map((line) => entry(words.request, { ...line, text: requestLine(line, language) })),
    ...draft.decisions.map((line) => entry(words.decision, line)),
    ...draft.open.map((line) => entry(words.open, line)),
  ];
  function entry(word: string, line: DraftThreadLine): [string, readonly string[]] {
    return [`${word}${words.colon}${line.text}`, line.sources];
  }
  return lines.map(([text, sources], index) => ({
    block: { id: `line.${index + 1}`, text, kind: "paragraph" },
    sources,
  }));
}

/** What is asked, of whom and by when, in one line. */
export function requestLine(request: Pick<DraftRequest, "text" | "of" | "due">, language: TaskLanguage): string {
  const { of, due, colon } = threadLineWords[language];
  const whom = request.of === "" ? notSet(language) : request.of;
  const when = request.due === "" ? notSet(language) : request.due;
  return `${request.text}｜${of}${colon}${whom}｜${due}${colon}${when}`;
}
