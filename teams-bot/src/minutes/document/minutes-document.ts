import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, type Table } from "docx";
import { createTableTranslator } from "@genai-office/shared/i18n";
import { withoutForbiddenCharacters } from "@genai-office/shared/ooxml";
import { steadyPackage } from "@genai-office/shared/ooxml/package";
import { citedWords, pointsToCheck, struckLines } from "./annexes";
import type { MinutesDocumentRequest } from "./document-request";
import { documentTexts } from "./document-texts";
import { heading, words } from "./document-parts";
import { LineReferences } from "./line-references";
import { meetingHead } from "./meeting-head";
import { page, pageFooter, pageHeader, stylesFor } from "./page-frame";
import { actions, decisions, discussion } from "./proceedings";
import { doubtedLines } from "./unconfirmed-lines";

const titles = { full: "titleFull", summary: "titleSummary", decisions: "titleDecisions" } as const;
/** Stands in the properties when nobody says when the job was. */
const anyTime = new Date("2000-01-01T00:00:00Z");

/**
 * The minutes as a Word file in a ministry's form: head (日時, 場所, 出席者, 議題; 「（記入してください）」 where it is not known),
 * 議事 by topic, 決定事項, 宿題事項 with 担当 and 期限, what to check, and as annexes the lines that were taken out and the
 * utterances that the others rest on. Every page says that it is a draft of generative AI and carries the mark of the source.
 * The same request gives the same bytes.
 */
export async function minutesDocument(request: MinutesDocumentRequest): Promise<Uint8Array> {
  const { form = "full", language = "ja", result, models, mark } = request;
  const translate = createTableTranslator(documentTexts, language);
  const references = new LineReferences(request.utterances, translate);
  const context = { request, references, doubted: doubtedLines(result), translate };
  const meeting = meetingName(request.title) || translate("unnamedMeeting");
  const title = withoutForbiddenCharacters(translate(titles[form], { meeting }));
  const names = models.join(translate("between"));
  const draft = names === "" ? translate("draft") : translate("draftBy", { models: names });
  const body: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: words(title) }),
    notice(names === "" ? translate("noticeUnnamed") : translate("notice", { models: names })),
    meetingHead(request, translate),
    ...(form === "decisions" ? [] : discussion(context)),
    ...decisions(context),
    ...actions(context),
    ...pointsToCheck(request, translate),
  ];
  let annex = 0;
  const addAnnex = (name: string, content: (Paragraph | Table)[]): void => {
    if (content.length === 0) return;
    annex += 1;
    body.push(heading(translate("annex", { number: annex, title: name }), 1, true), ...content);
  };
  addAnnex(translate("struck"), struckLines(request, references, translate));
  addAnnex(translate("sources"), citedWords(references, translate));
  // Word wants a paragraph behind the last table.
  body.push(new Paragraph({ children: [] }));
  const document = new Document({
    title,
    description: withoutForbiddenCharacters(draft),
    creator: "",
    lastModifiedBy: "",
    styles: stylesFor(language),
    sections: [
      {
        properties: page,
        headers: { default: pageHeader(draft, mark) },
        footers: { default: pageFooter(documentTexts[language].page) },
        children: body,
      },
    ],
  });
  return steadyPackage(new Uint8Array(await Packer.toArrayBuffer(document)), request.created ?? anyTime);
}

/** The name of a meeting from the name of its file: without ending, and without the word for what this document is. */
function meetingName(title: string): string {
  return title
    .trim()
    .replace(/\.(?:vtt|srt|docx|txt|jsonl?|csv|xml)$/iu, "")
    .replace(/[\s\u3000_－-]*(?:議事録|議事要旨)$/u, "")
    .trim();
}

/** In a box below the title: nobody takes the draft for the minutes. */
function notice(text: string): Paragraph {
  const side = { style: BorderStyle.SINGLE, size: 6, space: 4, color: "000000" } as const;
  // A 「。」 that hangs out of its line has room before the border; points, and the indent in twentieths of them.
  const right = { ...side, space: 14 } as const;
  return new Paragraph({
    border: { top: side, bottom: side, left: side, right },
    indent: { left: 100, right: 300 },
    spacing: { after: 200 },
    children: words(text, { bold: true }),
  });
}
