import type { Candidate } from "./candidate";
import type { Surroundings } from "./surroundings";

/** 本メールの転送はお控えください: a handling limit as a sentence about this very paper, without the word of a label. */
const limitSentence =
  /(?:本|この|当該?)(?:メール|資料|文書|書類|ファイル|議事録|データ|情報|内容|スレッド|投稿|メッセージ)(?:及び添付[^。、]{0,8})?(?:の|は、?|を)(?:関係者以外(?:へ|に)?の?|外部への?|第三者への?|省外への?|庁外への?|無断)?(?:転送|複製|複写|再?配[布付]|コピー|印刷|公開|公表|開示|共有|提供)(?:は|を|や|・|、|等|及び|転送|複製|複写|配[布付]|公開|印刷|コピー){0,6}(?:厳に)?(?:禁止|禁じ|厳禁|お控え|控えて|ご遠慮|御遠慮|しないで|しないよう|なさらない|不可)/g;

export function limitSentences({ view }: Surroundings): Candidate[] {
  return [...view.text.matchAll(limitSentence)]
    .filter((match) => !/誤(?:って|送信)|場合/.test(view.text.slice(Math.max(0, match.index - 20), match.index)))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      class: "unknown",
      decision: "ask",
      reason: "handling-limit",
    }));
}
