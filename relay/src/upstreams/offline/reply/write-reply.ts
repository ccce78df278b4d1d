import { findQuestions, isAnsweredBy, mailToAnswer, numberedAnswers, salutationFor } from "@genai-office/shared/tasks";
import type { ReplyStep, ReplyTone } from "@genai-office/shared/vocabulary";
import { assignSentences } from "./assign-sentences";
import { politeSentences } from "./polite-intention";

const greetings: Record<ReplyTone, string> = {
  brief: "お疲れさまです。",
  polite: "お世話になっております。",
  formal: "平素より大変お世話になっております。",
};
const closings: Record<ReplyTone, string> = {
  brief: "よろしくお願いします。",
  polite: "どうぞよろしくお願いいたします。",
  formal: "御多用のところ恐れ入りますが、何卒よろしくお願い申し上げます。",
};

/**
 * The skeleton of a reply by rules, in the lines that models are asked for: address from the thread, greeting by tone, the
 * person's own words with polite endings, each question with the words that answer it or 「要確認」. Adds no fact; an English
 * reply keeps the person's words as they are.
 */
export function writeReply(step: ReplyStep): string[] {
  const { intention, tone, language, sender } = step.options;
  const mail = mailToAnswer(step.blocks, sender);
  const questions = mail === undefined ? [] : findQuestions(mail).slice(0, step.options.questions);
  const isJapanese = language === "ja";
  const numbered = numberedAnswers(intention, questions);
  // What is said to a question by its number is said to no other one.
  const free = numbered === undefined ? intention : numbered.rest;
  const wordsOf = (text: string): string[] =>
    isJapanese ? politeSentences(text, tone) : [text.trim()].filter((words) => words !== "");
  const said = wordsOf(free);
  const assigned = assignSentences(
    said,
    questions.map(({ text }) => text),
  );
  const answers = questions.map(({ text }, index) => {
    const own = numbered?.answers.get(index);
    if (own !== undefined) return wordsOf(own);
    if (!isAnsweredBy(free, text, questions.length)) return undefined;
    if (assigned[index]!.length > 0) return assigned[index]!;
    return questions.length === 1 ? said : undefined;
  });
  // What answers a question stands there; the rest of what the person wants to say comes first.
  const used = new Set(questions.length > 1 ? answers.flatMap((own) => own ?? []) : []);
  const rest = said.filter((sentence) => !used.has(sentence));
  const signature = sender?.trim() ?? "";
  if (!isJapanese) {
    return [
      `Salutation: ${salutationFor(mail, "en")}`,
      `Greeting: Thank you for your message.`,
      `Conclusion: ${rest.length > 0 ? rest.join(" ") : numbered === undefined ? said.join(" ") : "Please find our answers below."}`,
      ...answers.map((own, index) => `Answer ${index + 1}: ${own?.join(" ") ?? "To be confirmed"}`),
      "Closing: Kind regards,",
      `Signature: ${signature}`,
    ];
  }
  const who = signature === "" || signature.length > 40 || /[\r\n]/.test(signature) ? "" : `${signature}です。`;
  return [
    `宛名：${salutationFor(mail, "ja")}`,
    `挨拶：${greetings[tone]}${who}`,
    `結論：${rest.length > 0 ? rest.join("") : questions.length > 0 ? "お問合せの件について、次のとおり回答いたします。" : "メールを拝受しました。"}`,
    ...answers.map((own, index) => `回答${index + 1}：${own?.join("") ?? "要確認"}`),
    `結び：${closings[tone]}`,
    `署名：${signature}`,
  ];
}
