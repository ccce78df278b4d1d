import { remembered } from "../remembered";

const digits = "[0-9０-９〇零一二三四五六七八九十]{1,3}";
/** 「午前十一時二十分」, 「15:30」, 「１５時半」, 「正午」. */
const time = `(?:正午|(?:午[前後])?[\\s\\u3000]*${digits}[\\s\\u3000]*(?:時[\\s\\u3000]*(?:半|${digits}[\\s\\u3000]*分)?|[:：][0-9０-９]{2}))`;
/** What a meeting does, of which the minutes keep the time. */
const course = "(?:暫時休憩|小?休憩|再開|[開閉散延流終休]会|開議|終了|中断|開始|休憩後再開)";
const atTime = new RegExp(
  `^(?:${time}[\\s\\u3000]*(?:に|から|まで|頃)?[\\s\\u3000、,]*${course}(?:した[。.]?)?|${course}[\\s\\u3000]*[:：]?[\\s\\u3000]*${time})$`,
  "u",
);
/** What is heard or seen and nobody says, as minutes write it in brackets. */
const doings = new RegExp(
  `^(?:この間[、,\\s\\u3000]*)?(?:${course}(?:[:：、,\\s\\u3000].{1,20})?|.{1,30}(?:と(?:呼ぶ|叫ぶ|言う)者(?:あり|が?多し|が?多数)|の(?:声|発言)(?:あり|多数)?)|(?:大きな)?拍手(?:する者あり|多数)?|(?:発言|離席|退席|退場)する者(?:あり|多し|多く|多数)|(?:議場|場内)(?:騒然|静まる)|(?:一同|全員)?.{0,6}笑い?|一同.{1,12}|沈黙|挙手.{0,8}|[^。]{0,20}(?:起立|着席|退席|退室|退場|入室|入場|登壇(?:[、，]拍手)?|降壇|離席|配[布付]|掲載|投影|上映|視聴|映写|省略|点呼|投票|開票|黙祷|黙とう)(?:する|する者あり|者あり|多数|少数|全員)?|(?:採決|資料説明|質疑応答|説明)?中略|略|(?:録音|録画)(?:の)?(?:停止|中断|再開|開始|終了)|以[\\s\\u3000]?上|了|完|(?:全員|全会|一同|満場)?(?:一致で?)?[、\\s\\u3000]*「?(?:御|ご)?異[議存]な[^。]{1,16}|賛成.{0,10}|(?:applause|laughter|laughs|laughing|break|recess|pause|silence|coffee break|lunch break|short break|music|crosstalk|meeting (?:adjourned|suspended|resumed)|no objections?|end(?: of (?:the )?(?:transcript|recording|meeting))?))$`,
  "iu",
);
/** Those by which a meeting agrees: what was asked before rests on them. */
const assent = /異議な|異存な|賛成|了承|承認|no objection|起立(?:全員|多数|少数)|挙手/iu;
const boxes: readonly (readonly [string, string])[] = [
  "（）",
  "()",
  "〔〕",
  "［］",
  "[]",
  "【】",
  "＜＞",
  "〈〉",
  "《》",
  "<>",
].map((pair) => [pair[0]!, pair[1]!]);
const rule =
  /^[\s\u3000]*(?:[─―—━‐]{2,}(?:[\s\u3000]*[・◇○●◆*＊][\s\u3000]*[─―—━‐]{2,})?|[─―—━‐=＝*＊~～_＿-]{3,})[\s\u3000]*$/u;
const ends =
  /^[―—–ー─━‐\-－=＝]{1,6}[\s\u3000]*(?:以[\s\u3000]?上|了|完|終[\s\u3000]?了?|end)[\s\u3000]*[―—–ー─━‐\-－=＝]{1,6}$/iu;
/** Music, and what a recorder says of itself. */
const recording =
  /^(?:[♪♫♬♩〜～\s\u3000]*[♪♫♬♩][♪♫♬♩〜～\s\u3000]*|(?:録音|録画|文字起こし)を?(?:開始|終了|停止|中断|再開)(?:しました)?[。.]?)$/u;
const surelyBehind = /^(?:[^\p{L}\p{N}]|午|正午)/u;
const laughter = /^.笑い?.$/u;
/** No line of this kind is longer. */
const longest = 80;

export type StageLine = "assent" | "stage";

/**
 * What a line tells that nobody says: the course of the meeting with its time (「午後三時閉会」), what is heard or done, in brackets
 * (「（休憩）」, 「〔「異議なし」と呼ぶ者あり〕」), rules, and that the minutes end (「――了――」). Undefined for what may be said.
 */
export function stageLine(line: string): StageLine | undefined {
  const words = line.trim();
  if (words === "" || words.length > longest) return undefined;
  if (rule.test(words) || ends.test(words) || atTime.test(words) || recording.test(words)) return "stage";
  const inner = boxed(words);
  if (inner === undefined || !(doings.test(inner) || atTime.test(inner))) return undefined;
  return assent.test(inner) ? "assent" : "stage";
}

/** Lines with what no one says behind their words on a line of its own: 「終わります。（拍手）」, 「以上です。――了――」. */
export function withStagesParted(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const stages: string[] = [];
    let words = line;
    for (let at = stageBehind(words); at > 0; at = stageBehind(words)) {
      stages.push(words.slice(at).trim());
      words = words.slice(0, at);
    }
    return [words, ...stages.reverse()];
  });
}

/** Lines without stage directions, and these by the number of the line that they stand before. */
export function takeStages(lines: readonly string[]): { kept: string[]; stages: ReadonlyMap<number, string[]> } {
  const kept: string[] = [];
  const stages = new Map<number, string[]>();
  const isStage = remembered((line) => stageLine(line) !== undefined);
  for (const line of lines) {
    if (isStage(line)) pushTo(stages, kept.length, line.trim());
    else kept.push(line);
  }
  return { kept, stages };
}

/** A copy of the list for each entry would take a time that grows with its square. */
function pushTo(lists: Map<number, string[]>, key: number, words: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [words]);
  else list.push(words);
}

/** Where the sentence ends that a stage direction follows; -1 where none does. */
function stageBehind(line: string): number {
  const from = Math.max(0, line.trimEnd().length - longest);
  for (let at = line.length - 1; at > from; at -= 1) {
    if (!/[。！？.!?」]/u.test(line[at - 1]!)) continue;
    const behind = line.slice(at).trim();
    // 「（笑）」 is how something is said, and 「10時再開」 may be said.
    if (stageLine(behind) !== undefined && surelyBehind.test(behind) && !laughter.test(behind)) return at;
  }
  return -1;
}

function boxed(words: string): string | undefined {
  const pair = boxes.find(([open, close]) => words.startsWith(open) && words.endsWith(close));
  const inner = pair === undefined ? "" : words.slice(1, -1).trim();
  return inner === "" ? undefined : inner;
}
