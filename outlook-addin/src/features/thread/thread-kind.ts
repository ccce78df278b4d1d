import { draftHeading } from "../work/draft-heading";
import type { ThreadSummaryResult } from "@genai-office/shared/tasks";
import type { MailPerson } from "../../mailbox";
import { headsOf } from "./thread-heads";
import type { MailTaskKind } from "../work/create-mail-task";
import { nameOf } from "../parts/name-of";
import type { SourceWords } from "../parts/mail-source";
import { loadSource } from "../parts/load-source";
import type { PartsChoice } from "../parts/parts-choice";

export interface ThreadKindOptions {
  parts: PartsChoice;
  words: SourceWords;
  /** Whose mailbox it is: what is asked of them is asked "of me". */
  owner: MailPerson | undefined;
  language: "ja" | "en";
  /** 「あなたの名前」 */
  readerName: string;
  now(): Date;
}

/** スレッド要約. */
export function threadKind(options: ThreadKindOptions): MailTaskKind<ThreadSummaryResult> {
  const { parts, words, owner, language } = options;
  const me = owner === undefined ? [] : [nameOf(owner), owner.address].filter((name) => name !== "");
  return {
    task: "thread",
    cut: async (reading) => (await loadSource()).threadSource(reading, parts, words),
    plan: () => (me.length === 0 ? {} : { besides: [{ id: "reader", name: options.readerName, text: me.join("　") }] }),
    perform: (engine, { plan, declaredClass, confirmed, run, signal }) =>
      engine.thread(
        {
          blocks: plan.source.blocks,
          heads: headsOf(plan.source),
          me,
          language,
          card: plan.card,
          declaredClass,
          confirmed,
          documentHash: plan.source.hash,
          date: options.now().toLocaleDateString("sv-SE"),
        },
        { run, masked: plan.masked, signal },
      ),
    resultText: (t, outcome) => [draftHeading(t, "thread", outcome), outcome.result.text].join("\n"),
  };
}
