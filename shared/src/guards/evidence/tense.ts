const toCome: Record<"ja" | "en", RegExp> = {
  ja: /予定|見込|計画|方針|検討|目指|今後|これから|意向|準備|考え/u,
  en: /\b(?:will|would|plans?|planned|planning to|scheduled|intend\w*|aim\w*|expected|propos\w*|consider\w*|is to|are to|going to|hope\w*)\b/iu,
};
const done: Record<"ja" | "en", RegExp> = {
  ja: /(?:し|され|行っ|行われ|っ|い|え|め|け|せ|れ|げ|り|ん)(?:た|だ)(?:。|$|、)|済み|(?:し|され)てい(?:る|ます)|完了|達成/u,
  en: /\b(?:has|have|had)\s+(?:already\s+|been\s+|now\s+)*\w+(?:ed|en|un|nt|ld|de)\b|(?<!\b(?:a|an|the|be|is|are|being|its|their|of|for|and)\s)\b(?!(?:need|proceed|speed|indeed|based|related|limited|detailed|so-called|called)\b)[a-z]{2,}ed\b|\b(?:sent|built|made|began|held|gave|took|won|lost|paid|met|set up|put)\b/iu,
};
/** What was said, asked or planned is told in the past tense whatever it is about. */
const reporting: Record<"ja" | "en", RegExp> = {
  ja: /(?:と|旨|よう|意見|懸念|考え|提案|質問|要望|指摘|見解|説明|報告|意向|方針|見通し)(?:を|が|も|は|の|に)?[^、。]{0,8}(?:た|だ)(?:。|$|、)|(?:求め|要請|依頼|提案|要望|決定|合意)(?:し|め)?た/u,
  en: /\b(?:said|stated|noted|warned|asked|requested|proposed|suggested|planned|scheduled|expected|intended|decided|agreed|argued|explained|reported|pointed|urged|called|recommended|told|wanted|hoped|considered|announced|prefer\w*|favou?red|supported|opposed|approved|welcomed)\b/iu,
};

/** True when a line tells as done what its source only tells as to come, in either language. */
export function tellsDone(line: string, from: "ja" | "en", source: string, to: "ja" | "en"): boolean {
  if (!done[from].test(line) || reporting[from].test(line) || toCome[from].test(line)) return false;
  return (
    toCome[to].test(source) &&
    !done[to].test(source.replace(/\b(?:planned|scheduled|expected|proposed|intended)\b/giu, ""))
  );
}
