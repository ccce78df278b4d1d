import {
  AlignmentType,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IDocumentDefaultsOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
} from "docx";
import type { TaskLanguage } from "@genai-office/shared/vocabulary";
import { textWidth, words } from "./document-parts";

/** Fonts that every Windows and Mac Word in Japan has; what is missing is replaced by the nearest Mincho or Gothic. */
const serif = { ascii: "ＭＳ 明朝", hAnsi: "ＭＳ 明朝", eastAsia: "ＭＳ 明朝", cs: "Times New Roman" } as const;
const sans = { ascii: "ＭＳ ゴシック", hAnsi: "ＭＳ ゴシック", eastAsia: "ＭＳ ゴシック", cs: "Arial" } as const;
const latinSerif = { ...serif, ascii: "Times New Roman", hAnsi: "Times New Roman" } as const;
const latinSans = { ...sans, ascii: "Arial", hAnsi: "Arial" } as const;
/** Millimetres in twentieths of a point. */
const margin = 1418;

/** A4 upright with margins of 25 mm. */
export const page: ISectionPropertiesOptions = {
  page: {
    size: { width: 11906, height: 16838 },
    margin: { top: margin, right: margin, bottom: margin, left: margin, header: 720, footer: 720 },
  },
};

/** Mincho for the words, Gothic for headings, black: what a ministry's documents look like. */
export function stylesFor(language: TaskLanguage): IStylesOptions {
  const [body, head] = language === "ja" ? [serif, sans] : [latinSerif, latinSans];
  const lang = { value: language === "ja" ? "ja-JP" : "en-US", eastAsia: "ja-JP" };
  const black = { font: head, color: "000000", bold: true, italics: false } as const;
  const defaults: IDocumentDefaultsOptions = {
    run: { font: body, size: 21, language: lang },
    paragraph: { spacing: { line: 300 } },
  };
  return {
    default: {
      document: defaults,
      title: {
        run: { ...black, size: 32 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 240 } },
      },
      heading1: { run: { ...black, size: 24 }, paragraph: { spacing: { before: 300, after: 100 } } },
      heading2: { run: { ...black, size: 21 }, paragraph: { spacing: { before: 180, after: 60 } } },
    },
  };
}

/** On every page: that it is a draft, on the left, and the mark of the source, on the right. */
export function pageHeader(draft: string, mark: string): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          ...words(draft, { size: 18 }),
          ...(mark === "" ? [] : [new TextRun({ text: "\t" }), ...words(mark, { bold: true, size: 24 })]),
        ],
      }),
    ],
  });
}

/** @param form text with `{page}` where the number stands */
export function pageFooter(form: string): Footer {
  const [before = "", after = ""] = form.split("{page}");
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [before, PageNumber.CURRENT, after] })],
      }),
    ],
  });
}
