import { sentencesOf } from "../../language";
import { cleanOutput } from "../output/output-cleaner";
import type { ReplyParts } from "./reply-request";

/** A model's reply by its parts; `answers` are its lines 「回答n：…」 by their number. */
export interface DraftReply extends ReplyParts {
  answers: Map<number, string>;
}

type Part = keyof ReplyParts | "subject" | "other" | { answer: number };

const partNames: [RegExp, Part][] = [
  [/^(?:件名|タイトル|subject|title)$/, "subject"],
  [/^(?:宛名|宛先|宛て?|to|salutation|addressee)$/, "salutation"],
  [/^(?:挨拶|あいさつ|ご挨拶|御挨拶|書き出し|冒頭|前文|greeting|opening)$/, "greeting"],
  [/^(?:結論|要件|用件|主旨|要旨|conclusion|main point|answer)$/, "conclusion"],
  [/^(?:理由・詳細|理由|詳細|理由や詳細|本文|説明|details?|reasons?|body|reasons? and details?)$/, "details"],
  [/^(?:結び|むすび|締め|締めくくり|結びの言葉|末文|closing|close)$/, "closing"],
  [/^(?:署名|差出人|signature|sender)$/, "signature"],
  [/^(?:要確認|確認事項|備考|注|注意|補足|note|notes)$/, "other"],
];
const labelled =
  /^\s*(?:・|[-*#]+\s*)?(?:[【[［]\s*([^】\]］]{1,16})\s*[】\]］]\s*[:：]?|([^:：。、]{1,16}?)\s*[:：])\s*(.*)$/u;
const headline = /^\s*#+\s*([^:：]{1,16})\s*$/u;
const answerName =
  /^(?:回答|答え?|answer|a)\s*\(?([0-9]{1,3})\)?$|^(?:問|質問|question|q)\s*\(?([0-9]{1,3})\)?\s*(?:への|の|に対する)?(?:回答|答え)?$/;

/** What models write where a part has no words. */
const nothing = /^[（(]?(?:特に)?(?:なし|無し|不要|該当なし|none|n\/a|-+|—)[。.]?[）)]?$/i;

function partOf(words: string): Part | undefined {
  const plain = words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\*|[()（）]/g, "")
    .trim();
  const answer = answerName.exec(plain);
  if (answer !== null) return { answer: Number(answer[1] ?? answer[2]) };
  return partNames.find(([name]) => name.test(plain))?.[1];
}

/**
 * Reads a model's reply by its labelled parts (宛名：, 挨拶：, 結論：, 回答1：, …), in any of the forms seen: bold or bracketed
 * labels, headings, full-width digits, English labels, parts over several lines. A mail without labels is taken apart by its
 * shape. What it quotes of the thread is dropped. Never throws.
 */
export function parseReply(answer: string): DraftReply {
  const lines: string[] = [];
  // The cleaner drops empty lines, which part the paragraphs of a mail: each paragraph is cleaned by itself.
  for (const paragraph of answer.replace(/<think>[^]*?(?:<\/think>|$)/g, "").split(/\n[ \t\u3000]*\n/)) {
    const clean = cleanOutput(paragraph, { keepMarks: true });
    if (clean === "") continue;
    if (lines.length > 0) lines.push("");
    lines.push(...clean.split("\n"));
  }
  const quote = lines.findIndex((line) => /^\s*(?:-{3,}.*(?:Original|元の)|On .{5,100} wrote:)/i.test(line));
  const own = (quote < 0 ? lines : lines.slice(0, quote)).filter((line) => !/^\s*[>＞]/.test(line));
  return readLabelled(own) ?? readFree(own);
}

function readLabelled(lines: readonly string[]): DraftReply | undefined {
  const draft = emptyDraft();
  let part: Part | undefined;
  let named = 0;
  for (const line of lines) {
    const head = headline.exec(line);
    const label = head ?? labelled.exec(line);
    const next = label === null ? undefined : partOf(head === null ? (label[1] ?? label[2]!) : label[1]!);
    if (next !== undefined) {
      part = next;
      named += 1;
      append(draft, part, head === null ? label![3]! : "");
    } else if (part !== undefined) append(draft, part, line);
  }
  return named >= 2 ? trimmed(draft) : undefined;
}

const greeting =
  /お世話|^平素|いつも(?:大変)?(?:お世話|ありがとう)|お疲れ|初めて(?:ご|御)?連絡|(?:ご|御)?(?:連絡|返信|メール)(?:を)?(?:いただき|頂き|くださり)?(?:、)?(?:誠に)?ありがとう|と申します|^[^。]{0,30}(?:課|室|局|省|庁|係|部)の[^。]{1,12}です。?$|^Thank(?:s| you) (?:very much )?for|^I hope/iu;

/** A mail as people write it: address, greeting, text, close, signature. */
function readFree(lines: readonly string[]): DraftReply {
  const draft = emptyDraft();
  const body = lines.filter((line) => !/^\s*(?:件名|subject)\s*[:：]/i.test(line));
  let index = 0;
  const skipBlank = (): void => {
    while (index < body.length && body[index]!.trim() === "") index += 1;
  };
  skipBlank();
  while (
    index < body.length &&
    index < 4 &&
    /(?:様|御中|各位|殿|さん|先生)[、,]?\s*$|^(?:Dear|Hi|Hello)\b/u.test(body[index]!)
  ) {
    append(draft, "salutation", body[index]!);
    index += 1;
  }
  skipBlank();
  while (index < body.length) {
    // A greeting may share its line with what the mail is about.
    const sentences = sentencesOf(body[index]!);
    const first = sentences.findIndex((sentence) => !greeting.test(sentence));
    const count = first < 0 ? sentences.length : first;
    if (count === 0) break;
    append(draft, "greeting", sentences.slice(0, count).join(/[.!?]$/.test(sentences[0]!) ? " " : ""));
    if (count < sentences.length) {
      body[index] = sentences.slice(count).join(/[.!?]$/.test(sentences[0]!) ? " " : "");
      break;
    }
    index += 1;
  }
  const rest = body.slice(index);
  const close = rest.findIndex((line) =>
    /(?:よろしく|宜しく)お願い|お願い申し上げます。?\s*$|^以上[、。]?|^敬具|^(?:Best|Kind|Yours|Sincerely|Regards)/iu.test(
      line,
    ),
  );
  const text = close < 0 ? rest : rest.slice(0, close);
  if (close >= 0) {
    append(draft, "closing", rest[close]!);
    for (const line of rest.slice(close + 1)) append(draft, "signature", line);
  }
  const paragraphs = text
    .join("\n")
    .trim()
    .split(/\n\s*\n/);
  draft.conclusion = paragraphs[0] ?? "";
  draft.details = paragraphs.slice(1).join("\n\n");
  return trimmed(draft);
}

function emptyDraft(): DraftReply {
  return { salutation: "", greeting: "", conclusion: "", details: "", closing: "", signature: "", answers: new Map() };
}

function append(draft: DraftReply, part: Part, line: string): void {
  if (part === "subject" || part === "other") return;
  if (typeof part === "object") {
    const before = draft.answers.get(part.answer);
    draft.answers.set(part.answer, before === undefined ? line : `${before}\n${line}`);
    return;
  }
  draft[part] = draft[part] === "" ? line : `${draft[part]}\n${line}`;
}

function trimmed(draft: DraftReply): DraftReply {
  const tidy = (text: string): string => {
    const plain = text.replace(/\n{3,}/g, "\n\n").trim();
    return nothing.test(plain) ? "" : plain;
  };
  const answers = new Map([...draft.answers].map(([number, text]) => [number, tidy(text)] as const));
  return {
    salutation: tidy(draft.salutation),
    greeting: tidy(draft.greeting),
    conclusion: tidy(draft.conclusion),
    details: tidy(draft.details),
    closing: tidy(draft.closing),
    signature: tidy(draft.signature),
    answers,
  };
}
