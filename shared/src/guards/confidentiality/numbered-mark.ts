import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { Gap } from "./compact-text";
import { firstIndex } from "./first-index";
import { numberBefore } from "./item-number";
import { onlyMarks, type Surroundings } from "./surroundings";

/** What announces items that are spoken of: 次に掲げる情報は、持ち出してはならない。 */
const announcesRule =
  /(?:次の|次に掲げる|以下の|下記の)(?:各号|いずれか|情報|文書|場合|者|もの|事項|区分|[一二三四五六七八九十0-9]+(?:つ|種|区分)|とおり(?:分類|区分|定義|定め))|(?:区分|分類|定義|種類)は[、,]?次の(?:とおり|通り)|に該当する|(?:区分|定義|種類|分類|(?:表示|記載|標[記示]|格付)の?例)$/;

/** Lines before an item, and marks around it, that are looked at for its list. */
const near = 10;

/**
 * True for an item of a list that speaks of marks: one that announces a rule, or that names one class after the other.
 * 「一、機密性３情報」 alone is the mark of what it stands above.
 */
function isItemOfRule(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const { view, lines, candidates } = around;
  const position = firstIndex(lines, ({ end }) => end > line.start);
  const announced = lines
    .slice(Math.max(0, position - near), position)
    .some(({ start, end }) =>
      announcesRule.test(view.text.slice(Math.max(start, end - 100), end).replace(/[。:：]$/, "")),
    );
  if (announced) return true;
  const farthest = lines[Math.min(lines.length - 1, position + near)]!.end;
  const nearest = lines[Math.max(0, position - near)]!.start;
  const own = firstIndex(candidates, ({ start }) => start >= candidate.start);
  return candidates
    .slice(Math.max(0, own - near), own + near)
    .some(
      (other) =>
        other.class !== candidate.class &&
        other.class !== "unknown" &&
        other.start >= nearest &&
        other.end <= farthest &&
        numberBefore(around, other) !== undefined,
    );
}

const definition = /(?:情報|文書|資料|もの|こと|書類)を(?:いう|言う|指す|さす)/;
/** What a rule orders to be done with papers of a class. */
const rule =
  /(?:情報|文書|資料|書類|格付|取り?扱|保管|保存|暗号|持ち?出|許可|閲覧|印刷|送信|送付|廃棄|施錠|媒体|端末|複製|承認).{0,60}?(?:なければならない|てはならない|(?:する|ない|行う|得る|置く|避ける)こと(?:。|$)|ものとする|(?:許可|承認)を(?:得|要)|に相当する|おそれのある)/;

/** The text under a heading that speaks about the class; above all else of a text only a definition tells it. */
function isAboutClass({ view, lines }: Surroundings, line: Span): boolean {
  const next = lines[firstIndex(lines, ({ start }) => start >= line.end)];
  if (next === undefined) return false;
  const below = view.text.slice(next.start, Math.min(next.end + 100, next.start + 200));
  return definition.test(below.split("。", 1)[0]!) || (line.start > 0 && rule.test(below.split("。", 1)[0] + "。"));
}

/**
 * What a mark behind an item number is: an item or heading that speaks of the class, or the mark of what it stands above.
 * Undefined where no number stands before it or more than marks behind it. In doubt it marks the paper.
 */
export function markBehindNumber(
  around: Surroundings,
  candidate: Candidate,
  line: Span,
): "mention" | "mark" | undefined {
  const start = numberBefore(around, candidate);
  if (start === undefined) return undefined;
  const { text, gaps } = around.view;
  const beginsLine = start === line.start;
  // 「資料は次のとおり。一、機密性３情報　二、次第」: an item of its own inside a line.
  if (!beginsLine && !/[。、]/.test(text[start - 1]!) && gaps[start]! < Gap.Wide) return undefined;
  if (isItemOfRule(around, candidate, line)) return "mention";
  if (!beginsLine || !onlyMarks(around, { start: candidate.start, end: line.end })) return undefined;
  if (candidate.labelOnly === true) return undefined;
  return isAboutClass(around, line) ? "mention" : "mark";
}
