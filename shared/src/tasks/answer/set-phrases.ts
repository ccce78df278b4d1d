import type { TaskLanguage } from "../../vocabulary";

/** What stands where the materials say nothing; the prompt asks for these very words. */
export const notFound: Record<TaskLanguage, string> = {
  ja: "お示しの資料からは確認できません。",
  en: "The materials do not say.",
};

/** How a chunk step says that its materials hold nothing on the question. */
export const nothingRelevant: Record<TaskLanguage, string> = { ja: "該当なし", en: "Nothing relevant" };

const saysNotFound =
  /(?:資料|材料|文書)(?:から|に|の中|中)[^。]{0,24}(?:確認でき(?:ません|ない|ず)|読み取れ(?:ません|ない|ず)|(?:記載|記述|情報)[^。]{0,8}(?:ありません|ない|なく|ございません|見当たりません|見当たらない)|(?:お答え|回答)(?:でき|いたしかね)[^。]{0,6}|分かりません|わかりません|示されていません)|(?:materials?|documents?|sources?)[^.]{0,40}(?:do(?:es)? not|don['’]t|doesn['’]t|cannot|no)\b/i;
const saysNothingRelevant =
  /^[・\s]*(?:(?:関連する|該当する)?(?:記述|記載|箇所|情報)?(?:は)?(?:該当なし|関連なし|該当箇所なし|なし|ありません)|nothing relevant|none|not relevant|n\/a)[。.]?$/i;
/** Words of courtesy that open or close an answer and rest on nothing. */
const courtesy =
  /^(?:(?:委員|議員|先生|お尋ね|御質問|ご質問|御指摘)?[^。]{0,16}?(?:について)?(?:、)?お答え(?:を)?(?:いたし|申し上げ|し)ます|お答え|答弁(?:いた)?します|(?:以上|以上です|以上でございます)|(?:御|ご)質問(?:を)?(?:いただき)?ありがとうございます)[。.]?$/u;

/** True for a sentence that only says that the materials do not tell. */
export function isNotFound(sentence: string): boolean {
  return saysNotFound.test(sentence.normalize("NFKC")) && !/[0-9０-９]/.test(sentence);
}

export function isNothingRelevant(line: string): boolean {
  return saysNothingRelevant.test(line.normalize("NFKC").trim());
}

export function isCourtesy(sentence: string): boolean {
  return courtesy.test(sentence.trim());
}
