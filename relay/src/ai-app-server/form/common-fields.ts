import type { ChoiceField, FileField, TextField } from "./form-definition";

/** What a person may paste at most, in UTF-16 units; longer texts come as a file. */
export const longestText = 100_000;
const longestWish = 2_000;

/** Files at most, and the bytes of one in base64: GENAI takes 6 MB in all unless an app says otherwise. */
export const maximumFiles = 5;

/** Word documents and texts: the sources of an app. */
export function filesField(title: string): FileField {
  return {
    title,
    desc: "Word 文書（.docx）またはテキスト（.txt）。合わせて約4MBまで。",
    type: "file",
    accept: ".docx,.txt",
    multiple: true,
    max_size: "5.5MB",
    max_file_count: maximumFiles,
  };
}

/** Wishes in the person's own words. */
export const instructionField: TextField = {
  title: "要望",
  desc: "特に触れてほしいことなどがあれば書いてください。",
  type: "text",
  max_length: longestWish,
};

/** Ticked by a person who has looked at the class of what they send; answers an "ask" of the gate, and nothing else. */
export const confirmedField: ChoiceField = {
  title: "格付の確認",
  desc: "格付がはっきりしない表示（取扱注意など）がある文書のときだけ使います。",
  type: "checkbox",
  items: [{ title: "格付を確かめました。機密性3の情報は含まれていません。", value: "confirmed" }],
};
