/** What a line of minutes is. */
export type LineKind = "topic" | "discussion" | "decision" | "action";

/** Words by which models name a section or begin a line, in the spelling of `plainWords`. */
const names: Record<LineKind, RegExp> = {
  topic: /^(?:議題|論点|テーマ|案件|議事|トピック|topic|agenda(?: item)?)$/,
  discussion:
    /^(?:議論(?:内容|の内容|の要点|事項)?|主な(?:意見|議論|発言)(?:等)?|意見(?:等)?|説明|質疑(?:応答)?|報告(?:事項)?|要点|概要|発言(?:要旨|内容)?|意見交換|discussion(?:s| points)?|key points|points?)$/,
  decision: /^(?:決定(?:事項|内容|したこと)?|合意(?:事項)?|結論|decisions?(?: made)?|agreements?|resolutions?)$/,
  action:
    /^(?:宿題(?:事項)?|todo(?:事項|リスト| list)?|to-do(?: list)?|タスク|アクション(?:アイテム|プラン)?|対応(?:事項|項目)|今後の(?:対応|課題|予定|アクション)|次の?アクション|ネクストアクション|実施事項|宿題・todo|action(?:s| items?| points?)?|next steps?|tasks?)$/,
};
/** Sections that say nothing of the meeting's words: who was there is known from the transcript. */
const otherSections =
  /^(?:出席者?|参加者|発言者|日時|開催日時|場所|開催場所|会議名|議事録|議事要旨|attendees|participants|date|speakers|minutes)$/;

/** Name of a section in one spelling: no numbering, no marks, small letters. */
function plainWords(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[\s■□◆◇●○▼▽※#*_【[「『(（]+|[\s】\]」』)）*_:：]+$/g, "")
    .replace(/^(?:第?[0-9一二三四五六七八九十]{1,3}[.．、)）\s]*)/, "")
    .trim();
}

/** What the name of a section or the word before a colon says; undefined when it is neither. */
export function kindOfName(words: string): LineKind | "other" | undefined {
  const plain = plainWords(words).replace(/\s*[0-9]{1,3}$/, "");
  if (plain === "" || plain.length > 24) return undefined;
  for (const kind of ["topic", "discussion", "decision", "action"] as const) if (names[kind].test(plain)) return kind;
  return otherSections.test(plain) ? "other" : undefined;
}

/** Words before a colon that belong to the text, because they say who asks and who answers. */
export const keptWords = /^(?:質問|回答|問|答|質疑|応答|Q|A|question|answer)$/i;

/** A line that says that there is nothing. */
export const nothing =
  /^(?:特に|とくに)?(?:なし|無し|ありません|ございません|該当(?:事項)?(?:は)?(?:なし|ありません)|none|n\/a|nothing|no (?:decisions?|actions?)(?: items?)?)[。.]?$/i;
