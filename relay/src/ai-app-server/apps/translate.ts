import { translate } from "@genai-office/shared/tasks";
import type { TermPair } from "@genai-office/shared/vocabulary";
import { CitedSources } from "../answer/cited-sources";
import { statementMarkdown } from "../answer/statement-markdown";
import { AppRefusal } from "../app-refusal";
import { confirmedField, filesField, instructionField, longestText } from "../form/common-fields";
import type { FormDefinition } from "../form/form-definition";
import { readSources } from "../inputs/read-sources";
import { linesOf } from "../inputs/source-document";
import { say } from "../texts/say";
import { withAnswer, type AiApp } from "./ai-app";

const form: FormDefinition = {
  input_text: {
    title: "翻訳する文章",
    desc: "ここに貼り付けるか、下でファイルを選んでください。",
    type: "textarea",
    max_length: longestText,
  },
  files: filesField("翻訳するファイル"),
  direction: {
    title: "翻訳の向き",
    type: "select",
    items: [
      { title: "日本語から英語", value: "ja-en" },
      { title: "英語から日本語", value: "en-ja" },
    ],
    default_value: "ja-en",
  },
  terms: {
    title: "用語",
    desc: "必ず使う訳語を、1行に1つ「もとの言葉=訳語」の形で書いてください。",
    type: "textarea",
    max_length: 10_000,
  },
  instruction: instructionField,
  confirmed: confirmedField,
};

/** 翻訳: of pasted text and files, Japanese to English or back, paragraph by paragraph. */
export const translateApp: AiApp = {
  task: "translate",
  form,
  async read(filled, files) {
    const documents = await readSources(filled.text("input_text"), files);
    const [from, to] = filled.choice("direction") === "en-ja" ? (["en", "ja"] as const) : (["ja", "en"] as const);
    const terms = termsOf(filled.text("terms"));
    const instruction = filled.text("instruction").trim();
    return {
      documents,
      words: [instruction, ...terms.flatMap(({ source, target }) => [source, target])],
      names: [],
      start: ({ runner, signal, ...context }) =>
        withAnswer(
          translate(
            {
              ...context,
              blocks: documents.flatMap(({ blocks }) => blocks),
              from,
              to,
              terms,
              ...(instruction === "" ? {} : { instruction }),
            },
            runner,
            { signal },
          ),
          ({ text, findings }) => {
            const cited = new CitedSources();
            return { body: statementMarkdown(text, [], cited), cited, findings };
          },
        ),
    };
  },
};

/** @throws AppRefusal "bad-request" that shows the line */
function termsOf(text: string): TermPair[] {
  return linesOf(text)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, source, target] = /^\s*([^=＝\t]+?)\s*[=＝\t]\s*(\S.*?)\s*$/.exec(line) ?? [];
      if (source === undefined || target === undefined)
        throw new AppRefusal("bad-request", say("refusal.terms", { field: form["terms"]!.title, line }));
      return { source, target };
    });
}
