const wrapperTag =
  /^[ \t]*<\/?(?:output|translation|answer|result|訳文|出力)>[ \t]*|[ \t]*<\/?(?:output|translation|answer|result|訳文|出力)>[ \t]*$/gimu;

const politeWords = "(?:はい|承知(?:いた)?しました|了解(?:いた)?しました|かしこまりました)[、。！!]?[ \\t]*";
/** Lines that models put before the words, although they were asked not to. */
const prefaces = [
  // 以下に翻訳を示します。 / 承知しました。以下は英訳です：
  `(?:${politeWords})?(?:以下|下記|次|こちら)[^。:：\\n]{0,30}(?:翻訳|和訳|英訳|訳文)[^。:：\\n]{0,10}(?:です|ます|ました|とおり|通り|結果)?[。:：]?[ \\t]*\\n`,
  `(?:${politeWords})\\n`,
  // 訳文：
  "(?:訳文|翻訳|翻訳結果|和訳|英訳)[ \\t]*[:：]\\s*",
  "(?:Sure|Certainly|Of course|Okay|OK)[,.!](?:[^\\n]{0,60}translation[^\\n]{0,40}[.:])?[ \\t]*\\n",
  "(?:Here(?:'s| is)|Below is|The following is) [^.:\\n]{0,40}translation[^.:\\n]{0,40}[.:][ \\t]*\\n",
  "(?:Japanese |English )?Translation[ \\t]*:\\s*",
].map((pattern) => new RegExp(`^\\s*${pattern}`, "iu"));

/** Remarks behind the words, after an empty line. */
const remark =
  /\n\s*\n[\s\u3000]*(?:以上(?:です|が|、|。)|(?:注|備考|補足|訳注|※)[:：)）]|[（(]注[:：）)]|Note:|Notes:|\(Note|Let me know|Please let me know|I hope|If you (?:need|have))[^]*$/iu;

/**
 * Takes off what models put around an answer: a <think> passage, code fences, <output> tags, the lines of the fence around
 * the source. A passage of thinking that is not closed has no answer behind it.
 */
export function withoutWrapping(answer: string): string {
  let text = answer.replace(/\r\n?|[\u2028\u2029]/g, "\n");
  if (/^\s*<think>/i.test(text)) {
    const end = text.toLowerCase().indexOf("</think>");
    text = end === -1 ? "" : text.slice(end + "</think>".length);
  }
  return text
    .replace(/^[ \t]*```[\w-]*[ \t]*$/gm, "")
    .replace(/^[ \t]*(?:<<<\S+ [0-9a-f]{16,}|\S+ [0-9a-f]{16,}>>>)[ \t]*$/gm, "")
    .replace(wrapperTag, "")
    .trim();
}

/** Takes a preface off an answer that has no marks to show where its words begin; one that is all there is stays. */
export function withoutPreface(text: string): string {
  for (const preface of prefaces) {
    const rest = text.replace(preface, "");
    if (rest.trim() !== "" && rest !== text) return withoutPreface(rest);
  }
  return text;
}

/** Takes off a remark behind the last entry. Entries are lines: what follows an empty line is none of the source. */
export function withoutRemark(text: string): string {
  return text.replace(remark, "");
}

const refusal =
  /^\s*(?:(?:I'm|I am) (?:sorry|unable|afraid)|I (?:cannot|can't|can not|won't)|Sorry\b|As an AI|申し訳(?:あり|ござい)ません|恐れ入りますが|翻訳(?:することは)?できません)/iu;

/** True for an answer without marks that declines: not a word of the source. */
export function isRefusal(text: string): boolean {
  return refusal.test(text);
}
