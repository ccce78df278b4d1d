import type { Span, Statement, TaskLanguage } from "../../vocabulary";
import type { MinutesAction, MinutesTopic } from "./minutes-request";
import { japaneseDate } from "./relative-dates";

export interface MinutesParts {
  title?: string;
  /** YYYY-MM-DD */
  date?: string;
  language: TaskLanguage;
  speakers: readonly string[];
  topics: readonly MinutesTopic[];
  decisions: readonly Statement[];
  actions: readonly MinutesAction[];
}

/** Minutes as words: the shape that `checkSummary` looks at. */
export interface MinutesText {
  statements: Statement[];
  paragraphs: string[];
  text: string;
  /** Where each statement stands in `text`. */
  places: Span[];
}

const words = {
  ja: {
    date: "日付",
    speakers: "発言者",
    discussion: "議論",
    decisions: "決定事項",
    actions: "宿題事項",
    none: "なし",
    colon: "：",
    between: "、",
    bullet: "・",
  },
  en: {
    date: "Date",
    speakers: "Speakers",
    discussion: "Discussion",
    decisions: "Decisions",
    actions: "Action items",
    none: "None",
    colon: ": ",
    between: ", ",
    bullet: "- ",
  },
} as const;

/** Writes minutes as 議事要旨: head, topics with their discussion, decisions, and what is to do by whom and when. */
export function minutesText(parts: MinutesParts): MinutesText {
  const w = words[parts.language];
  const out: MinutesText = { statements: [], paragraphs: [], text: "", places: [] };
  const line = (before: string, statement?: Statement, after = ""): void => {
    const offset = out.paragraphs.length === 0 ? 0 : out.text.length + 1;
    if (statement !== undefined) {
      const start = offset + before.length;
      out.statements.push(statement);
      out.places.push({ start, end: start + statement.text.length });
    }
    const paragraph = before + (statement?.text ?? "") + after;
    out.text = out.paragraphs.length === 0 ? paragraph : `${out.text}\n${paragraph}`;
    out.paragraphs.push(paragraph);
  };

  if (parts.title !== undefined && parts.title.trim() !== "") line(parts.title.trim());
  if (parts.date !== undefined) {
    line(`${w.date}${w.colon}${parts.language === "ja" ? japaneseDate(parts.date) : parts.date}`);
  }
  if (parts.speakers.length > 0) line(`${w.speakers}${w.colon}${parts.speakers.join(w.between)}`);
  const named = parts.topics.filter(({ title }) => title !== "").length;
  let number = 0;
  for (const topic of parts.topics) {
    if (topic.title !== "") number += 1;
    line(
      topic.title === "" ? w.discussion : named > 1 ? `${numberOf(number, parts.language)}${topic.title}` : topic.title,
    );
    for (const statement of topic.discussion) line(w.bullet, statement);
  }
  line(w.decisions);
  if (parts.decisions.length === 0) line(w.bullet + w.none);
  for (const statement of parts.decisions) line(w.bullet, statement);
  line(w.actions);
  if (parts.actions.length === 0) line(w.bullet + w.none);
  for (const action of parts.actions) line(w.bullet, action.task, whoAndWhen(action, parts.language));
  return out;
}

function whoAndWhen({ owner, due }: MinutesAction, language: TaskLanguage): string {
  return language === "ja" ? `（担当：${owner}、期限：${due}）` : ` (owner: ${owner}; due: ${due})`;
}

/** 公用文 numbers its headings with full-width digits up to nine. */
function numberOf(number: number, language: TaskLanguage): string {
  if (language === "en") return `${number}. `;
  return `${number < 10 ? String.fromCharCode(0xff10 + number) : number}　`;
}
