/** 「受付：120件」, 「期日：９月３０日（水）」. */
const figure = /^[約計]?[0-9０-９¥￥$][^。、！？!?]{0,12}$/u;
/** Links, addresses and names of files. */
const address =
  /^(?:(?:https?|ftp|file):\/\/\S+|(?:www\.|\\\\)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[^\s。、]{1,60}\.(?:docx?|xlsx?|pptx?|pdf|csv|txt|md|zip|png|jpe?g|gif|heic|m4a|mp[34]|wav|aac|wma|mov|avi|vtt|srt|json|xml|html?))$/iu;
/** Nouns side by side; a sentence has kana at its end, or a sign. */
const nouns = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}々ヶー・\-_/／（）()\s\u3000の]{1,30}$/u;
/** What people answer in one word, which looks like a noun. */
const answers =
  /(?:了解|承知|賛成|反対|同意|同感|異議|異存|賛同|賛否|確認|拝承|承認|可決|否決|感謝|失礼|無理|無論|当然|勿論|本当|大丈夫|駄目|ダメ|オーケー|イエス|ノー|ハイ|特に無し|特段無し|なし|無し|\b(?:ok|okay|yes|no|sure|right|thanks?|agreed?|good|hi|hello|bye)\b)/iu;

/** True for what stands behind a label and nobody says: a figure, a date, a link, an address, a file. */
export function isLabelValue(words: string): boolean {
  const value = words.trim();
  return figure.test(value) || address.test(value);
}

/** True for a value, or for nouns alone that answer nothing: 「基本設計」. */
export function isNounValue(words: string): boolean {
  const value = words.trim();
  return (
    isLabelValue(value) || (nouns.test(value) && !answers.test(value) && !/^\p{Script=Latin}+(?:\s|$)/u.test(value))
  );
}
