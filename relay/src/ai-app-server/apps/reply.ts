import { reply } from "@genai-office/shared/tasks";
import type { ReplyTone } from "@genai-office/shared/vocabulary";
import { CitedSources } from "../answer/cited-sources";
import { escapeMarkdown } from "../answer/escape-markdown";
import { confirmedField, filesField, longestText } from "../form/common-fields";
import type { FormDefinition } from "../form/form-definition";
import { readSources } from "../inputs/read-sources";
import { asOneBlock } from "../inputs/source-document";
import { say } from "../texts/say";
import { withAnswer, type AiApp } from "./ai-app";

const form: FormDefinition = {
  input_text: {
    title: "返信するメール",
    desc: "本文を貼り付けてください。引用された前のやり取りも一緒で構いません。",
    type: "textarea",
    max_length: longestText,
  },
  files: filesField("メールの本文のファイル"),
  intention: {
    title: "伝えたいこと",
    desc: "例：参加する。資料は来週送る。",
    type: "textarea",
    required: true,
    max_length: 5_000,
  },
  tone: {
    title: "丁寧さ",
    type: "select",
    items: [
      { title: "簡潔に", value: "brief" },
      { title: "丁寧に", value: "polite" },
      { title: "省外の方へ、最も丁寧に", value: "formal" },
    ],
    default_value: "polite",
  },
  addressee: { title: "相手の名前", desc: "所属と名前。宛名に使います。", type: "text", max_length: 200 },
  sender: { title: "自分の名前", desc: "所属と名前。署名に使います。", type: "text", max_length: 200 },
  subject: { title: "件名", desc: "返信の件名に使います。モデルには送りません。", type: "text", max_length: 300 },
  confirmed: confirmedField,
};

/** 返信案: of a pasted mail, with what the person wants to say. */
export const replyApp: AiApp = {
  task: "reply",
  form,
  async read(filled, files) {
    const addressee = filled.text("addressee").trim();
    const sources = await readSources(filled.text("input_text"), files);
    const label = addressee === "" ? undefined : addressee;
    const documents = sources.map((source) => asOneBlock(source, "message", label));
    const intention = filled.requiredText("intention");
    const tone = filled.choice("tone") as ReplyTone;
    const sender = filled.text("sender").trim();
    const subject = filled.text("subject").trim();
    return {
      documents,
      words: [intention],
      names: [subject, sender, addressee],
      start: ({ runner, signal, ...context }) =>
        withAnswer(
          reply(
            {
              ...context,
              blocks: documents.flatMap(({ blocks }) => blocks),
              intention,
              tone,
              language: "ja",
              ...(sender === "" ? {} : { sender }),
              ...(subject === "" ? {} : { subject }),
            },
            runner,
            { signal },
          ),
          ({ text, subject: proposed, findings }) => {
            const lines = proposed === undefined ? [] : [say("reply.subject", { subject: proposed }), ""];
            const body = escapeMarkdown([...lines, text].join("\n"));
            // Lines of a mail stay lines: markdown would join them where the page does not break them itself.
            return { body: body.replace(/([^\n])\n(?=[^\n])/g, "$1  \n"), cited: new CitedSources(), findings };
          },
        ),
    };
  },
};
