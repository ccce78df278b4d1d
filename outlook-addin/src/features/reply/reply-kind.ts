import { guessLanguage } from "@genai-office/shared/language";
import type { ReplyResult } from "@genai-office/shared/tasks";
import type { ReplyTone, TaskLanguage } from "@genai-office/shared/vocabulary";
import type { MailPerson } from "../../mailbox";
import type { MailSource, SourceWords } from "../parts/mail-source";
import { loadSource } from "../parts/load-source";
import type { PartsChoice } from "../parts/parts-choice";
import type { MailTaskKind } from "../work/create-mail-task";
import { draftHeading } from "../work/draft-heading";
import { toneFor } from "./tone";

/** What the person has set for a reply. */
export interface ReplyWishes {
  /** What the reply is to say, in a few words; empty: every question is marked 「要確認」. */
  intention: string;
  /** By the recipients when undefined. */
  tone: ReplyTone | undefined;
  /** That of the mail when undefined. */
  language: TaskLanguage | undefined;
  all: boolean;
}

export const noWishes: ReplyWishes = { intention: "", tone: undefined, language: undefined, all: false };

/** The language of a reply: that of the mail that is answered. */
export function languageOfReply(
  { messages }: Pick<MailSource, "messages">,
  chosen: TaskLanguage | undefined,
): TaskLanguage {
  return chosen ?? guessLanguage(messages.at(-1)?.text ?? "");
}

/** 返信案. */
export function replyKind(options: {
  parts: PartsChoice;
  words: SourceWords;
  owner: MailPerson | undefined;
  wishes: ReplyWishes;
  /** 「伝えたいこと」 */
  intentionName: string;
  /** 「あなたの名前」 */
  readerName: string;
}): MailTaskKind<ReplyResult> {
  const { parts, words, owner, wishes } = options;
  const intention = wishes.intention.trim();
  const me = owner?.name.trim() ?? "";
  return {
    task: "reply",
    cut: async (reading) => (await loadSource()).threadSource(reading, parts, words),
    languageOf: (source) => languageOfReply(source, wishes.language),
    besides: () => (intention === "" ? [] : [intention]),
    plan() {
      const besides = [
        ...(intention === "" ? [] : [{ id: "intention", name: options.intentionName, text: intention }]),
        ...(me === "" ? [] : [{ id: "reader", name: options.readerName, text: me }]),
      ];
      return besides.length === 0 ? {} : { besides };
    },
    perform: (engine, { plan, declaredClass, confirmed, run, signal }) => {
      const { reading, blocks, hash } = plan.source;
      return engine.reply(
        {
          blocks,
          // As the person confirmed it, not as it may have been changed since.
          intention: plan.besides?.find(({ id }) => id === "intention")?.text ?? "",
          tone: wishes.tone ?? (owner === undefined ? "formal" : toneFor(reading, owner, wishes.all)),
          language: languageOfReply(plan.source, wishes.language),
          ...(me === "" ? {} : { sender: me }),
          subject: reading.subject,
          card: plan.card,
          declaredClass,
          confirmed,
          documentHash: hash,
        },
        { run, masked: plan.masked, signal },
      );
    },
    resultText: (t, outcome) => [draftHeading(t, "reply", outcome), "", outcome.result.text].join("\n"),
  };
}
