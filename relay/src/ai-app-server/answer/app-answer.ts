import { hiddenFindings } from "@genai-office/shared/guards";
import { findingText, createTranslator } from "@genai-office/shared/i18n";
import type { Finding, ModelCard, TaskName } from "@genai-office/shared/vocabulary";
import { placeOfBlock, type SourceDocument } from "../inputs/source-document";
import { say } from "../texts/say";
import type { CitedSources } from "./cited-sources";
import { escapeMarkdown } from "./escape-markdown";

/** What a task has to say, before it is laid out. */
export interface AppAnswer {
  /** Markdown, citation marks in it. */
  body: string;
  /** What the marks point to. */
  cited: CitedSources;
  findings: readonly Finding[];
}

/** What is told about how an answer came to be. */
export interface AnswerOrigin {
  task: TaskName;
  /** The model that was chosen. */
  card: ModelCard;
  /** Models that answered in its place, in order. */
  switches: readonly { from: ModelCard | undefined; to: ModelCard | undefined }[];
  /** What the answer inherits of its sources, "" for unmarked ones. */
  mark: string;
  documents: readonly SourceDocument[];
}

const translate = createTranslator("ja");
/** Of a source so much is shown that one recognises it. */
const beginningCharacters = 40;

/** `outputs` of an AI app: the label, the answer, what has to be looked at, and what it rests on. */
export function answerMarkdown(answer: AppAnswer, origin: AnswerOrigin): string {
  const sections = [
    label(origin),
    answer.body,
    findings(
      [...answer.findings, ...hiddenFindings(origin.documents.flatMap(({ hidden = [] }) => hidden))],
      origin.documents,
    ),
    sources(answer.cited, origin.documents),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function label({ task, card, switches, mark }: AnswerOrigin): string {
  const last = switches.reduce((answered, { to }) => to ?? answered, card);
  const offline = last.contract === "offline";
  const lines = [
    `**${say(offline ? "label.draftOffline" : "label.draft", { task: say(taskKey(task)), model: modelName(last) })}**`,
    ...(offline ? [say("label.offline")] : []),
    ...switches.flatMap(({ from, to }) =>
      from === undefined || to === undefined
        ? []
        : [say("label.switched", { from: modelName(from), to: modelName(to) })],
    ),
    say("label.check"),
  ];
  // The mark goes with the answer: what is made of class 2 is class 2.
  const inherited = mark === "" ? "" : `${escapeMarkdown(mark)}\n\n`;
  return inherited + lines.map((line) => `> ${line}`).join("\n>\n");
}

function modelName(card: ModelCard): string {
  return escapeMarkdown(card.name.ja);
}

function taskKey(task: TaskName) {
  if (task === "research" || task === "ask" || task === "chat" || task === "thread")
    throw new Error(`${task} is no AI app of this relay`);
  return `task.${task}` as const;
}

function findings(all: readonly Finding[], documents: readonly SourceDocument[]): string {
  const lines = all.map((finding) => {
    const text = escapeMarkdown(findingText(translate, finding));
    const place = placeOfFinding(finding, documents);
    return `- ${place === undefined ? text : say("findings.place", { text, place: escapeMarkdown(place) })}`;
  });
  const text = lines.length === 0 ? say("findings.none") : lines.join("\n");
  return `### ${say("heading.findings")}\n\n${text}`;
}

/** The paragraph a finding is about, when there is just one. */
function placeOfFinding({ source = [] }: Finding, documents: readonly SourceDocument[]): string | undefined {
  const ids = [...new Set(source.map(({ blockId }) => blockId))];
  return ids.length === 1 ? placeOfBlock(documents, ids[0]!)?.place : undefined;
}

function sources(cited: CitedSources, documents: readonly SourceDocument[]): string {
  const lines = cited.ids.flatMap((id, index) => {
    const found = placeOfBlock(documents, id);
    if (found === undefined) return [];
    return [`- \\[${index + 1}\\] ${escapeMarkdown(found.place)}「${escapeMarkdown(beginning(found.text))}」`];
  });
  return lines.length === 0 ? "" : `### ${say("heading.sources")}\n\n${lines.join("\n")}`;
}

function beginning(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const characters = [...flat];
  return characters.length > beginningCharacters ? `${characters.slice(0, beginningCharacters).join("")}…` : flat;
}
