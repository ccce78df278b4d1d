import { Paragraph, type Table } from "docx";
import type { TableTranslator } from "@genai-office/shared/i18n";
import type { Statement } from "@genai-office/shared/vocabulary";
import type { MinutesDocumentRequest } from "./document-request";
import type { DocumentKey } from "./document-texts";
import { heading, listTable, paragraph, words } from "./document-parts";
import type { LineReferences, Told } from "./line-references";

export interface ProceedingsContext {
  request: MinutesDocumentRequest;
  references: LineReferences;
  doubted: ReadonlySet<Statement>;
  translate: TableTranslator<DocumentKey>;
}

/** A line that hangs behind its mark. */
const hanging = { left: 420, hanging: 210 } as const;

/** Speech by topic: with who spoke and when in the full form, without names in the summary. */
export function discussion({ request, references, doubted, translate }: ProceedingsContext): Paragraph[] {
  const { result, form = "full", language = "ja" } = request;
  const out = [heading(translate(form === "full" ? "proceedings" : "mainViews"), 1)];
  const topics = result.topics.filter(({ discussion: lines }) => lines.length > 0);
  if (topics.length === 0) return [...out, paragraph(translate("noProceedings"))];
  let number = 0;
  for (const { title, discussion: lines } of topics) {
    if (title !== "") number += 1;
    const name = title === "" ? translate("otherTopic") : `（${number}）${title}`;
    if (title !== "" || topics.length > 1)
      out.push(heading(language === "ja" ? name : name.replace(/^（(\d+)）/, "$1. "), 2));
    for (const line of lines) {
      const before = form === "full" ? speakersOf(line) : language === "ja" ? "○ " : "- ";
      out.push(lineOf(line, words(before, { bold: form === "full" })));
    }
  }
  return out;

  function lineOf(line: Statement, before: ReturnType<typeof words>): Paragraph {
    return new Paragraph({
      indent: hanging,
      children: [
        ...before,
        ...words(line.text),
        ...mark(line, doubted, translate),
        ...references.links(line, form === "full" ? "number" : "when"),
      ],
    });
  }

  function speakersOf(line: Statement): string {
    const cited = references.of(line);
    const speakers = [...new Set(cited.map(({ speaker }) => speaker).filter((name) => name !== ""))].join(
      translate("between"),
    );
    const time = cited[0]?.time ?? "";
    if (speakers === "") return time === "" ? `○${translate("unnamedSpeaker")}　` : translate("unnamedAt", { time });
    return time === "" ? translate("speakerOnly", { speakers }) : translate("speakerAt", { speakers, time });
  }
}

/** 決定事項, each with its utterances. */
export function decisions({ request, references, doubted, translate }: ProceedingsContext): Paragraph[] {
  const lines = request.result.decisions;
  const bullet = request.language === "en" ? "- " : "○ ";
  return [
    heading(translate("decisions"), 1),
    ...(lines.length === 0 ? [paragraph(translate("none"))] : []),
    ...lines.map(
      (line) =>
        new Paragraph({
          indent: hanging,
          children: [
            ...words(bullet),
            ...words(line.text),
            ...mark(line, doubted, translate),
            ...references.links(line, toldBy(request)),
          ],
        }),
    ),
  ];
}

/** 宿題事項 with 担当 and 期限, as the task found them or 「未定」. */
export function actions({ request, references, doubted, translate }: ProceedingsContext): (Paragraph | Table)[] {
  const { actions: list } = request.result;
  if (list.length === 0) return [heading(translate("actions"), 1), paragraph(translate("none"))];
  const heads = (["number", "task", "owner", "due", "basis"] as const).map((key) => translate(key));
  return [
    heading(translate("actions"), 1),
    listTable(
      heads,
      [650, 3820, 1500, 1600, 1500],
      list.map(({ task, owner, due }, index) => [
        [paragraph(String(index + 1))],
        [new Paragraph({ children: [...words(task.text), ...mark(task, doubted, translate)] })],
        [paragraph(owner)],
        [paragraph(due)],
        [paragraph(references.text(task, toldBy(request)), { size: 16 })],
      ]),
    ),
  ];
}

/** In 議事要旨 nobody is named. */
function toldBy({ form }: MinutesDocumentRequest): Told {
  return form === "summary" ? "when" : "who and when";
}

function mark(
  line: Statement,
  doubted: ReadonlySet<Statement>,
  translate: TableTranslator<DocumentKey>,
): ReturnType<typeof words> {
  return doubted.has(line) ? words(translate("unconfirmed"), { bold: true, color: "C00000" }) : [];
}
