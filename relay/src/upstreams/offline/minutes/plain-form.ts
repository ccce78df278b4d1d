import { inOwnDeed } from "@genai-office/shared/tasks";

/** 「桑名係長に任せたいと思います」 asks. */
const wish =
  /(?<=(?:(?:さん|氏|委員|係長|主査|主任|補佐|課長|室長|部長)に(?:は)?[^。、]{0,12}お願い(?:いた)?し|頼み|任せ)たい)と(?:思い|考え|存じ)ます/gu;

/** A sentence with its humble verbs plain: 「公開いたします」, 「来週の月曜にさせてください」 promise. */
export function inPlainForm(text: string): string {
  return inOwnDeed(
    text
      .replace(/(?:御|ご)(?=[一-龠]{2}(?:いた)?し)/gu, "")
      .replace(/いたし(?=ます|ました|ましょう|て)/gu, "し")
      .replace(wish, "です"),
  );
}

/** A sentence in which 「…たいと思います」 tells no thought. */
export function withoutWish(text: string): string {
  return text.replace(wish, "です");
}
