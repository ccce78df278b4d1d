import { contentWords, isKanji } from "../../language";
import { compact } from "./compact";

/** Words that report what was said; a writer adds them freely, so that they tell nothing about the source. */
const reporting = new Set(
  (
    "意見 指摘 質問 回答 説明 報告 発言 提案 要望 懸念 賛成 確認 必要 旨 趣旨 議論 会議 出席者 委員 事務局 担当 期限 未定 宿題 決定 議題 内容 方針 方向 予定 " +
    "結果 実施 行う 求 述 挙 " +
    "member committee said stated explained reported asked answered noted pointed proposed meeting"
  ).split(" "),
);

/**
 * Share of a line's words of meaning that its sources have, 0 to 1; 1 for a line without such words. A compound of which
 * the source has one part counts half (実施計画 for 計画).
 */
export function sharedWords(line: string, sources: readonly string[]): number {
  const words = [...new Set(contentWords(line))].filter((word) => !reporting.has(word));
  if (words.length === 0) return 1;
  const text = sources.map(compact).join("\n");
  let latin: Set<string> | undefined;
  let found = 0;
  for (const word of words) {
    if (/^[a-z]/.test(word)) {
      latin ??= new Set(sources.flatMap(contentWords));
      if (latin.has(word) || text.includes(compact(word))) found += 1;
    } else if (text.includes(compact(word))) found += 1;
    else if (word.length >= 4 && isKanji(word[0]!)) {
      const half = Math.floor(word.length / 2);
      if (text.includes(word.slice(0, half)) || text.includes(word.slice(-half))) found += 0.5;
    }
  }
  return found / words.length;
}
