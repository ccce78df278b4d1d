import { isFamilyName } from "../guards/masking/names/family-names";
import { isThing } from "./typed/things";

/** Signs of a sentence, an address, a list or a program, none of which a name has. */
const noName = /[。、，！？!?「」『』"“”…;；|<>={}\\`^]|https?$|[\n\t]/u;
/** Points of a list: 「②人事」. */
const circled = /^[①-⑳]/u;
/** Times in words. */
const timeInWords = /[0-9０-９]\s?時\s?[0-9０-９]{1,2}\s?分|^午[前後][\s\u3000]?[0-9０-９]/u;
/** What people are called stands between their names: 「John "JJ" O'Neil」. */
const calledName = /(?<=\S\s)["“]([\p{L}.'’ -]{1,20})["”](?=\s\S)/u;
/** "Zhang, Wei": a directory's way to write a name. */
const surnameFirst = /^(\p{Lu}[\p{L}'’-]{1,20}), (\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20})?)(?=$|\s*[（(])/u;
/** A full stop that ends no title. */
const sentenceWithin = /(?<!\b(?:Dr|Mr|Ms|Mrs|Prof|Hon|St|Sr|Jr))(?<=\p{Ll}{1})\.\s+\p{L}/u;
/** Words before a colon that say what a line is, not who speaks. */
const lineWords =
  /^(?:質問|回答|問|答|質疑|応答|議題|議事|議案|案件|論点|テーマ|日時|日付|開催日時?|場所|開催場所|会場|出席者?|参加者|欠席者?|列席者?|傍聴者?|(?:出席|欠席|列席|傍聴|参加|説明)(?:委員|議員|職員|説明員)|資料|配付資料|配布資料|決定(?:事項)?|合意(?:事項)?|結論|宿題(?:事項)?|課題|対応|今後の(?:対応|予定)|次回|目的|概要|要旨|背景|補足|注|注意|備考|参考|例|例えば|たとえば|つまり|すなわち|理由|原因|件名|会議名|会議|作成者?|記録者?|(?:録音|録画|会議)(?:時間|日時)|時間|期間|担当|期限|その他|以上|以下|合計|第?[0-9０-９一二三四五六七八九十]+[.．、番号条項目回]?|note|date|time|place|location|venue|agenda|topic|subject|title|attendees?|participants?|present|absent|decisions?|action(?: items?)?|actions?|summary|duration|example|e\.g|i\.e|https?|re|fw|fwd|to|from|cc)$/i;
/** 「２．」, 「（2）」, 「②」 before the words of an entry. */
const numbering = /^(?:[0-9０-９]{1,2}\s*[.．)）]|[（(][0-9０-９一二三四五六七八九十]{1,2}[）)]|[①-⑳])\s*(?=\S)/u;
const clauses =
  /(?:です|ます|した|ない|である|について|に関して|として|ください|という|は|が|を|に|で|と|も|の|し|て)$/u;
const officeEnd =
  /(?:委員|議員|委員長|会長|議長|座長|部会長|理事長?|課長|室長|部長|局長|係長|次長|審議官|参事官|企画官|補佐|主査|主任|官房長|長官|大臣|政務官|知事|市長|町長|村長|区長|教授|准教授|弁護士|先生|参考人|構成員|事務局|担当者?|司会者?|監事|幹事|代表|社長|専務|常務|さん|様|氏|君|殿|くん|ちゃん|課|室|部|局|係|省|庁)(?:[（(][^（）()]{1,30}[）)])?[0-9０-９A-ZＡ-Ｚ]?$/u;

/** True when words may be the name of who speaks; `surely` when they end like the name of a person in office. */
export function isLikeName(words: string): boolean {
  const name = plain(words.trim());
  if (name === "" || name.length > 40 || noName.test(name) || lineWords.test(name)) return false;
  // 「２．会場」 is the second entry of a head.
  const entry = name.replace(numbering, "");
  if (entry !== name && lineWords.test(entry)) return false;
  if (!/\p{L}/u.test(name) || sentenceWithin.test(name) || timeInWords.test(name) || circled.test(name)) return false;
  if (isThing(name) || (entry !== name && isThing(entry)) || isLatinPhrase(name)) return false;
  return endsLikeOffice(name) || !(clauses.test(name) && name.length > 3) || isWithGivenName(name);
}

/** 「尾崎 まこと」 and 「川村 たけし」 end as clauses do. */
const givenInKana = /^([\p{Script=Han}々ヶ]{1,4})[ \u3000]([\p{Script=Hiragana}]{2,4})$/u;
const grammar =
  /^(?:です|ます|した|ました|ない|について|に関して|として|という|から|まで|より|だけ|など|には|では|とは|への|での|とも|しか|ので|のに|こと|もの|ため)/u;

function isWithGivenName(name: string): boolean {
  const [, family, given] = givenInKana.exec(name) ?? [];
  return family !== undefined && isFamilyName(family) && !grammar.test(given!);
}

/** A name without what people are called besides, and in the order in which it is spoken. */
function plain(name: string): string {
  return /["“,]/.test(name) ? name.replace(calledName, "$1").replace(surnameFirst, "$1 $2") : name;
}

/**
 * "Choose as many as you like": four words or more, two of them small and none of those that names have; "Order of delivery", "npm
 * run build": names do not end in a small letter behind a capital, nor are they three small words.
 */
function isLatinPhrase(name: string): boolean {
  if (!/\s/u.test(name)) return false;
  const words = name
    .replace(/[（(][^（）()]*[）)]/gu, "")
    .trim()
    .split(/\s+/u);
  const small = words.map((word) => /^\p{Ll}/u.test(word) && !particles.test(word));
  if (small.at(-1) === true && (/^\p{Lu}/u.test(words[0]!) || (words.length > 2 && !small.includes(false))))
    return true;
  return words.length > 3 && small.filter(Boolean).length > 1;
}
const particles =
  /^(?:d[aeiou]|del|della|der|den|des|dos|la|le|van|von|zu|bin|ibn|al|el|of|for|and|the|y|e|to|jr|sr|esq|phd|md)\.?$/u;

/** True for 「山田委員」, 「事務局（佐藤課長）」, 「総務課」. */
export function endsLikeOffice(name: string): boolean {
  return officeEnd.test(name);
}

/** 「事務局　三枝」, 「総務課 大槻 進」: the office first. */
const officeBefore = /^(\S{2,16})[ \u3000]+\p{Script=Han}{1,4}(?:[ \u3000]\p{L}{1,5})?$/u;

/** True for a person in office, who may stand behind the office: 「山田委員」, 「事務局　三枝」. */
export function isInOffice(name: string): boolean {
  return endsLikeOffice(name) || endsLikeOffice(officeBefore.exec(name)?.[1] ?? "");
}

/** Words that begin with a capital, particles of names, initials; a unit or company in brackets behind them. */
const latinPerson =
  /^(?=.*\s)\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|da|di|du|del|della|la|le|van|von|der|den|bin|al|["“]\p{Lu}[^"”]{0,20}["”])){1,5}(?:\s*[（(][^（）()]{1,40}[）)])?$/u;
/** Kanji or kana with a space between surname and given name. */
const japanesePerson =
  /^[\p{Script=Han}々ヶ]{1,4}[ \u3000][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5}(?:\s*[（(][^（）()]{1,40}[）)])?$/u;

/** True when words that stand alone can hardly be anything but a person: 「山田 太郎 (企画課)」, "Maria de la Cruz". */
export function isSurelyPerson(words: string): boolean {
  const name = words.trim();
  return (
    isLikeName(name) &&
    (surnameFirst.test(name) || latinPerson.test(name) || japanesePerson.test(name) || endsLikeOffice(name))
  );
}
