import { summarize } from "@genai-office/shared/tasks";
import type { SummaryLength } from "@genai-office/shared/vocabulary";
import { CitedSources } from "../answer/cited-sources";
import { statementMarkdown } from "../answer/statement-markdown";
import { confirmedField, filesField, instructionField, longestText } from "../form/common-fields";
import type { FormDefinition } from "../form/form-definition";
import { readSources } from "../inputs/read-sources";
import { withAnswer, type AiApp } from "./ai-app";

const form: FormDefinition = {
  input_text: {
    title: "要約する文章",
    desc: "ここに貼り付けるか、下でファイルを選んでください。両方あれば、合わせて要約します。",
    type: "textarea",
    max_length: longestText,
  },
  files: filesField("要約するファイル"),
  length: {
    title: "長さ",
    type: "select",
    items: [
      { title: "100字", value: "100" },
      { title: "300字", value: "300" },
      { title: "1枚程度", value: "page" },
      { title: "箇条書き（5項目）", value: "bullets" },
    ],
    default_value: "300",
  },
  instruction: instructionField,
  confirmed: confirmedField,
};

const bullets = 5;

/** 要約: of pasted text and files, to the length chosen. */
export const summarizeApp: AiApp = {
  task: "summarize",
  form,
  async read(filled, files) {
    const documents = await readSources(filled.text("input_text"), files);
    const instruction = filled.text("instruction").trim();
    const length = lengthOf(filled.choice("length"));
    return {
      documents,
      words: [instruction],
      names: [],
      start: ({ runner, signal, ...context }) =>
        withAnswer(
          summarize(
            {
              ...context,
              blocks: documents.flatMap(({ blocks }) => blocks),
              length,
              language: "ja",
              ...(instruction === "" ? {} : { instruction }),
            },
            runner,
            { signal },
          ),
          ({ text, statements, findings }) => {
            const cited = new CitedSources();
            return { body: statementMarkdown(text, statements, cited, findings), cited, findings };
          },
        ),
    };
  },
};

function lengthOf(choice: string): SummaryLength {
  if (choice === "page") return { kind: "page" };
  if (choice === "bullets") return { kind: "bullets", count: bullets };
  return { kind: "characters", characters: Number(choice) };
}
