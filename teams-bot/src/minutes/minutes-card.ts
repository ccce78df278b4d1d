import type { TableTranslator } from "@genai-office/shared/i18n";
import { dateText } from "./document/meeting-head";
import type { MeetingRecord } from "./meeting-record";
import type { MinutesKey } from "./minutes-texts";

/** Lines of each list; a card of Teams has 28 kB, and nobody reads more in a chat. */
const mostLines = 10;
/** Characters of a line. */
const longestLine = 200;

interface CardElement {
  type: string;
  [property: string]: unknown;
}

/**
 * Finished minutes as an Adaptive Card 1.5: decisions, action items with owner and date, what to check, and the way to the
 * whole. Texts are shown as they are: nothing of them is read as Markdown.
 * @param link to the tab with this job; undefined where there is none
 */
export function minutesCard(
  record: MeetingRecord,
  text: TableTranslator<MinutesKey>,
  link: string | undefined,
): object {
  const { result, title, date, mark, models, problems } = record;
  const language = record.language ?? "ja";
  const between = text("between");
  const facts = [
    ...(date === undefined ? [] : [{ title: text("date"), value: dateText(date, language) }]),
    ...(result.speakers.length === 0
      ? []
      : [{ title: text("speakers"), value: asWritten(cut(result.speakers.join(between))) }]),
  ];
  const topics = result.topics.map((topic) => topic.title).filter((name) => name !== "");
  const notes = [
    ...(result.unsupported.length === 0 ? [] : [text("struck", { count: result.unsupported.length })]),
    ...(result.findings.length === 0 ? [] : [text("findings", { count: result.findings.length })]),
    ...(record.unnamed === true ? [text("unnamed")] : []),
    ...(problems === 0 ? [] : [text("problems", { count: problems })]),
  ];
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    msteams: { width: "Full" },
    fallbackText: text("heading", { meeting: title }),
    body: [
      ...(mark === "" ? [] : [block(mark, { weight: "Bolder", color: "Attention" })]),
      block(text("heading", { meeting: title }), { weight: "Bolder", size: "Medium", style: "heading" }),
      block(text("label", { models: models.join(between) }), { isSubtle: true }),
      ...(facts.length === 0 ? [] : [{ type: "FactSet", facts }]),
      ...(topics.length === 0 ? [] : list(text("topics"), topics, text)),
      ...list(
        text("decisions"),
        result.decisions.map((decision) => decision.text),
        text,
      ),
      ...list(
        text("actions"),
        result.actions.map(({ task, owner, due }) => text("action", { task: task.text, owner, due })),
        text,
      ),
      ...notes.map((note) => block(note, { color: "Warning" })),
    ],
    ...(link === undefined ? {} : { actions: [{ type: "Action.OpenUrl", title: text("openTab"), url: link }] }),
  };
}

function list(name: string, lines: readonly string[], text: TableTranslator<MinutesKey>): CardElement[] {
  const shown = lines.slice(0, mostLines).map((line) => `・${cut(line)}`);
  const left = lines.length - shown.length;
  return [
    block(name, { weight: "Bolder", spacing: "Medium", style: "heading" }),
    ...(shown.length === 0 ? [text("none")] : shown).map((line) => block(line, { spacing: "Small" })),
    ...(left > 0 ? [block(text("more", { count: left }), { spacing: "Small", isSubtle: true })] : []),
  ];
}

function block(words: string, look: Record<string, unknown>): CardElement {
  return { type: "TextBlock", text: asWritten(words), wrap: true, ...look };
}

/** Words of people in a TextBlock, which reads a part of Markdown: lists, emphasis, links. */
export function asWritten(words: string): string {
  return words.replace(/[\\`*_[\]]/gu, "\\$&").replace(/^(\s*)([-+#>]|\d+[.)])(?=\s)/gmu, "$1\\$2");
}

function cut(line: string): string {
  const characters = [...new Intl.Segmenter("ja").segment(line)];
  if (characters.length <= longestLine) return line;
  return `${characters
    .slice(0, longestLine - 1)
    .map(({ segment }) => segment)
    .join("")}…`;
}
