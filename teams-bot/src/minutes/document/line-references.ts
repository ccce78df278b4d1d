import { BookmarkEnd, BookmarkStart, InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from "docx";
import type { TableTranslator } from "@genai-office/shared/i18n";
import { citedUtterances, type CitedUtterance } from "@genai-office/shared/tasks";
import type { Block, Statement } from "@genai-office/shared/vocabulary";
import type { DocumentKey } from "./document-texts";
import { words } from "./document-parts";

/** What a reference tells: in a summary nobody is named, and where a line begins with who and when, the number is enough. */
export type Told = "number" | "when" | "who and when";

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

  /**
   * 「［発言12・00:12:05、発言13・00:12:30］」, each a link into the annex. Nothing for a line that rests on nothing.
   * @param said what of an utterance is told beside its number
   */
  links(line: Pick<Statement, "sources">, said: Told): ParagraphChild[] {
    const cited = this.take(line);
    if (cited.length === 0) return [];
    const small = { size: 16, color: "404040" } as const;
    return [
      new TextRun({ ...small, text: "［" }),
      ...cited.flatMap((utterance, index): ParagraphChild[] => [
        ...(index === 0 ? [] : words(this.translate("between"), small)),
        new InternalHyperlink({
          anchor: anchorOf(utterance),
          children: words(this.partsOf(utterance, said).join("・"), small),
        }),
      ]),
      new TextRun({ ...small, text: "］" }),
    ];
  }

  /** The same one below the other, for cells that are narrow. */
  text(line: Pick<Statement, "sources">, said: Told): string {
    return this.take(line)
      .map((utterance) => this.partsOf(utterance, said).join("\n"))
      .join("\n");
  }

  private take(line: Pick<Statement, "sources">): CitedUtterance[] {
    const cited = this.of(line);
    for (const utterance of cited) this.seen.set(utterance.number, utterance);
    return cited;
  }

  private partsOf({ number, time, speaker }: CitedUtterance, said: Told): string[] {
    // Numbers of utterances are names: no separators.
    const reference = this.translate("reference", { number: String(number) });
    const parts = [reference, said === "who and when" ? speaker : "", said === "number" ? "" : time];
    return parts.filter((part) => part !== "");
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
