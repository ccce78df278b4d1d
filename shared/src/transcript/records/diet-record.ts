/** What the record of a sitting gives as speaker of its own head (国会会議録検索システム, API). */
export const recordHead = "会議録情報";

/** The record repeats who speaks before the words: 「○議長（尾辻秀久君）　これより…」, 「○尾辻委員長　これより…」. */
export function withoutName([first = "", ...others]: readonly string[], speaker: string): string[] {
  const named = /^[\s\u3000]*○([^\s\u3000]{1,60})\u3000/u.exec(first);
  const name = speaker.replace(/\s/gu, "");
  // 「○原口委員長」 is 原口進: the surname stands before the office.
  const isSpeaker = named !== null && name !== "" && (named[1]!.includes(name) || named[1]!.startsWith(name[0]!));
  return [isSpeaker ? first.slice(named[0].length) : first, ...others];
}
