/** 「支障の有無をお知らせください」 is answered by 「支障ありません」. */
export function givesVerdict(request: string, text: string): boolean {
  const word =
    /(支障|差し支え|差支え|異議|異存|意見|問題)(?:の有無|は(?:ござい|あり)ませんか|が?(?:ないか|なければ))/u.exec(
      request,
    )?.[1];
  return word !== undefined && new RegExp(`${word}(?:は|も|点は)?(?:特に)?(?:ござい|あり)`, "u").test(text);
}

const numbers =
  "(?:[0-9０-９]+|[一二三四五六七八九十百]+|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|none)\\b)";

/** 「何名ですか」 is answered by 「８名です」 where nothing else asks for people, "how many experts" by "two of our experts". */
export function givesCount(request: string, text: string, siblings: readonly string[]): boolean {
  const unit = countedIn(request);
  if (unit === undefined || siblings.some((one) => countedIn(one) === unit)) return false;
  return new RegExp(`${numbers}[^。.]{0,${/[a-z]/.test(unit) ? 12 : 0}}${unit}`, "iu").test(text);
}

function countedIn(request: string): string | undefined {
  return (
    /何([名人部件台枚回個日]|[かヶ箇]所|平米)/u.exec(request)?.[1] ??
    /\bhow many ([a-z]{3,})/iu.exec(request)?.[1]?.toLowerCase()
  );
}
