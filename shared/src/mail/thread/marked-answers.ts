import { foldWidth } from "../../language/width";
import type { BodyLine } from "./body-line";
import type { Draft } from "./thread-reader";

/** The newest mail says that it answers between the lines of the other. */
const announced =
  /(?:以下|下記|下に|下の|文中|本文中|行間|各項目|各設問|各問|それぞれ|該当箇所|インライン)[^。\n]{0,30}(?:回答|返事|返信|記載|記入|追記|コメント|書き?[込加入]|答え)|\b(?:in-?line|below|in between|embedded|interspersed)\b/iu;
/** 「【回答】」, 「（回答）」, 「回答：」, 「→」 */
const usual =
  /^[\s\u3000]*(?:[【\[［(（<＜〔](?:回答|答|お?返事|答え|コメント|answer|reply|response|comment|A)[】\]］)）>＞〕]|(?:回答|答え?|answer|reply|response)\s*[:：]|[→⇒⇨➡])/iu;
const inBrackets = /^[\s\u3000]*[【\[［(（<＜〔]([^】\]］)）>＞〕]{1,16})[】\]］)）>＞〕]/u;
/** Answers are less than what they answer. */
const mostShare = 0.6;

/**
 * Lines of the mail that is answered which hold the answers, each behind a mark: 「下記に【回答】として記載しました」, 「以下、【福田】で回答
 * します」, "see my comments [EC] below". Empty where the newest mail announces none.
 */
export function markedAnswers(
  lines: readonly BodyLine[],
  owners: readonly (Draft | undefined)[],
  [newest, answered]: readonly Draft[],
): ReadonlySet<number> {
  if (answered === undefined) return new Set();
  const words = lines.flatMap(({ text }, index) => (owners[index] === newest ? [text] : [])).join("\n");
  if (!announced.test(words)) return new Set();
  const signs = signsOf(newest?.author?.name ?? "");
  const own = lines.flatMap(({ text }, index) => (owners[index] === answered && text.trim() !== "" ? [index] : []));
  const marked = own.filter((index) => {
    const { text } = lines[index]!;
    const sign = inBrackets.exec(text)?.[1]?.trim();
    return usual.test(text) || (sign !== undefined && (signs.has(plain(sign)) || words.includes(`【${sign}】`)));
  });
  return new Set(marked.length <= own.length * mostShare ? marked : []);
}

/** How the writer may sign: name, surname, initials. */
function signsOf(name: string): ReadonlySet<string> {
  const parts = name.split(/[\s\u3000,、]+/).filter((part) => part !== "");
  const initials = parts.map((part) => part[0]!).join("");
  return new Set([name, ...parts, initials].map(plain).filter((sign) => sign.length > 1));
}

function plain(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\s\u3000.]+|(?:回答|コメント|さん)$/gu, "");
}
