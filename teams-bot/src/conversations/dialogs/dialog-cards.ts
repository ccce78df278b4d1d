import type { TableTranslator } from "@genai-office/shared/i18n";
import { asWritten } from "../../minutes/minutes-card";
import type { ActionRecord } from "./action-record";
import type { DialogText } from "./dialog-texts";

type Text = TableTranslator<DialogText>;
type Data = Record<string, unknown>;

/** Characters of the message that the dialog shows. */
const longestShown = 500;
const mostFindings = 5;

interface Element {
  type: string;
  [property: string]: unknown;
}

function card(body: Element[], actions: Element[] = []): object {
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}

function line(words: string, look: object = {}): Element {
  return { type: "TextBlock", text: asWritten(words), wrap: true, ...look };
}

function submit(title: string, data: Data, look: object = {}): Element {
  return { type: "Action.Submit", title, data, ...look };
}

/** First page: what would be sent, and how it is to be done. */
export function optionsCard(
  text: Text,
  task: "summarize" | "translate",
  message: { text: string; author: string },
  data: Data,
): object {
  const shown = [...message.text];
  const excerpt = shown.length <= longestShown ? message.text : `${shown.slice(0, longestShown).join("")}…`;
  const choice: Element =
    task === "summarize"
      ? {
          type: "Input.ChoiceSet",
          id: "length",
          label: text("length"),
          value: "300",
          choices: [
            { title: text("length100"), value: "100" },
            { title: text("length300"), value: "300" },
            { title: text("bullets"), value: "bullets" },
          ],
        }
      : {
          type: "Input.ChoiceSet",
          id: "to",
          label: text("direction"),
          value: "auto",
          choices: [
            { title: text("auto"), value: "auto" },
            { title: text("toEnglish"), value: "en" },
            { title: text("toJapanese"), value: "ja" },
          ],
        };
  return card(
    [
      line(text("leaves"), { isSubtle: true }),
      {
        type: "Container",
        style: "emphasis",
        items: [...(message.author === "" ? [] : [line(message.author, { weight: "Bolder" })]), line(excerpt)],
      },
      choice,
    ],
    [submit(text(task), { ...data, step: "start" })],
  );
}

/** It takes longer than a dialog may wait: the person asks for the result with a button. */
export function waitingCard(text: Text, data: Data): object {
  return card([line(text("waiting"))], [submit(text("look"), { ...data, step: "look" })]);
}

/** Last page: the result, before it goes anywhere. */
export function resultPage(text: Text, record: ActionRecord, data: Data): object {
  return card(resultBody(text, record), [
    submit(text("insert"), { ...data, step: "insert" }),
    submit(text("close"), { step: "close" }),
  ]);
}

/** What is put into the box that the person writes in. */
export function resultCard(text: Text, record: ActionRecord): object {
  return card(resultBody(text, record));
}

/** Why nothing comes of it. */
export function problemCard(text: Text, words: string): object {
  return card([line(text("problem"), { weight: "Bolder" }), line(words)], [submit(text("close"), { step: "close" })]);
}

function resultBody(text: Text, { task, written, mark, models, findings, author }: ActionRecord): Element[] {
  const between = text("between");
  return [
    ...(mark === "" ? [] : [line(mark, { weight: "Bolder", color: "Attention" })]),
    line(
      text(task === "summarize" ? "summaryOf" : "translationOf", { author: author === "" ? text("somebody") : author }),
      {
        weight: "Bolder",
        style: "heading",
      },
    ),
    ...written.split("\n").map((paragraph) => line(paragraph, { spacing: "Small" })),
    line(text("label", { models: models.join(between) }), { isSubtle: true, spacing: "Medium" }),
    ...findings.slice(0, mostFindings).map((finding) => line(finding, { color: "Warning", spacing: "Small" })),
  ];
}
