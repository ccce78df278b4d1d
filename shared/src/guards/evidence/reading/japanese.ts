import type { Span } from "../../../vocabulary";
import type { Figure } from "../../figures";
import { isLightJapanese } from "../words/light-words";
import type { Role, Token } from "./clause";

/** What stands before a comma when a predicate ends there; a topic or a listed noun does not. */
const ends =
  /(?:[てでしりちいきぎみえけせてねべめれずくうたるつぬむぶだ]|が|ため|ので|から|なら|場合(?:は|に(?:は|おいては)?|に限り)?|[るたい]とき(?:は|に)?|際(?:は|に)?|一方(?:で)?|ものの|もとで|[いるた]以上|上で|うえで|結果)$/u;
const noEnd =
  /(?:として|について|において|おいて|対して|関して|とって|よって|により|従って|伴い|向けて|めぐって|通じて|受けて|踏まえ(?:て)?|及び|並びに|または|又は|まで|では|には|とは|のうち|うち|から[はも]?|ただし|ただ|しかし|また|なお|まず|次に|次いで|特に|例えば|たとえば|さらに|更に|そして|それで|では|(?<![たるい])一方|そのため|したがって|つまり|よろしい|はい|いいえ|くらい|ぐらい|など|ほど|だけ|のみ|まだ|主に|早ければ|遅くとも)$/u;
const conjunctive =
  /(?:ため(?!の|にも)(?:に)?|ものの|一方で?|場合に(?:は|限り)|場合は|ときは|[たる]ので|ますので|ですので|ですが|ますが|ましたが|(?:た|る|い)(?:うえ|上)で)(?![、。])/gu;

/** Cuts a sentence at commas after a predicate, and at conjunctions without a comma. Gapless. */
export function japaneseClauses(sentence: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const cut = (end: number): void => {
    if (end > start) spans.push({ start, end });
    start = Math.max(start, end);
  };
  for (const match of sentence.matchAll(/[、,，]/gu)) {
    if (/[0-9]/.test(sentence[match.index - 1] ?? "") && /[0-9]/.test(sentence[match.index + 1] ?? "")) continue;
    const before = sentence.slice(start, match.index);
    const inner = joints(before);
    for (const at of inner) cut(start + at);
    const rest = sentence.slice(start, match.index);
    if (
      (ends.test(rest) && !noEnd.test(rest)) ||
      (/(?:さん|課|室|係|氏|君|委員|課長|係長|部長|名|人|件|回|円|%|倍|台|者)$/u.test(rest) && hasTopic(rest))
    )
      cut(match.index + 1);
    else if (
      /[0-9][^0-9、]{1,4}$/u.test(rest) &&
      hasTopic(rest) &&
      /^[^、。]*[はが][^、。]*[0-9]/u.test(sentence.slice(match.index + 1))
    )
      cut(match.index + 1);
    else if (/[がは].+を$/u.test(rest) && /^[^、。]+[がは]/u.test(sentence.slice(match.index + 1)))
      cut(match.index + 1);
  }
  const offset = start;
  for (const at of joints(sentence.slice(offset))) cut(offset + at);
  cut(sentence.length);
  return spans;
}

/** 「Aは甲、Bは乙」: each part has its own topic and no verb. */
function hasTopic(text: string): boolean {
  return /[はが]/u.test(text.slice(1));
}

/** Ends of conjunctions inside a stretch without commas, ascending. */
function joints(text: string): number[] {
  return [...text.matchAll(conjunctive)]
    .map(({ index, 0: words }) => index + words.length)
    .filter((end) => end < text.length);
}

const run =
  /[A-Z](?=[社課市県町区村案氏班校棟館])[\p{Script=Han}]|[\p{Script=Han}々ヶ]+|[ァ-ヴヵー]{2,}|[A-Za-z][A-Za-z0-9.&+-]*|[ぁ-ん]+|[0-9]+/gu;
/** Units in katakana or letters right behind a figure: part of it, and no word. */
const unit =
  /^(?:キロ|メガ|ギガ|テラ|ミリ|センチ|メートル|キロメートル|グラム|トン|リットル|ヘクタール|アール|パーセント|ポイント|ページ|ワット|キロワット|バイト|ビット|[KMGT]i?B|km|m|cm|mm|kg|g|kW|MW|kWh|MWh|ha|路線|項目|種類|団体)$/u;
const counters = new Set("枚名人件個台回筆棟戸社校本冊頭隻票通部席室箇か所者歳才割点位番目つ".split(""));
/** Words of meaning that are written in hiragana. */
const kanaWords =
  /こども|おそれ|ごみ|いじめ|ひきこもり|ひとり親|がん|まちづくり|ものづくり|ばらつき|はがき|ねらい|めど|くじ/gu;

