import type { JobKind } from "@genai-office/shared/jobs";
import {
  createTableTranslator,
  createTranslator,
  errorsWithoutDocument,
  errorText,
  type TableTranslator,
} from "@genai-office/shared/i18n";
import type { Conversation } from "../channel/conversation";
import { escapeMarkdown } from "../escape-markdown";
import { tooManyJobs, type JobEndCode } from "../store/taken-job";

const ja = {
  minutes: "議事録",
  summarize: "要約",
  translate: "翻訳",
  ask: "回答",
  research: "調べもの",
  "message-action": "メッセージの要約・翻訳",
  delivery: "ファイルの保存",
  titled: "「{title}」の{work}",
  accepted: "{subject}を受け付けました。できあがったら、この会話でお知らせします。",
  progress: "{subject}を作成しています（{done}/{planned}）。できあがったら、この会話でお知らせします。",
  cancelled: "{subject}を中止しました。作成途中のものは残っていません。",
  failed: "{subject}を作成できませんでした。",
  failedLate: "{subject}を作成できませんでした。理由は、受付をお知らせしたメッセージに書きました。",
  tooMany:
    "{subject}は受け付けられませんでした。同時に作成できる件数に達しています。進行中のものが終わってから、もう一度お送りください。",
  details: "詳細：{code}（受付番号 {id}）",
};

export type JobTextKey = keyof typeof ja;

export const jobTexts: Record<"ja" | "en", Record<JobTextKey, string>> = {
  ja,
  en: {
    minutes: "minutes",
    summarize: "summary",
    translate: "translation",
    ask: "answer",
    research: "research",
    "message-action": "summary or translation of a message",
    delivery: "saving of the file",
    titled: "{work} of “{title}”",
    accepted: "Your request is on the list: {subject}. You will be told in this conversation when it is done.",
    progress: "Being written ({done}/{planned}): {subject}. You will be told in this conversation when it is done.",
    cancelled: "Stopped: {subject}. Nothing half done is kept.",
    failed: "This could not be written: {subject}.",
    failedLate: "This could not be written: {subject}. The message that took your request says why.",
    tooMany:
      "This was not begun: {subject}. You have as many requests running as are taken at once. Send it again when one of them is done.",
    details: "Details: {code} (number {id})",
  },
};

/** What the queue itself says into a conversation. */
export interface JobTexts {
  accepted(): string;
  progress(done: number, planned: number): string;
  cancelled(): string;
  failed(code: JobEndCode): string;
  /** Calls back somebody who has waited; the reason stands in the message that was replaced. */
  failedLate(): string;
}

/** In the language of the person's client; Japanese unless it is English. */
export function textsOf(job: { id: string; kind: JobKind; title: string; conversation: Conversation }): JobTexts {
  const locale = job.conversation.locale.toLowerCase().startsWith("en") ? "en" : "ja";
  const text: TableTranslator<JobTextKey> = createTableTranslator(jobTexts, locale);
  const translate = createTranslator(locale, errorsWithoutDocument(locale));
  const title = escapeMarkdown(job.title);
  const work = text(job.kind);
  const subject = title.trim() === "" ? work : text("titled", { title, work });
  return {
    accepted: () => text("accepted", { subject }),
    progress: (done, planned) => text("progress", { subject, done, planned }),
    cancelled: () => text("cancelled", { subject }),
    failedLate: () => text("failedLate", { subject }),
    failed(code) {
      const details = text("details", { code, id: job.id.slice(0, 8) });
      if (code === tooManyJobs) return `${text("tooMany", { subject })}\n\n${details}`;
      return [text("failed", { subject }), errorText(translate, code), details].join("\n\n");
    },
  };
}
