import { figuresIn, type Figure } from "@genai-office/shared/guards";
import type { Utterance } from "@genai-office/shared/transcript";
import { dateOf } from "./meeting-of-file-name";
import { isPutRight, now, openingSentences, repair } from "./opening-words";

/** What who opens the meeting says of it. */
export interface OpeningMeeting {
  /** YYYY-MM-DD, where the year is said as well. */
  date?: string;
  /** The day in the words of the speaker, where no year is said. */
  day?: string;
  place?: string;
}

/** Of another meeting, of what was or may be, or taken back: nothing of such a sentence is the head's. */
const other =
  /次回|次の|前回|前々回|前の|昨年|昨日|先日|先週|先月|来週|来月|来年|明日|後日|当初|視察|候補|変更|延期|中止|ではなく|じゃなく|いや|失礼|訂正|間違|場合|もし|予定|ですか|でしょうか|ません/u;

/** The meeting begins: 「場所は…」 alone behind it is its place. */
const begins = /(?:始め|開会|開催|開始)[^。]{0,12}ます$|お集まり|出席いただ/u;
/** One day of several. */
const several = /[\d０-９〇一二三四五六七八九十]日|両日|日間|日程/u;

/** What a meeting is held in; other words behind 「場所は」 may be anything. */
const room =
  "(?:室|議場|ホール|講堂|庁舎|会館|公民館|図書館|センター|役場|役所|階|オンライン|ウェブ会議|Web会議|Teams|Zoom|Webex)";
const named = new RegExp(
  `(?:^|、)(?:(?:本日|今日|会議|開催)の)?(?:場所|会場)は、?([^。、はがをに]{1,30}?${room})(?:です|でございます|となります|となっております|になります)?$`,
  "u",
);
/** Between the room and the verb stands the meeting's name alone: 「第三会議室で起きた漏水について…」 tells no place. */
const heldIn = new RegExp(
  `(?:^|から|より|[、はを])((?:[^。、はがをにの]{1,16}[階館舎庁所場]の)?[^。、はがをにの]{0,24}${room})(?:において|にて|で)、?(?:[^。ぁ-ん]{0,40}を)?(?:開会|開催|実施|開始|行い|始め|開き)(?:いたし|致し|し|させていただき)?(?:ます|ております)$`,
  "u",
);
const opened =
  /^(?:(?:それでは|では|はい|[^。、]{1,20}(?:ので|ため))、?)*(?:ただいま|これ|本日)(?:から|より)?[、は]?$/u;
const numberedMeeting = /^の(?:第|定例|臨時)[^。をぁ-ん]{0,60}を(?:開会|開催|開始|始め)/u;
const today = /^(?:(?:それでは|では|はい)、?)?(?:本日|今日)は、?$/u;
const endOfDay = /^(?:[（(][日月火水木金土](?:曜日?)?[）)]|[日月火水木金土]曜日?)?(?:です|でございます)?(?:、|$)/u;

/**
 * Day and place of a meeting, where who speaks first says them plainly in the first utterances: 「本日は令和8年11月24日、場所は第三会
 * 議室です」, 「ただいまから令和8年11月24日の第3回検討会を開会します」. Nothing is taken of a sentence about another meeting or of an
 * opening that is put right, and nothing that is said in two ways.
 */
export function meetingOfOpening(utterances: readonly Utterance[]): OpeningMeeting {
  const sentences = openingSentences(utterances);
  if (sentences.some((sentence) => repair.test(sentence)) || isPutRight(utterances)) return {};
  const days: Figure[] = [];
  const places: string[] = [];
  let isBegun = false;
  for (const sentence of sentences) {
    if (other.test(sentence)) {
      isBegun = false;
      continue;
    }
    const dates = figuresIn(sentence).filter(({ date }) => date?.day !== undefined);
    const [date, ...more] = dates;
    const isToday = date?.date?.month !== undefined && more.length === 0 && isDayOfMeeting(sentence, date);
    if (isToday) days.push(date);
    // A day that is not the meeting's is of something else, and so is the place beside it.
    if (dates.length > 0 && !isToday) continue;
    const isHere = now.test(sentence) || isBegun;
    isBegun = isToday || begins.test(sentence);
    const place = named.exec(sentence)?.[1] ?? (isOfMeeting(sentence) ? heldIn.exec(sentence)?.[1] : undefined);
    if (isHere && place !== undefined) places.push(place.replace(/^(?:本日|今日|ここ)?、?/u, ""));
  }
  const place = new Set(places).size === 1 ? places[0]! : undefined;
  return { ...dayOf(days), ...(place === undefined ? {} : { place }) };
}

/** 「本日は第4回検討会を第二会議室で開催します」, and not 「今日は避難訓練をホールで実施します」. */
function isOfMeeting(sentence: string): boolean {
  const objects = [...sentence.matchAll(/([^、。はを]{1,80})を/gu)].map((match) => match[1]!);
  return (
    now.test(sentence) && objects.every((words) => /(?:会|会議|会合|打合せ|打ち合わせ|ミーティング)$/u.test(words))
  );
}

function isDayOfMeeting(sentence: string, { span }: Figure): boolean {
  const before = sentence.slice(0, span.start);
  const after = sentence.slice(span.end);
  return (
    (today.test(before) && endOfDay.test(after) && !several.test(after)) ||
    (opened.test(before) && numberedMeeting.test(after))
  );
}

function dayOf(days: readonly Figure[]): Pick<OpeningMeeting, "date" | "day"> {
  const [first] = days;
  if (first?.date === undefined) return {};
  const { year, month, day } = first.date;
  if (days.some(({ date }) => date?.month !== month || date?.day !== day || date?.year !== year)) return {};
  if (year === undefined) return { day: first.text };
  const date = dateOf(year, `${month}`, `${day}`);
  return date === undefined ? {} : { date };
}
