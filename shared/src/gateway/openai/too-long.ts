/**
 * vLLM, TGI, llama.cpp, Bedrock and gateways of our own country tell a prompt that is too long in a sentence only. What
 * is said of `max_tokens` alone is something else: the prompt may fit.
 */
const sentences: readonly RegExp[] = [
  /maximum context length|context[ _](length|size|window)|max_model_len|too many (input )?tokens/i,
  /max_new_tokens.{0,12} must be <=|must have less than \d+ tokens/i,
  /\b(input|inputs|prompt|request|messages?|text)`?( is| are|:)? too (long|large)\b|reduce (the|your) (length|input|prompt)/i,
  /(input|prompt).{0,30}exceeds?.{0,40}tokens/i,
  /コンテキスト(長|サイズ|ウィンドウ|の長さ)|(トークン|文字)数?の?(上限|最大|制限)/,
  /(トークン|文字|入力|プロンプト|本文|テキスト).{0,20}(超え|超過|上回|長すぎ|長過ぎ|大きすぎ|大き過ぎ|多すぎ|多過ぎ)/,
];

/** Statuses of a quota or of a key: tokens that are too many in a minute or a month are no length of a prompt. */
const otherMatters = new Set([401, 403, 429]);

/**
 * True for the sentence of an error that says that a prompt is too long.
 * @param status HTTP status; undefined for an error inside a 200
 */
export function saysTooLong(sentence: string, status: number | undefined): boolean {
  if (status !== undefined && otherMatters.has(status)) return false;
  return sentences.some((pattern) => pattern.test(sentence));
}
