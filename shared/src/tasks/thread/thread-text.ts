import type { Span, Statement, TaskLanguage } from "../../vocabulary";
import type { ThreadPoint, ThreadRequest } from "./thread-request";
import { notSet } from "../minutes/parse-action";

export interface ThreadParts {
  language: TaskLanguage;
  requests: readonly ThreadRequest[];
  decisions: readonly ThreadPoint[];
  openPoints: readonly ThreadPoint[];
}

/** A thread summary as words: the shape that `checkSummary` looks at. */
export interface ThreadText {
  statements: Statement[];
  paragraphs: string[];
  text: string;
  /** Where each statement stands in `text`. */
  places: Span[];
}

const words = {
  ja: {
    mine: "自分への依頼",
    others: "ほかの人への依頼",
    decisions: "決定事項",
    open: "未解決の点",
    none: "なし",
    due: "期限：",
    condition: "条件：",
    of: "相手：",
    answered: "回答済み",
    bullet: "・",
    between: "　",
  },
  en: {
    mine: "Asked of you",
    others: "Asked of others",
    decisions: "Decisions",
    open: "Open points",
    none: "None",
    due: "due: ",
    condition: "condition: ",
    of: "of: ",
    answered: "answered",
    bullet: "- ",
    between: "; ",
  },
} as const;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Writes a summary: what is asked of the reader, of others, what is decided, what is open; each with who and when. */
export function threadText(parts: ThreadParts): ThreadText {
  const { language } = parts;
  const w = words[language];
  const out: ThreadText = { statements: [], paragraphs: [], text: "", places: [] };
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
  const section = <Entry>(title: string, entries: readonly Entry[], write: (entry: Entry) => void): void => {
    line(title);
    if (entries.length === 0) line(w.bullet + w.none);
    entries.forEach(write);
  };
  const asked = (request: ThreadRequest): void => {
    const { statement, asker, date, due, of, ofMe, condition, answeredBy } = request;
    const more = [
      ...(due === notSet(language) ? [] : [w.due + due]),
      ...(condition === undefined ? [] : [w.condition + condition]),
      ...(of === undefined || ofMe ? [] : [w.of + of]),
      ...(answeredBy === undefined ? [] : [w.answered]),
    ];
    const tail = more.length === 0 ? "" : `${language === "ja" ? w.between : " "}${more.join(w.between)}`;
    line(w.bullet, statement, whoAndWhen(asker, date, language) + tail);
  };
  const point = ({ statement, who, date }: ThreadPoint): void => {
    line(w.bullet, statement, whoAndWhen(who, date, language));
  };
  const mine = parts.requests.filter(({ ofMe }) => ofMe);
  const others = parts.requests.filter(({ ofMe }) => !ofMe);
  section(w.mine, mine, asked);
  if (others.length > 0) section(w.others, others, asked);
  section(w.decisions, parts.decisions, point);
  section(w.open, parts.openPoints, point);
  return out;
}

/** 「（鈴木、11/2）」, " (Suzuki, 2 Nov)"; empty where neither is known. */
export function whoAndWhen(who: string, date: string, language: TaskLanguage): string {
  const [, month, day] = date.split("-").map(Number);
  const when =
    month === undefined || day === undefined
      ? ""
      : language === "ja"
        ? `${month}/${day}`
        : `${day} ${months[month - 1]}`;
  const parts = [who, when].filter((part) => part !== "");
  if (parts.length === 0) return "";
  return language === "ja" ? `（${parts.join("、")}）` : ` (${parts.join(", ")})`;
}
