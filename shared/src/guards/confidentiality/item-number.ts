import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { firstIndex } from "./first-index";
import type { Surroundings } from "./surroundings";

/** Numbers of items in vertical writing: 一、 二、. */
export const itemNumber = /^[一二三四五六七八九十]{1,3}[、.]/;

/** What announces items that are spoken of: 次に掲げる情報は、持ち出してはならない。 */
const announcesRule =
  /(?:次の|次に掲げる|以下の|下記の)(?:各号|いずれか|情報|文書|場合|者|もの|事項|区分|とおり(?:分類|区分|定義|定め))|(?:区分|分類|定義|種類)は[、,]?次の(?:とおり|通り)|に該当する|(?:区分|定義|種類|分類)$/;

/** Lines around an item that are looked at for the items of its list. */
const nearLines = 10;

/**
 * True for an item of a list that speaks of marks: one that announces a rule, or that names one class after the other.
 * 「一、機密性３情報」 alone is the mark of what it stands above.
 */
export function isItemOfRule({ view, lines, candidates }: Surroundings, candidate: Candidate, line: Span): boolean {
  const { text } = view;
  if (!itemNumber.test(text.slice(line.start, line.start + 4))) return false;
  const position = firstIndex(lines, ({ start }) => start >= line.start);
  const near = lines.slice(Math.max(0, position - nearLines), position + nearLines + 1);
  const before = near.filter(({ start }) => start < line.start);
  if (
    before.some(({ start, end }) =>
      announcesRule.test(text.slice(Math.max(start, end - 100), end).replace(/[。:：]$/, "")),
    )
  )
    return true;
  return near.some(({ start, end }) => {
    if (start === line.start || !itemNumber.test(text.slice(start, start + 4))) return false;
    const other = candidates[firstIndex(candidates, (one) => one.start >= start)];
    return other !== undefined && other.start <= start + 4 && other.end <= end && other.class !== candidate.class;
  });
}
