/** How minutes report: 「…との説明があった」; what was said ends before it. */
const reported =
  /(?:との|という|旨の)(?:発言|意見|説明|報告|指摘|質問|要望|回答|答弁|認識|考え|見解|方針|提案|趣旨)(?!で|じゃ)[^。]{0,12}$/u;
const auxiliary = "(?:(?:て|で)?(?:おり|い|き|まいり)|では(?:あり)?|じゃ(?:あり)?|いたし|致し|し)?";
const denial = new RegExp(
  `${auxiliary}(?:ませんでした|ません|なかった|ない)(?:こと(?:と(?:し(?:た|ます)|する|なった))?|もの(?:である|です))?$`,
  "u",
);
const assertion = new RegExp(
  `${auxiliary}(?:ました|ます|でした|です|である|であった|だった|だ|する|した|いる|いた|ある|あった|る|た|う)?(?:こと(?:と(?:し(?:た|ます)|する|なった))?|もの(?:である|です))?$`,
  "u",
);
const denialNext = new RegExp(`^${auxiliary}(?:ません|なかった|ない)`, "u");
const assertionNext = new RegExp(
  `^${auxiliary}(?:ました|ます|でした|です|である|であった|だった|だ(?!け)|する|した|いる|いた|ある|あった|る|た|う)`,
  "u",
);
/** 「求めませんか」 asks, 「ないわけではない」 and 「ないといけない」 say yes, and a condition says neither. */
const noDenial = /(?:ません|ない)(?:でしょう)?(?:か|わけ|こと[はも]|と[いなだ困]|限り|場合|ほうが|方が)/u;
/** Characters before the last word that have to be the same: as many come together by chance nowhere in a meeting. */
const sameBefore = 8;

/**
 * True when the line ends with a denial where what it cites ends the same words without one, or the other way round:
 * 「起立を求めません」 for 「起立を求めます」. Words, figures and names are all there, so that nothing else tells.
 * @param cited texts of the utterances that the line cites
 */
export function endingDenied(line: string, cited: readonly string[]): boolean {
  const words = squeezed(line)
    .replace(/[。．.]+$/u, "")
    .replace(reported, "");
  const isDenied = denial.test(words);
  const ending = (isDenied ? denial : assertion).exec(words);
  const before = ending === null ? words : words.slice(0, ending.index);
  if (before.length < sameBefore) return false;
  const tail = before.slice(-sameBefore);
  let opposite = false;
  for (const text of cited.map(squeezed)) {
    for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
      const after = text.slice(at + tail.length, at + tail.length + 16);
      const saysNo = denialNext.test(after);
      if (!saysNo && !assertionNext.test(after)) continue;
      if (saysNo === isDenied) return false;
      if (!noDenial.test(after)) opposite = true;
    }
  }
  return opposite;
}

function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
