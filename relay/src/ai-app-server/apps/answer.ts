import { answer } from "@genai-office/shared/tasks";
import { CitedSources } from "../answer/cited-sources";
import { statementMarkdown } from "../answer/statement-markdown";
import { confirmedField, filesField, instructionField, longestText } from "../form/common-fields";
import type { FormDefinition } from "../form/form-definition";
import { readSources } from "../inputs/read-sources";
import { withAnswer, type AiApp } from "./ai-app";

const form: FormDefinition = {
  question: { title: "問い", type: "textarea", required: true, max_length: 5_000 },
  input_text: {
    title: "資料",
    desc: "答えのもとになる文章。ここに貼り付けるか、下でファイルを選んでください。",
    type: "textarea",
    max_length: longestText,
  },
  files: filesField("資料のファイル"),
  form: {
    title: "答えの形",
    type: "select",
    items: [
      { title: "職員への回答", value: "plain" },
      { title: "国会答弁の形", value: "diet" },
    ],
    default_value: "plain",
  },
  instruction: instructionField,
  confirmed: confirmedField,
};

/** 回答案: to a question, from the materials given and nothing else. */
export const answerApp: AiApp = {
  task: "answer",
  form,
  async read(filled, files) {
    const question = filled.requiredText("question");
    const documents = await readSources(filled.text("input_text"), files);
    const shape = filled.choice("form") === "diet" ? "diet" : "plain";
    const instruction = filled.text("instruction").trim();
    return {
      documents,
      words: [question, instruction],
      names: [],
      start: ({ runner, signal, ...context }) =>
        withAnswer(
          answer(
            {
              ...context,
              blocks: documents.flatMap(({ blocks }) => blocks),
              question,
              form: shape,
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
