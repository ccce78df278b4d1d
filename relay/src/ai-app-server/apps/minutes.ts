import { minutes, speakerOf } from "@genai-office/shared/tasks";
import type { Block, Statement } from "@genai-office/shared/vocabulary";
import { CitedSources } from "../answer/cited-sources";
import { statementMarkdown } from "../answer/statement-markdown";
import { AppRefusal } from "../app-refusal";
import { confirmedField, filesField, instructionField, longestText } from "../form/common-fields";
import type { FormDefinition } from "../form/form-definition";
import { readSources } from "../inputs/read-sources";
import type { SourceDocument } from "../inputs/source-document";
import { say } from "../texts/say";
import { withAnswer, type AiApp } from "./ai-app";

const form: FormDefinition = {
  input_text: {
    title: "発言の記録",
    desc: "「山田委員：…」「○事務局（佐藤課長）　…」のように、発言ごとに改行し、初めに発言者を書いてください。",
    type: "textarea",
    max_length: longestText,
  },
  files: filesField("発言の記録のファイル"),
  title: { title: "会議の名前", desc: "見出しに使います。モデルには送りません。", type: "text", max_length: 200 },
  date: {
    title: "会議の日",
    desc: "2026-04-01 の形。「来週の金曜日」などを日付に直すために使います。",
    type: "text",
    max_length: 10,
  },
  instruction: instructionField,
  confirmed: confirmedField,
};

/** 議事録: topics, decisions and what is to do, from a transcript. */
export const minutesApp: AiApp = {
  task: "minutes",
  form,
  async read(filled, files) {
    const documents = (await readSources(filled.text("input_text"), files)).map(asUtterances);
    const title = filled.text("title").trim();
    const date = dateOf(filled.text("date").trim());
    const instruction = filled.text("instruction").trim();
    return {
      documents,
      words: [instruction],
      names: [title],
      start: ({ runner, signal, ...context }) =>
        withAnswer(
          minutes(
            {
              ...context,
              blocks: documents.flatMap(({ blocks }) => blocks),
              ...(title === "" ? {} : { title }),
              ...(date === "" ? {} : { date }),
              ...(instruction === "" ? {} : { instruction }),
            },
            runner,
            { signal },
          ),
          ({ text, topics, decisions, actions, findings }) => {
            const statements: Statement[] = [
              ...topics.flatMap(({ discussion }) => discussion),
              ...decisions,
              ...actions.map(({ task }) => task),
            ];
            const cited = new CitedSources();
            return { body: statementMarkdown(text, statements, cited, findings), cited, findings };
          },
        ),
    };
  },
};

/** Lines as utterances: one that names nobody goes on with what the line before it says. */
function asUtterances(document: SourceDocument): SourceDocument {
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    const last = blocks.at(-1);
    if (last !== undefined && speakerOf(last) !== "" && speakerOf(block) === "") last.text += `\n${block.text}`;
    else blocks.push({ ...block, kind: "utterance" });
  }
  return { ...document, blocks };
}

/** @throws AppRefusal "bad-request" for what is no date */
function dateOf(text: string): string {
  if (text === "") return "";
  const date = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return text;
  throw new AppRefusal("bad-request", say("refusal.date", { field: form["date"]!.title }));
}
