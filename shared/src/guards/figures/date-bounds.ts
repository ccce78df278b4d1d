import type { Figure } from "./figure";

const weekday = "(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:sun|mon|tue|wed|thu|fri|sat)\\.?)";
const beforeDate = new RegExp(
  `(?:(?:[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:[ap]\\.? ?m\\.?|o'clock)?|noon|midnight),? ?(?:on )?)?(?:${weekday},? ?)?(?:the )?$`,
);
const behindDate =
  /^(?:[(（][^)）]{1,8}[)）])?(?:の?(?:午[前後]|正午))?(?:[0-9]{1,2}時)?(?:[0-9]{1,2}分|半)?(?:頃|ごろ)?/;

const english = {
  lower:
    /(?:from|since|after|starting|beginning|commencing|effective|not (?:earlier than|before)|no earlier than)(?: on| from)?(?: the (?:end|beginning|start) of)?$/,
  upper:
    /(?:by|until|till|(?<!not )before|(?:no|not) later than|prior to|up to|through|to|ending)(?: on)?(?: the end of)?$/,
  lowerBehind: /^,? ?(?:[0-9]{4},? )?(?:or|and) (?:later|after|thereafter)|^,? ?onwards?(?![a-z])/,
  upperBehind: /^,? ?(?:[0-9]{4},? )?(?:or|and) (?:earlier|before)(?![a-z])/,
};

/**
 * Whether what is dated lies after (`lower`: 以後, から, from) or before (`upper`: 以前, まで, until) a date; the weekday and the time
 * of the date may stand between.
 */
export function boundOfDate(text: string, { span }: Figure, language: "ja" | "en"): "lower" | "upper" | undefined {
  if (language === "ja") {
    const behind = text
      .slice(span.end, span.end + 30)
      .normalize("NFKC")
      .replace(behindDate, "");
    // 「8日14時から16時まで」 is on that day.
    if (/^(?:から|[~〜～-])(?:午[前後])?[0-9]{1,2}[時:]/.test(behind)) return undefined;
    if (/^(?:以降|以後|から(?!の?前)|を過ぎ)/.test(behind)) return "lower";
    return /^(?:以前|まで|末日?まで|より前|前[にの、])/.test(behind) ? "upper" : undefined;
  }
  const before = text
    .slice(Math.max(0, span.start - 60), span.start)
    .normalize("NFKC")
    .toLowerCase()
    .replace(beforeDate, "")
    .trimEnd()
    .replace(/[,(]$/, "");
  const behind = text.slice(span.end, span.end + 24).toLowerCase();
  // "from 2:15 p.m. to 4 p.m. on the 8th" is on that day.
  if (/(?:[0-9] ?(?:[ap]\.? ?m\.?)?|noon|midnight) ?(?:to|and|until|till|[-–—])$/.test(before)) return undefined;
  if (english.lowerBehind.test(behind)) return "lower";
  if (english.upperBehind.test(behind)) return "upper";
  const clause = ` ${before}`;
  if (new RegExp(`[^a-z]${english.lower.source}`).test(clause)) return "lower";
  return new RegExp(`[^a-z]${english.upper.source}`).test(clause) ? "upper" : undefined;
}
