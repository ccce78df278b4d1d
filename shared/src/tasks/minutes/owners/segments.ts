import { mentionsOf } from "./name-spellings";
import { mayDo } from "./roles";

/** Who may do what a stretch of a sentence tells. */
export interface Segment {
  /** As the sentence calls them; empty where it names nobody. */
  name: string;
  text: string;
}

const called =
  /(?:[\p{Script=Han}々ヶ]{1,5}|[\p{Script=Katakana}ー]{2,10})(?:さん|氏|様|君|(?:課長補佐|課長|係長|室長|部長|局長|次長|委員|主任|主査|補佐)(?!\p{Script=Han}))|(?<![\p{Script=Han}々])[\p{Script=Han}々]{1,8}(?:課|係|室|局|班|部|委員会|センター)(?![\p{Script=Han}])|各(?:自|課|係|室|部|委員|省庁?|社|府省|市町村|県|班)|全員|(?:委員の)?(?:皆さん|みなさん|皆様|みんな|先生方)|一人(?=一つ|ずつ)/gu;

/**
 * Cuts a sentence where it names who does what: 「戸塚さんは研修を、小比類巻さんは名簿をお願いします」 has two segments, a sentence that names
 * one or nobody is one.
 * @param people names of who speaks in the meeting
 */
export function segmentsOf(sentence: string, people: readonly string[]): Segment[] {
  const mentions = [
    ...people.flatMap((name) => mentionsOf(sentence, name)),
    ...[...sentence.matchAll(called)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  ]
    .filter((mention) => mayDo(sentence, mention))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => all.slice(0, index).every((before) => before.end <= start));
  if (mentions.length === 0) return [{ name: "", text: sentence }];
  const nameOf = ({ start, end }: { start: number; end: number }): string => sentence.slice(start, end);
  if (mentions.length === 1) return [{ name: nameOf(mentions[0]!), text: sentence }];
  // 「名簿は戸塚さん、研修は小比類巻さん」: what is done stands before each name.
  const isBefore = /[\p{Script=Han}\p{Script=Katakana}A-Za-z]{2,}[^、。]{0,6}[はをも、]$/u.test(
    sentence.slice(0, mentions[0]!.start),
  );
  const segments = mentions.map((mention, index): Segment => {
    const before = mentions[index - 1];
    const from = !isBefore ? mention.start : before === undefined ? 0 : endWithDay(sentence, before.end);
    const to = isBefore ? endWithDay(sentence, mention.end) : (mentions[index + 1]?.start ?? sentence.length);
    return { name: nameOf(mention), text: sentence.slice(from, to) };
  });
  // 「戸塚さんと小比類巻さんで名簿の点検を」: both.
  return segments.map((segment, index) => {
    const next = segments[index + 1];
    const hasNothing = !/[\p{Script=Han}\p{Script=Katakana}A-Za-z]{2}/u.test(segment.text.replace(segment.name, ""));
    return hasNothing && !isBefore && next !== undefined ? { ...segment, text: segment.text + next.text } : segment;
  });
}

/** 「図は戸塚さんが十日までに、表は…」: the day behind a name belongs to what stands before it. */
function endWithDay(sentence: string, end: number): number {
  return end + (/^(?:が|に|で)[^、。]{1,20}までに/u.exec(sentence.slice(end))?.[0].length ?? 0);
}
