import { isLikeName } from "../speaker-names";

const numbered =
  /^(?:第?[0-9０-９一二三四五六七八九十]{1,3}[.．、\u3000 ]|[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]|[①-⑳]).{0,60}$/u;
const marked =
  /^(?:[■□◆◇▼▽★☆#]|△[\s\u3000]*\p{Script=Han}|(?:議題|議案|議事|案件|論点|報告事項|審議事項|日程第?)[\s\u3000]*[（(]?[0-9０-９一二三四五六七八九十]).{0,60}$/u;
const boxed = /^(?:【([^】【]{1,16})】|＜([^＞＜]{1,16})＞|≪([^≫≪]{1,16})≫|《([^》《]{1,16})》)[:：]?$/u;
const sentenceEnd = /[。．！？!?」）)]\s*$/u;
/** What is left to do, by whom: lines of such a section have names, and nobody speaks. */
const tasks = /(?:決定事項|合意事項|宿題|持ち?帰り|アクション|タスク|役割分担|to-?\s?do|action items?)/iu;
const bullet = /^[\s\u3000]*(?:[・•*\-–‐□☐☑✓]|[0-9０-９]{1,2}[.．)）])/u;

/**
 * True for a line between speeches that heads what follows: 「■ 前回の確認」, 「議題１　予約制」, 「【決定事項】」, 「２．費用」. Numbers of an
 * indented line right below others are points of what somebody says.
 * @param above the line above; undefined at the beginning
 */
export function isHeading(line: string, above: string | undefined): boolean {
  const text = line.trim();
  const box = boxed
    .exec(text)
    ?.slice(1)
    .find((words) => words !== undefined);
  if (box !== undefined) return !isLikeName(box);
  if (sentenceEnd.test(text)) return false;
  const isWithin = /^[\s\u3000]/u.test(line) && (above ?? "").trim() !== "";
  return marked.test(text) || (numbered.test(text) && !isWithin);
}

/** True for the heading of a list of things to do or decided. */
export function headsTasks(text: string): boolean {
  return text.length <= 30 && tasks.test(text);
}

/** True for a line with the mark of a list before its words. */
export function isBulleted(line: string): boolean {
  return bullet.test(line);
}
