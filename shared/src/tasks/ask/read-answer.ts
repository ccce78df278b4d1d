import { withoutForbiddenCharacters } from "../../ooxml";

const thinking = /^\s*<think>[^]*?(?:<\/think>|$)/;
const wrapper = /<\/?(?:output|answer|result|回答|出力)>/giu;
/** Pictures and raw HTML have no place in a chat; the addresses of pictures would be fetched. */
const picture = /!\[[^\]]*\]\([^)]*\)/g;
const tag = /<\/?[a-z][^<>]*>/gi;

/** A chat answer as Markdown, without what the model thought first, pictures and HTML. Code stays as it is. */
export function readAnswer(answer: string): string {
  return withoutForbiddenCharacters(answer.replace(thinking, ""))
    .split(/(```[^]*?(?:```|$)|`[^`\n]*`)/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(wrapper, "")
            .replace(picture, "")
            .replace(tag, "")
            .replace(/\n\s*\n\s*\n/g, "\n\n"),
    )
    .join("")
    .trim();
}
