import { contentWords } from "../../language";
import { compact } from "./compact";

/** What stands behind the name of a person, an office or an organisation. */
const title =
  "委員長|副委員長|委員|議員|大臣|副大臣|政務官|長官|次官|審議官|参事官|企画官|局長|部長|課長|室長|係長|班長|補佐|主査|主任|会長|副会長|理事長|理事|社長|所長|座長|議長|市長|町長|村長|知事|教授|准教授|博士|弁護士|氏|さん|様|君|殿";
const organisation =
  "省|庁|局|課|室|署|委員会|協議会|審議会|連盟|連合会|協会|機構|財団|公社|公団|組合|大学|研究所|センター|株式会社|病院|銀行|商工会議所|警察|消防";
const named = new RegExp(
  `([\\p{Script=Han}々ヶ\\p{Script=Katakana}ー]{1,16}?)(${title}|${organisation})(?![\\p{Script=Han}々])`,
  "gu",
);
/** What makes no name of the word before it: 「各課」, 「担当課」, 「関係省庁」. */
const general =
  /^(?:各|当|本|同|全|両|他|別|担当|関係|所管|主管|所属|事務|当該|関連|該当|各関係|専門|有識|出席|参加|民間|第三者|地方|都道|市区町村|教|会議|相談|待合|原|庁|[開閉登来退入在]|窓口|皆|皆様|お客|全員|.{0,6}会議|複数の?|一部の?)$/u;
const latinName = /[A-Za-z][A-Za-z0-9&.+-]*[A-Za-z0-9]/g;
/** Latin words that an English sentence has without naming anyone. */
const plainLatin =
  /^(?:the|a|an|it|they|he|she|we|i|this|that|these|those|in|on|at|by|for|to|of|and|or|but|if|as|when|after|before|each|all|no|not|there|some|both|its|their|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|japanese|english|todo)$/i;

/** Behind a figure these are units: the figure is compared with what was said (「10メガ」). */
const unit = /^(?:[kmgtp]i?b|[kmg]?bps|[kmc]?m|[mk]?g|[kmg]?wh?|h?z|pa)$/i;

const acts = /^(?:['’]s)?\s+(?:will|is|was|has|had|would|shall|can|said|[a-z]+ed)\b/;
/** Words for people and things that are nobody's name. */
const anybody =
  /^(?:participants?|members?|attendees|speakers?|everyone|everybody|people|staff|officials?|offices?|chair\w*|committees?|group|team|meeting|discussion|nobody|someone|one|many|most|several|others?|what|which|who|work|action|decision|\w+(?:ing|tion|ment|ness|ity|s))$/i;

/**
 * Names of people, offices and organisations in a line that none of the sources has: 「山田課長」 when nobody of that name
 * occurs, a Latin name or acronym. Titles may differ (山田さん, 山田課長), widths and spaces too.
 */
export function unknownNames(line: string, sources: readonly string[]): string[] {
  const text = sources.map(compact).join("\n");
  const unknown: string[] = [];
  for (const match of line.matchAll(named)) {
    const [whole, name, kind] = match as unknown as [string, string, string];
    if (general.test(name) || text.includes(compact(whole)) || isInside(name, kind, text)) continue;
    unknown.push(whole);
  }
  const isEnglish = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line);
  for (const match of line.normalize("NFKC").matchAll(latinName)) {
    const [word] = match;
    if (!/[A-Z]/.test(word) || plainLatin.test(word) || text.includes(compact(word))) continue;
    if (unit.test(word) && /[0-9]\s?$/.test(line.normalize("NFKC").slice(0, match.index))) continue;
    const opensSentence = /^\s*$|[.!?:]["”')]?\s*$/.test(line.slice(0, match.index));
    // The first word of an English sentence has a capital whatever it is; a name is what does something there.
    const rest = line.slice(match.index + word.length);
    if (isEnglish && opensSentence && !/^[A-Z]{2}/.test(word) && !(acts.test(rest) && !anybody.test(word))) continue;
    unknown.push(word);
  }
  return unknown;
}

/** The name is there without its title, or put together of words that are there. */
function isInside(name: string, kind: string, text: string): boolean {
  const bare = compact(name);
  // A single kanji before 省 or 課 is no name to look for alone.
  if (bare.length >= 2 && text.includes(bare)) return true;
  // 「東氏」 where 「労働組合（東）」 speaks.
  if (bare.length === 1 && /^[氏]$|さん|様/u.test(kind))
    return new RegExp(`(?<![\\p{Script=Han}])${bare}(?![\\p{Script=Han}])`, "u").test(text);
  const words = contentWords(name + kind).filter((word) => word.length >= 2);
  return words.length > 1 && words.every((word) => text.includes(compact(word)));
}
