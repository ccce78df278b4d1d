/** Steps or per cent done, out of what an app says about its progress (「処理中... ステップ 3/5」, 「60％」). */
export function readProgress(text: unknown): { done: number; total: number } | undefined {
  if (typeof text !== "string") return undefined;
  const plain = text.slice(0, 1000).normalize("NFKC");
  const steps = /(\d{1,6})\s*\/\s*(\d{1,6})/.exec(plain);
  if (steps !== null) return fraction(Number(steps[1]), Number(steps[2]));
  const share = /(\d{1,3})(?:\.\d+)?\s*(?:%|パーセント)/.exec(plain);
  return share === null ? undefined : fraction(Number(share[1]), 100);
}

function fraction(done: number, total: number): { done: number; total: number } | undefined {
  return total > 0 && done <= total ? { done, total } : undefined;
}
