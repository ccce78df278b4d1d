import type { Paragraph, Table } from "docx";
import { createTranslator, findingText, type TableTranslator } from "@genai-office/shared/i18n";
import type { MinutesDocumentRequest } from "./document-request";
import type { DocumentKey } from "./document-texts";
import { heading, listTable, paragraph } from "./document-parts";
import { linesAt } from "./unconfirmed-lines";
import { anchored, type LineReferences } from "./line-references";

/** What the guards saw of the lines that stayed, in words; each once, with the line that it concerns. */
export function pointsToCheck(
  { result, language = "ja" }: MinutesDocumentRequest,
  translate: TableTranslator<DocumentKey>,
): Paragraph[] {
  const t = createTranslator(language);
  const lineAt = linesAt(result);
  // Lines that were struck have an annex of their own.
  const findings = result.findings.filter(({ code, severity }) => code !== "line-unsupported" && severity !== "info");
  const points = findings.map((finding) => {
    const text = findingText(t, finding);
    const line = lineAt(finding.output);
    return line === undefined ? text : translate("pointOfLine", { line: line.text, text });
  });
  return points.length === 0
    ? []
    : [
        heading(translate("toCheck"), 1),
        ...[...new Set(points)].map((text) => paragraph(`${language === "ja" ? "・" : "- "}${text}`)),
      ];
}

/** Lines that were taken out, with the reason and what they cited, so that a person can decide. */
export function struckLines(
  { result, language = "ja" }: MinutesDocumentRequest,
  references: LineReferences,
  translate: TableTranslator<DocumentKey>,
): (Paragraph | Table)[] {
  if (result.unsupported.length === 0) return [];
  const t = createTranslator(language);
  return [
    paragraph(translate("struckNotice")),
    listTable(
      (["struckSection", "struckLine", "struckReason", "basis"] as const).map((key) => translate(key)),
      [1300, 3770, 2500, 1500],
      result.unsupported.map(({ section, statement, reason }) => [
        [paragraph(translate(section))],
        [paragraph(statement.text)],
        [paragraph(t(`evidence.${reason}`))],
        [paragraph(references.text(statement, "who and when"), { size: 16 })],
      ]),
    ),
  ];
}

/** The utterances that lines point to: number, who, when, and what was said. */
export function citedWords(references: LineReferences, translate: TableTranslator<DocumentKey>): (Paragraph | Table)[] {
  const { cited } = references;
  if (cited.length === 0) return [];
  return [
    paragraph(translate("sourcesNotice")),
    listTable(
      (["number", "speaker", "when", "words"] as const).map((key) => translate(key)),
      [750, 1700, 1150, 5470],
      cited.map((utterance) => [
        [anchored(utterance)],
        [paragraph(utterance.speaker === "" ? translate("unnamedSpeaker") : utterance.speaker, { size: 18 })],
        [paragraph(utterance.time, { size: 18 })],
        [paragraph(utterance.text, { size: 18 })],
      ]),
    ),
  ];
}
