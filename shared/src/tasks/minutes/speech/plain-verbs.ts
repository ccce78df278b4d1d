const verbs: readonly [RegExp, string][] = [
  [/(?<![ぁ-ん])やら(?=ない|なかった|なくて|ず)/gu, "行わ"],
  [/(?<![ぁ-ん])やり(?=ます|ません|たい|たく|ましょう|ました|終え)/gu, "行い"],
  [/(?<![ぁ-ん])やる(?!気)/gu, "行う"],
  [/(?<![ぁ-ん])やって/gu, "行って"],
  [/(?<![ぁ-ん])やろう/gu, "行おう"],
  // 「承認を受けていない」 is 「承認されていない」.
  [/(?<=[\p{Script=Han}]{2})を受け(?=た|て|ま|る|な|ず)/gu, "され"],
];

/** Speech as minutes write it: 「やらない方向」 is 「行わない方向」. */
export function inPlainVerbs(text: string): string {
  return verbs.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text);
}
