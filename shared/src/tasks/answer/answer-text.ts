import type { Span, Statement, TaskLanguage } from "../../vocabulary";
import { notFound } from "./set-phrases";

export interface AnswerParts {
  question: string;
  form: "plain" | "diet";
  language: TaskLanguage;
  /** Statements by paragraph. */
  points: readonly (readonly Statement[])[];
  /** What only says that the materials do not tell; kept beside what they do tell. */
  notFound: readonly string[];
}

/** An answer as words: the shape that `checkSummary` looks at. */
export interface AnswerText {
  statements: Statement[];
  paragraphs: string[];
  text: string;
  /** Where each statement stands in `text`. */
  places: Span[];
}

const frame = {
  ja: { question: "問　", answer: "答", opening: "お答えいたします。" },
  en: { question: "Question: ", answer: "Answer", opening: "" },
} as const;

/**
 * Writes an answer. "diet" is the sheet of a 国会答弁: 問, 答, 「お答えいたします。」 and numbered points where there are several.
 */
export function answerText(parts: AnswerParts): AnswerText {
  const { form, language, points } = parts;
  const out: AnswerText = { statements: [], paragraphs: [], text: "", places: [] };
  const begin = (): number => (out.paragraphs.length === 0 ? 0 : out.text.length + 1);
  const end = (paragraph: string): void => {
    out.text = out.paragraphs.length === 0 ? paragraph : `${out.text}\n${paragraph}`;
    out.paragraphs.push(paragraph);
  };
  if (form === "diet") {
    end(frame[language].question + parts.question.replace(/\s*[\r\n]+\s*/g, " ").trim());
    end(frame[language].answer);
    if (points.length > 0 && frame[language].opening !== "") end(frame[language].opening);
  }
  points.forEach((statements, index) => {
    const offset = begin();
    let words = form === "diet" && points.length > 1 ? numberOf(index + 1, language) : "";
    statements.forEach((statement, position) => {
      if (position === 0 && form === "plain" && statement.layout === "bullet") words += "・";
      if (position > 0 && /[!-~]$/.test(words) && /^[!-~]/.test(statement.text)) words += " ";
      const start = offset + words.length;
      out.statements.push(statement);
      out.places.push({ start, end: start + statement.text.length });
      words += statement.text;
    });
    end(words);
  });
  const said = parts.points.length > 0 ? parts.notFound : parts.notFound.slice(0, 1);
  for (const sentence of said) end(sentence);
  if (parts.points.length === 0 && said.length === 0) end(notFound[language]);
  return out;
}

function numberOf(number: number, language: TaskLanguage): string {
  if (language === "en") return `${number}. `;
  return `${number < 10 ? String.fromCharCode(0xff10 + number) : number}　`;
}
