/** What a line that might be a preface begins with; only such a beginning holds a preview back. */
const beginnings =
  /^[\s\u3000]*(?:[【「#*]|以下|はい|承知|了解|かしこまり|要約|ご提示|ご依頼|提供|下記|次の|次に|こちら|原文|上記|本文|それでは|では|Here|Sure|Below|Summary|The following|Certainly|Of course|Okay|OK)/i;

const prefaces = [
  // 以下に要約します。 / 以下は、原文の要約です： / 上記の原文を要約すると、次のとおりです。
  /^[\s\u3000]*(?:(?:はい|承知(?:いた)?しました|承知しました|了解しました|かしこまりました)[、。]?)?(?:それでは、?|では、?)?(?:以下|下記|次|こちら|上記|ご提示|ご依頼|提供|原文)[^。:：\n]{0,40}(?:要約|まとめ|サマリー)[^。:：\n]{0,24}(?:です|ます|ました|示す|とおり|通り)[^。:：\n]{0,6}(?:[。:：]|$)/,
  /^[\s\u3000]*(?:はい|承知(?:いた)?しました|了解しました|かしこまりました)[、。]/,
  // A title alone on its line.
  /^[\s\u3000]*(?:#{1,6}\s*|\*\*|【|「)?(?:要約|要約文|要約結果|概要|サマリー|Summary)(?:\*\*|】|」)?\s*(?:[:：]\s*|$)/i,
  /^\s*(?:Sure|Certainly|Of course|Okay|OK)[,.!][ ]?/i,
  /^\s*(?:Here(?:'s| is)|Below is|The following is) [^.:\n]{0,50}summary[^.:\n]{0,40}(?:[.:]|$)/i,
];

/** Longest beginning of an answer that is held back to see whether it is a preface. */
const longestPreface = 80;

/** True as long as more of the line is needed to tell whether it begins with a preface. */
export function mayBecomePreface(line: string): boolean {
  if (line.trim().length < 4) return true;
  return line.length < longestPreface && beginnings.test(line) && !/[。:：.!]/.test(line.trimEnd().slice(0, -1));
}

/**
 * Length of the preface that a line begins with, such as 「以下に要約します。」; 0 when there is none.
 * @param complete the line's end is known; a preface without a full stop ends only there.
 */
export function prefaceLength(line: string, complete: boolean): number {
  // A line break, which no class of the patterns takes, keeps `$` from matching where the stream happens to be.
  const text = complete ? line : `${line}\n`;
  for (const preface of prefaces) {
    const length = preface.exec(text)?.[0].length ?? 0;
    if (length > 0) return length;
  }
  return 0;
}
