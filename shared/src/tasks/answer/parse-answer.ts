import type { CitedStatement } from "../output/parse-statements";
import { parseStatements } from "../output/parse-statements";
import { isCourtesy, isNotFound, isNothingRelevant } from "./set-phrases";

export interface DraftAnswer {
  paragraphs: CitedStatement[][];
  /** Sentences of the model that say that the materials do not tell. */
  notFound: string[];
  /** The model went on with questions nobody asked (更問). */
  inventedFollowUp: boolean;
}

const questionLine = /^[（(【[]?(?:問い?|質問|question|Q)[0-9０-９]*[）)】\]]?[\s\u3000：:.．]+/iu;
const answerLabel = /^[（(【[]?(?:答弁?|答え|回答|answer|A)[0-9０-９]*[）)】\]]?(?:[\s\u3000：:.．]+|$)/iu;
const followUp = /^(?:##\s*)?[（(【［[]?(?:更問|再質問|想定(?:される)?(?:更)?問|追加(?:の)?質問|関連質問|follow-?up)/iu;
const pointNumber =
  /^(?:・|[(（]?[0-9０-９]{1,2}[)）.．、][\s\u3000]*|[0-9０-９]{1,2}[\s\u3000]+|[①-⑳]\s*|第[0-9０-９一二三四五]{1,2}に、?)/u;

/**
 * Reads a model's answer: its sentences with what they cite. The question it repeats, 「答」, 「お答えいたします。」, numbers
 * of points and everything behind 更問 are taken off: the form is made by code.
 * @param blockCount number of blocks of the step, whose numbers count from 1.
 */
export function parseAnswer(answer: string, blockCount: number): DraftAnswer {
  const draft: DraftAnswer = { paragraphs: [], notFound: [], inventedFollowUp: false };
  const lines: string[] = [];
  for (const line of answer.split(/\r\n|[\r\n]/)) {
    if (followUp.test(line.replace(/\*\*/g, "").trim())) {
      draft.inventedFollowUp = true;
      break;
    }
    const plain = line.replace(/\*\*/g, "");
    const words = plain.replace(/^\s*#+\s*/, "");
    if (questionLine.test(words.trim())) continue;
    lines.push(
      words.trim() === plain.trim()
        ? withoutLabel(plain)
        : answerLabel.test(words.trim())
          ? withoutLabel(words)
          : plain,
    );
  }
  for (const paragraph of parseStatements(lines.join("\n"), blockCount)) {
    const kept = paragraph.flatMap((statement, index): CitedStatement[] => {
      const text = (index === 0 ? statement.text.replace(pointNumber, "") : statement.text).trim();
      if (statement.layout === "heading" || text === "" || isCourtesy(text) || isNothingRelevant(text)) return [];
      if (isNotFound(text)) {
        draft.notFound.push(text);
        return [];
      }
      return [{ ...statement, text }];
    });
    if (kept.length > 0) draft.paragraphs.push(kept);
  }
  return draft;
}

function withoutLabel(line: string): string {
  return line.trim().replace(answerLabel, "");
}