/** Words of meaning and figures of a clause, in order. `offset` is the clause's place, `phrase` the number of its first stretch. */
export function japaneseTokens(text: string, offset: number, figures: readonly Figure[], phrase: number): Token[] {
  const tokens: Token[] = [];
  const isFigure = new Uint8Array(text.length + 1);
  for (const figure of figures) {
    if (figure.weak) continue;
    const start = figure.span.start - offset;
    const end = Math.min(text.length, figure.span.end - offset);
    isFigure.fill(1, start, end);
    tokens.push({ ...base(text.slice(start, end), start, end), kind: "figure", figure });
  }
  for (const { index, 0: word } of text.matchAll(run)) {
    for (const [start, end] of freeParts(index, index + word.length, isFigure)) {
      const own = text.slice(start, end);
      if (/^[ぁ-ん]/u.test(own)) {
        for (const kana of own.matchAll(kanaWords)) {
          tokens.push({ ...base(kana[0], start + kana.index, start + kana.index + kana[0].length), kind: "word" });
        }
      } else if (start > 0 && (isFigure[start - 1] === 1 || /[0-9]/.test(text[start - 1]!)) && unit.test(own)) {
        continue;
      } else if (!/^[0-9]+$/.test(own)) {
        // 「2,000枚不足」: the counter belongs to the figure.
        const counted =
          start > 0 && (isFigure[start - 1] === 1 || /[0-9]/.test(text[start - 1]!)) && counters.has(own[0]!);
        const from = start + (counted ? 1 : 0) + adverbBefore(own, text.slice(end, end + 2));
        // 「統一及び」, 「森宛て」: what joins or directs is no part of the word.
        const to = end - (/[及並又宛]$/u.test(own) && end - from > 1 ? 1 : 0);
        if (from < to) tokens.push({ ...base(text.slice(from, to), from, to), kind: "word" });
      }
    }
  }
  tokens.sort((a, b) => a.start - b.start);
  let number = phrase;
  let at = 0;
  for (const token of tokens) {
    const between = text.slice(at, token.start);
    number += (between.match(/[、,，()（）:：]/gu) ?? []).length > 0 ? 1 : 0;
    token.phrase = number;
    at = token.end;
    const tail = text.slice(token.end, token.end + 20);
    token.role = roleOf(tail);
    token.isPredicate = token.kind === "word" && isPredicate(token.text, tail);
    token.light = token.kind === "word" && (isLightJapanese(token.text) || isLightCompound(token.text));
    token.start += offset;
    token.end += offset;
  }
  return tokens;
}

/** 「対応予定」, 「検討結果」: put together of words that only frame. */
function isLightCompound(text: string): boolean {
  return text.length === 4 && isLightJapanese(text.slice(0, 2)) && isLightJapanese(text.slice(2));
}

function base(text: string, start: number, end: number): Omit<Token, "kind"> {
  return { text, start, end, role: "", phrase: 0, isPredicate: false, light: false };
}

const adverbs =
  /^(?:一度|今回|今後|当日|昨日|本日|毎年|毎月|毎日|今年|昨年|来年|全員|全部|随時|順次|一部|相互|大幅|再度|現在|将来|当面)(?=[\p{Script=Han}]{1,2}$)/u;
const okurigana = /^[いきくけこさしすせそちつってとみむめもりるれろえぎぐげごじぜびぶべぼらわまかたばなや]/u;

/** 「一度開かれた」, 「当日配布せず」: an adverb right before a verb is no part of it. Its length, or 0. */
function adverbBefore(word: string, tail: string): number {
  const [adverb] = adverbs.exec(word) ?? [];
  if (adverb === undefined) return 0;
  const isVerb =
    word.length - adverb.length === 1 ? okurigana.test(tail) : /^(?:する|し(?!か)|さ|せ|いた|でき)/u.test(tail);
  return isVerb ? adverb.length : 0;
}

/** Parts of a run that belong to no figure. */
function freeParts(start: number, end: number, isFigure: Uint8Array): [number, number][] {
  const parts: [number, number][] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && isFigure[at] !== 1) continue;
    if (at > from) parts.push([from, at]);
    from = at + 1;
  }
  return parts;
}

const roles: [RegExp, Role][] = [
  [
    /^(?:」|\)|さん|様|ら|など|等|だけ|のみ|くらい|ぐらい|ほど)*(?:については|に関しては|としては|では|には|とは|は|も)(?![ぁ-ん]*ず)/u,
    "topic",
  ],
  [/^(?:」|\)|さん|様|ら|など|等|だけ|のみ)*(?:の方)?が(?!る|り|っ|れ)/u, "subject"],
  [/^(?:」|\)|さん|様|ら|など|等|だけ|のみ)*(?:を|について|に関し)/u, "object"],
  [/^(?:」|\)|さん|様|ら|など|等)*(?:により|によって|による|によると|で(?!き|す|あ|し|は))/u, "by"],
  [/^(?:」|\)|さん|様|ら|など|等)*(?:から|より)/u, "from"],
  [/^(?:」|\)|さん|様|ら|など|等)*(?:に(?!く)|へ|まで|宛て?|あて)/u, "to"],
  [/^(?:」|\)|さん|様|ら|など|等)*の/u, "of"],
  [/^(?:」|\)|さん|様|ら|など|等)*(?:と(?!こ|き|ど|り)|や(?!す|め|ら|り|る|っ)|及び|並びに|又は)/u, "with"],
];

function roleOf(tail: string): Role {
  return roles.find(([pattern]) => pattern.test(tail))?.[1] ?? "";
}

/** Okurigana after a kanji, する after a noun, or the end of the clause with the copula. */
function isPredicate(word: string, tail: string): boolean {
  if (
    /^(?:する|し(?!か)|した|され|さ(?:せ|れ)|せ(?:ず|ね)|いたし|致し|でき|すべ|を(?:行|実施|図)|です|だっ|で(?:ある|あっ|ない|す|は(?:な|あ))|だ(?:と|。|$)|。|$)/u.test(
      tail,
    )
  )
    return true;
  if (word.length > 2 || !/^[\p{Script=Han}]/u.test(word)) return false;
  return (
    /^[いきくけこしすせそちつてとみむめもりるれろえぎぐげべびぶらなわかさたまばがやっんう]/u.test(tail) &&
    roleOf(tail) === ""
  );
}
