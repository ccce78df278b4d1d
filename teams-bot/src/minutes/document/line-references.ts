import { BookmarkEnd, BookmarkStart, InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from "docx";
import type { TableTranslator } from "@genai-office/shared/i18n";
import { citedUtterances, type CitedUtterance } from "@genai-office/shared/tasks";
import type { Block, Statement } from "@genai-office/shared/vocabulary";
import type { DocumentKey } from "./document-texts";
import { words } from "./document-parts";

/** References of a document's lines to the utterances that they rest on; remembers which were cited, for the annex. */
export class LineReferences {
  readonly of: (line: Pick<Statement, "sources">) => CitedUtterance[];
  private readonly seen = new Map<number, CitedUtterance>();

  constructor(
    utterances: readonly Block[],
    private readonly translate: TableTranslator<DocumentKey>,
  ) {
    this.of = citedUtterances(utterances);
  }

  /** Everything that was cited so far, in the order of the meeting. */
  get cited(): CitedUtterance[] {
    return [...this.seen.values()].sort((a, b) => a.number - b.number);
  }

  /** 「［発言12・00:12:05、発言13・00:12:30］」, each a link into the annex. Nothing for a line that rests on nothing. */
  links(line: Pick<Statement, "sources">): ParagraphChild[] {
    const cited = this.of(line);
    for (const utterance of cited) this.seen.set(utterance.number, utterance);
    if (cited.length === 0) return [];
    const small = { size: 16, color: "404040" } as const;
    return [
      new TextRun({ ...small, text: "［" }),
      ...cited.flatMap((utterance, index): ParagraphChild[] => [
        ...(index === 0 ? [] : words(this.translate("between"), small)),
        new InternalHyperlink({ anchor: anchorOf(utterance), children: words(this.textOf(utterance), small) }),
      ]),
      new TextRun({ ...small, text: "］" }),
    ];
  }

  /** The same in plain words, for cells that are narrow. */
  text(line: Pick<Statement, "sources">): string {
    const cited = this.of(line);
    for (const utterance of cited) this.seen.set(utterance.number, utterance);
    return cited.map((utterance) => this.textOf(utterance)).join("\n");
  }

  private textOf({ number, time }: CitedUtterance): string {
    // Numbers of utterances are names: no separators.
    const values = { number: String(number), time };
    return time === "" ? this.translate("reference", values) : this.translate("referenceAt", values);
  }
}

/** The number of an utterance in the annex, which links lead to. */
export function anchored(utterance: CitedUtterance): Paragraph {
  return new Paragraph({
    children: [
      new BookmarkStart(anchorOf(utterance), utterance.number),
      ...words(String(utterance.number)),
      new BookmarkEnd(utterance.number),
    ],
  });
}

function anchorOf({ number }: CitedUtterance): string {
  return `utterance${number}`;
}
