import { splitSentences } from "../../language";
import { isRefusal, withoutPreface, withoutRemark, withoutWrapping } from "./wrapping";

/** Stands for a line break inside a block, because an entry is one line. Of the same family as the number's mark. */
export const breakMark = "[[/]]";

const lineBreak = /[ \t\u3000]*(?:\r\n|[\n\r\v\u2028\u2029])[ \t]*/g;
const open = "[\\[［【〔]";
const close = "[\\]］】〕]";
const number = "(?:#|№|No\\.?)?\\s*([0-9０-９]{1,5})";
/** A number's mark where models put it: at the start of a line, perhaps in bold, quoted or as a list item. */
const lineStart = "(?<=^|\\n)[ \\t\\u3000]*(?:[-*>•・#]+[ \\t\\u3000]+)?(\\*\\*|__)?";
const afterMark = "(?:\\*\\*|__)?[:：]?(?:[ \\t\\u3000]+(?:\\*\\*|__)(?=\\s))?[ \\t\\u3000]*";
const doubleAtStart = new RegExp(`${lineStart}${open}{2}\\s*${number}\\s*${close}{1,2}${afterMark}`, "gu");
const singleAtStart = new RegExp(`${lineStart}${open}\\s*${number}\\s*${close}${afterMark}`, "gu");
const doubleAnywhere = new RegExp(`()${open}{2}\\s*${number}\\s*${close}{2}${afterMark}`, "gu");
const anyBreakMark = new RegExp(`[ \\u3000]*${open}{2}\\s*[/／]\\s*${close}{2}[ \\u3000]*`, "gu");

/**
 * Writes one block for a model, and the form in which it answers: `[[3]] text`, one line a block. Line breaks inside the
 * text become `[[/]]`, except those that only wrap a line in the middle of a sentence.
 * @param blockNumber counted from 1 within a step
 */
export function formatNumberedBlock(blockNumber: number, text: string): string {
  return `[[${blockNumber}]] ${formatBlockText(text)}`;
}

/** The text of an entry without its number. */
export function formatBlockText(text: string): string {
  const trimmed = text.trim();
  return splitSentences(trimmed)
    .map(({ start, end }) => {
      const sentence = trimmed.slice(start, end);
      const words = sentence.trimEnd();
      const wrapped = words.replace(lineBreak, (_, offset: number) =>
        /[\w,;]/.test(words[offset - 1] ?? "") ? " " : "",
      );
      return wrapped + sentence.slice(words.length).replace(lineBreak, ` ${breakMark} `);
    })
    .join("");
}

export interface NumberedBlocks {
  /**
   * Text of block n at n - 1, `[[/]]` turned into line breaks; undefined when there is no entry of that number, or when
   * there are two that differ, so that nobody knows which block the second belongs to.
   */
  texts: (string | undefined)[];
  /** Numbers that came more than once. */
  doubled: number[];
  /** Numbers of no block. */
  unknown: number[];
}

/**
 * Reads an answer in the form of `formatNumberedBlock`, as models really write it: full-width brackets and digits, single
 * brackets, bold or listed marks, any order, several entries on a line, thinking and prefaces before, remarks and code
 * fences around. With one block, an answer without any mark is its text, unless it declines (I cannot …).
 * @param count blocks of the step
 */
export function parseNumberedBlocks(answer: string, count: number): NumberedBlocks {
  const text = withoutWrapping(answer);
  const entries = entriesOf(withoutRemark(text), count);
  const result: NumberedBlocks = {
    texts: new Array<string | undefined>(count).fill(undefined),
    doubled: [],
    unknown: [],
  };
  if (entries.length === 0) {
    const whole = withBreaks(withoutPreface(text));
    if (count === 1 && whole !== "" && !isRefusal(whole)) result.texts[0] = whole;
    return result;
  }
  const seen = new Map<number, string>();
  for (const entry of entries) {
    const words = withBreaks(entry.text);
    const before = seen.get(entry.number);
    if (entry.number < 1 || entry.number > count) result.unknown.push(entry.number);
    else if (before === undefined || before === "") {
      seen.set(entry.number, words);
      result.texts[entry.number - 1] = words;
    } else if (words !== "") {
      result.doubled.push(entry.number);
      if (words !== before) result.texts[entry.number - 1] = undefined;
    }
  }
  return result;
}

interface Entry {
  number: number;
  text: string;
}

interface Mark {
  number: number;
  start: number;
  end: number;
  /** The mark was opened in bold, and the bold goes on behind it. */
  bold: boolean;
}

function entriesOf(text: string, count: number): Entry[] {
  let marks = marksIn(text, doubleAtStart);
  if (marks.length === 0) {
    const single = marksIn(text, singleAtStart);
    // [1] at the start of a line is a reference as often as a number of ours: only a clean sequence is believed.
    if (single.length > 0 && single.every((mark, index) => mark.number === index + 1 && mark.number <= count))
      marks = single;
  }
  marks = withMarksInLines(text, marks, count);
  return marks.map((mark, index) => {
    let words = text.slice(mark.end, marks[index + 1]?.start ?? text.length);
    if (mark.bold) words = words.replace(/(?:\*\*|__)\s*$/, "");
    return { number: mark.number, text: words };
  });
}

/** Adds marks inside lines: of numbers that stand at no start of a line and that come in their order there. */
function withMarksInLines(text: string, marks: Mark[], count: number): Mark[] {
  const atStart = new Set(marks.map(({ number }) => number));
  if (atStart.size >= count) return marks;
  const starts = new Set(marks.map(({ start, end }) => `${start}-${end}`));
  const all = [...marks];
  for (const mark of marksIn(text, doubleAnywhere)) {
    if (atStart.has(mark.number) || starts.has(`${mark.start}-${mark.end}`) || mark.number > count) continue;
    const before = all.filter(({ start }) => start < mark.start).at(-1);
    const after = all.find(({ start }) => start > mark.start);
    if ((before?.number ?? 0) < mark.number && mark.number < (after?.number ?? Infinity)) {
      all.push(mark);
      all.sort((one, other) => one.start - other.start);
      atStart.add(mark.number);
    }
  }
  return all;
}

function marksIn(text: string, pattern: RegExp): Mark[] {
  return [...text.matchAll(pattern)].map((match) => {
    const bold = match[1] ?? "";
    return {
      number: Number((match[2] ?? "").normalize("NFKC")),
      start: match.index,
      end: match.index + match[0].length,
      bold: bold !== "" && match[0].indexOf(bold) === match[0].lastIndexOf(bold),
    };
  });
}

function withBreaks(text: string): string {
  return text
    .trim()
    .replace(anyBreakMark, "\n")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .trim();
}
