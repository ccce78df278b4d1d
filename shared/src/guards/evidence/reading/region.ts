import type { Figure } from "../../figures";
import { compareFigures } from "../../figures/compare";
import { englishSynonyms, japaneseSynonymsIn, type SynonymPlace } from "../words/synonyms";
import { meaningsInJapanese, meaningsOfEnglish } from "../words/bilingual";
import { consonantsOf } from "./consonants";
import type { Passage, Token } from "./clause";
import { stemOf } from "./english";
import { titles } from "./names";

/** Suffixes and prefixes that come and go with a word: 相談者 for 相談, 各課 for 課. */
const affixes = new Set(
  "未者的化性費側各全等率数額時後前中先別毎度用面間名人件部本同当第約総主最再新回目案書型式品類群系種元現今計分量点料金日月年週士員課室班店所地域区内外上下口期".split(
    "",
  ),
);

/** Kanji of which one word has one and its counterpart another: 南部, 北部; 市内, 市外; 歳入, 歳出. */
const sides = new Set("南北東西内外前後左右男女新旧甲乙丙大中小入出高低昼夜国県市町村朝夕春夏秋冬幼老");

const compass = /[東西南北](?:部|側|口|館|棟|地区|門)/u;

/** Ends of words for people: 相談者 and 相談員 are not the same. */
const people = new Set("者員官士師主客側");

/** A stretch of source in which words of a line are looked for. Everything is an index lookup, so that a line costs its own length. */
export class Region {
  private readonly text: string;
  /** As it is written: capitals tell the names of another language. */
  private readonly written: string;
  private namesMade: ReadonlySet<string> | undefined;
  private packedMade: string | undefined;
  private stemmedMade: ReadonlySet<string> | undefined;
  private runsMade: readonly string[] | undefined;
  private singleMade: ReadonlySet<string> | undefined;
  private stemsMade: Set<string> | undefined;
  private groupsMade: Set<number> | undefined;
  private timesMade: Set<string> | undefined;
  private englishGroupsMade: Set<number> | undefined;
  private meaningsMade: ReadonlySet<number> | undefined;
  private soundsMade: readonly string[] | undefined;
  private isJapaneseMade: boolean | undefined;

  constructor(
    text: string,
    readonly figures: readonly Figure[],
  ) {
    this.written = text;
    this.text = text.toLowerCase();
  }

  /** Without kana between kanji: 取り扱い -> 取扱, 予算の増額 -> 予算増額. */
  private get packed(): string {
    this.packedMade ??= this.text
      .replace(/(?<=[\p{Script=Han}])[ぁ-ん]{1,2}(?=[\p{Script=Han}])/gu, "")
      .replace(/[\s・]/gu, "");
    return this.packedMade;
  }

  /** Kanji that stand alone somewhere. */
  private get single(): ReadonlySet<string> {
    this.singleMade ??= new Set(
      [...this.text.matchAll(/(?<![\p{Script=Han}])[\p{Script=Han}](?![\p{Script=Han}])/gu)].map(
        ([character]) => character,
      ),
    );
    return this.singleMade;
  }

  /** Kanji that are verbs or adjectives: alone, with kana behind them (抑え, 欠けて). */
  private get stemmed(): ReadonlySet<string> {
    this.stemmedMade ??= new Set(
      [
        ...this.text.matchAll(
          /(?<![\p{Script=Han}])[\p{Script=Han}](?=[いきくけこしすせそちつってとみむめもりるれろえぎぐげごじずぜびぶべぼらわまかさたばなやう])(?!(?:と|まで|から|より|って|して|さん|し、|も|や)(?:[^ぁ-ん]|$))/gu,
        ),
      ].map(([character]) => character),
    );
    return this.stemmedMade;
  }

  private get runs(): readonly string[] {
    this.runsMade ??= [...new Set(this.text.match(/[\p{Script=Han}]{3,}/gu) ?? [])];
    return this.runsMade;
  }

  /** 前夜 for 前日夜, 県病 for 県立病院: the kanji of a short word, in order, from the first on, in one longer word. */
  private shortens(word: string): boolean {
    if (word.length < 2 || word.length > 4) return false;
    return this.runs.some((longer) => {
      if (longer.length > word.length * 3) return false;
      let at = -1;
      for (const character of word) {
        at = longer.indexOf(character, at + 1);
        if (at < 0) return false;
      }
      return longer[0] === word[0];
    });
  }

  includes(words: string): boolean {
    return this.text.includes(words.toLowerCase()) || this.packed.includes(words.toLowerCase());
  }

  private get stems(): Set<string> {
    this.stemsMade ??= new Set(
      [...this.text.matchAll(/[a-z\u00c0-\u024f][a-z\u00c0-\u024f'’]*/g)].map(([word]) => stemOf(word)),
    );
    return this.stemsMade;
  }

  private get groups(): Set<number> {
    this.groupsMade ??= new Set(japaneseSynonymsIn(this.text).map(({ group }) => group));
    return this.groupsMade;
  }

  private get isJapanese(): boolean {
    this.isJapaneseMade ??= /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(this.text);
    return this.isJapaneseMade;
  }

  /** What its words mean, for comparing with another language. */
  private get meanings(): ReadonlySet<number> {
    this.meaningsMade ??= this.isJapanese
      ? new Set(meaningsInJapanese(this.text).map(({ group }) => group))
      : new Set([...this.stems].flatMap(meaningsOfEnglish));
    return this.meaningsMade;
  }

  private get englishGroups(): Set<number> {
    this.englishGroupsMade ??= new Set([...this.stems].flatMap((stem) => englishGroupsOf(stem)));
    return this.englishGroupsMade;
  }

  /** Share of a token that stands here, 0 to 1, and what of it stands nowhere here. `line` is the text the token is from. */
  covers(token: Token, line: string): { share: number; novel: string[] } {
    if (token.figure !== undefined) {
      const own = token.figure;
      const found = this.figures.some((figure) => compareFigures(figure, own) === "same");
      return { share: found ? 1 : 0, novel: [] };
    }
    const word = token.text.toLowerCase();
    if (/^[a-z\u00c0-\u024f]/.test(word)) return this.coversLatin(word);
    if (this.includes(word)) return { share: 1, novel: [] };
    if (!this.isJapanese && /[a-z]/.test(this.text)) return this.coversAcross(token, line);
    if (/^[ァ-ヴヵー]/u.test(word)) return this.coversKatakana(token, line);
    return this.coversKanji(token, line);
  }

  /** True for 南部地区 where the source has 北部地区: the same word but for one side of a contrast. */
  isContrasted({ text }: Token): boolean {
    if (text.length < 2 || this.includes(text)) return false;
    // 「県西部」 where 「市の東部」: the side alone is another one.
    const [side] = compass.exec(text) ?? [];
    if (side !== undefined && !this.text.includes(side)) {
      if (["東", "西", "南", "北"].some((one) => this.text.includes(one + side.slice(1)))) return true;
    }
    for (let at = 0; at < text.length; at += 1) {
      const among = sides.has(text[at]!) ? sides : at > 0 && people.has(text[at]!) ? people : undefined;
      if (among === undefined) continue;
      const [before, after] = [text.slice(0, at), text.slice(at + 1)];
      for (const side of among) if (side !== text[at] && this.packed.includes(before + side + after)) return true;
    }
    return false;
  }

  private coversLatin(word: string): { share: number; novel: string[] } {
    const stem = stemOf(word);
    if (this.stems.has(stem) || (/[^a-z'’]/.test(word) && this.text.includes(word))) return { share: 1, novel: [] };
    if (englishGroupsOf(stem).some((group) => this.englishGroups.has(group))) return { share: 1, novel: [] };
    if (this.isJapanese) {
      const found = meaningsOfEnglish(stem).some((group) => this.meanings.has(group));
      return found || this.soundsLike(word) ? { share: 1, novel: [] } : { share: 0, novel: [word] };
    }
    const positive = /^(?:un|non|in|im)(?=[a-z]{4})/.exec(stem);
    if (positive !== null && this.stems.has(stem.slice(positive[0].length))) return { share: 1, novel: [] };
    if (stem.length >= 5) {
      for (const other of this.stems)
        if (other.length >= 5 && other.slice(0, 5) === stem.slice(0, 5)) return { share: 0.8, novel: [] };
    }
    return { share: 0, novel: [word] };
  }

  /** A Japanese word in an English text: what of it means something that is said there. */
  private coversAcross({ text, start, end }: Token, line: string): { share: number; novel: string[] } {
    if (/^[ァ-ヴヵー]+$/u.test(text) && this.soundsLike(text)) return { share: 1, novel: [] };
    const covered = new Uint8Array(text.length);
    const stretch = line.slice(start, end + 4);
    for (const place of meaningsInJapanese(stretch)) {
      if (place.start >= text.length || !this.meanings.has(place.group)) continue;
      covered.fill(1, place.start, Math.min(text.length, place.end));
    }
    const known = covered.reduce((sum, one) => sum + one, 0);
    for (let at = 0; at < text.length; at += 1)
      if (covered[at] === 0 && known > 0 && affixes.has(text[at]!)) covered[at] = 1;
    const share = covered.reduce((sum, one) => sum + one, 0) / text.length;
    return { share, novel: share >= 0.5 ? [] : [text] };
  }

  /** ダナン and "Da Nang": the consonants of a foreign name, in order. */
  private soundsLike(word: string): boolean {
    const own = consonantsOf(word);
    if (own.length < 2) return false;
    this.soundsMade ??= (
      this.isJapanese ? (this.text.match(/[ァ-ヴヵー]{2,}/gu) ?? []) : (this.text.match(/[a-z]+(?: [a-z]+)?/gu) ?? [])
    ).map(consonantsOf);
    this.namesMade ??= new Set((this.written.match(/\b[A-Z][a-z]+/gu) ?? []).map(consonantsOf));
    return (
      this.namesMade.has(own) ||
      this.soundsMade.some((other) => other === own || (own.length >= 3 && other.startsWith(own)))
    );
  }

  private coversKatakana({ text, start, end }: Token, line: string): { share: number; novel: string[] } {
    const bare = text.replace(/ー/gu, "");
    const packed = this.text.replace(/ー/gu, "");
    if (packed.includes(bare) || this.hasSynonym(line, start, end)) return { share: 1, novel: [] };
    for (let length = bare.length - 1; length >= Math.max(3, Math.ceil(bare.length * 0.6)); length -= 1) {
      if (packed.includes(bare.slice(0, length)) || packed.includes(bare.slice(-length)))
        return { share: 0.7, novel: [] };
    }
    return { share: 0, novel: [text] };
  }

  private hasSynonym(line: string, start: number, end: number): boolean {
    return synonymsAt(line, start, end).some((place) => this.groups.has(place.group));
  }

  private coversKanji(token: Token, line: string): { share: number; novel: string[] } {
    const { text, start, end, isPredicate } = token;
    const covered = new Uint8Array(text.length);
    const time = relativeTime.exec(text)?.[0] ?? "";
    if (time !== "") {
      this.timesMade ??= timeClasses(this.text);
      if (!this.timesMade.has(timeClass(time)!)) return { share: 0, novel: [text] };
      covered.fill(1, 0, time.length);
    }
    for (let at = 0; at + 2 <= text.length; at += 1) {
      if (this.packed.includes(text.slice(at, at + 2))) covered.fill(1, at, at + 2);
    }
    if (covered.includes(0)) {
      for (const place of synonymsAt(line, start, end)) {
        if (!this.groups.has(place.group)) continue;
        covered.fill(1, Math.max(0, place.start - start), Math.min(text.length, place.end - start));
      }
    }
    // The noun of a verb: 抑制 for 抑え, 欠員 for 欠け. One side of a contrast is never the noun of the other.
    if (text.length >= 2 && covered.includes(0)) {
      for (let at = 0; at + 2 <= text.length; at += 1) {
        if (covered[at] === 1 && covered[at + 1] === 1) continue;
        const isNounOf = [text[at]!, text[at + 1]!].some(
          (character) =>
            this.stemmed.has(character) && !sides.has(character) && !/[定行取付合決用出入分見有持]/u.test(character),
        );
        const edge = (place: number): boolean => place < 0 || place >= text.length || covered[place] === 1;
        if (isNounOf && (text.length % 2 === 0 ? at % 2 === 0 : edge(at - 1) || edge(at + 2)))
          covered.fill(1, at, at + 2);
      }
      if (covered.includes(0) && this.shortens(text)) covered.fill(1);
    }
    for (let at = 0; at < text.length; at += 1) {
      if (covered[at] === 1) continue;
      const character = text[at]!;
      const alone = text.length === 1 && (isPredicate || this.single.has(character)) && this.text.includes(character);
      if (this.single.has(character) || alone) covered[at] = 1;
    }
    for (let at = 0; at < text.length; at += 1) {
      const isEdge = (covered[at - 1] ?? 1) > 0 && (covered[at + 1] ?? 1) > 0 && text.length > 1;
      if (covered[at] !== 0 || !isEdge || !affixes.has(text[at]!)) continue;
      // 中学生 is no 学生 with something before it where the source has 小学生.
      if ((sides.has(text[at]!) || people.has(text[at]!)) && this.isContrasted(token)) continue;
      if (covered[at - 1] === 1 || covered[at + 1] === 1) covered[at] = 2;
    }
    const novel: string[] = [];
    let open = "";
    for (let at = 0; at <= text.length; at += 1) {
      if (at < text.length && covered[at] === 0) open += text[at];
      else {
        if (open !== "") novel.push(open);
        open = "";
      }
    }
    const share = covered.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0) / text.length;
    return {
      share,
      novel: novel
        .map((piece) => piece.replace(titles, ""))
        .filter((piece) => piece !== "" && (!isAffixed(piece, text) || this.isContrasted(token))),
    };
  }
}

/** 仮設住宅用地: a piece of affixes alone says nothing new behind a word that is there. */
function isAffixed(piece: string, word: string): boolean {
  return piece.length < word.length && [...piece].every((character) => affixes.has(character));
}

const remembered = new Map<string, SynonymPlace[]>();
const mostRemembered = 4_000;

/** Words of the synonym table that touch a stretch of a text. The same few words are asked for again and again. */
function synonymsAt(text: string, start: number, end: number): SynonymPlace[] {
  const from = Math.max(0, start - 2);
  const stretch = text.slice(from, end + 6);
  const key = `${start - from} ${end - from} ${stretch}`;
  let places = remembered.get(key);
  if (places === undefined) {
    places = japaneseSynonymsIn(stretch).filter((place) => place.start + from < end && place.end + from > start);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, places);
  }
  return places.map((place) => ({ ...place, start: place.start + from, end: place.end + from }));
}

const groupsOfStem = new Map<string, number[]>();
englishSynonyms.groups.forEach((words, group) => {
  for (const word of words) {
    for (const key of new Set([word, stemOf(word)])) groupsOfStem.set(key, [...(groupsOfStem.get(key) ?? []), group]);
  }
});

function englishGroupsOf(stem: string): readonly number[] {
  return groupsOfStem.get(stem) ?? [];
}

const relativeTime = /^(?:本|今|当|昨|前|来|翌|次|再来|去|先)(?:年度|年|月|週|回|日|々年度|四半期)/u;

/** 本年度, 昨年度: alike in writing, and different years; only the same class covers them. */
function timeClass(text: string): string | undefined {
  const [words] = relativeTime.exec(text) ?? [];
  if (words === undefined) return undefined;
  const unit = words.replace(/^(?:再来|[本今当昨前来翌次去先])/u, "");
  const side = /^再来/u.test(words) ? "2" : /^[本今当]/u.test(words) ? "0" : /^[来翌次]/u.test(words) ? "1" : "-1";
  return `${side}${unit.replace(/^年度$/u, "年")}`;
}

function timeClasses(text: string): Set<string> {
  const found = text
    .replace(/次の/gu, "次回")
    .matchAll(/(?:再来|[本今当昨前来翌次去先])(?:年度|年|月|週|回|日|々年度|四半期)/gu);
  return new Set([...found].flatMap(([words]) => timeClass(words) ?? []));
}

let latest: { text: string; figures: readonly Figure[]; region: Region } | undefined;

/** All passages as one region; the last one is kept, since many lines rest on the same source. */
export function regionOf(passages: readonly Passage[], more: readonly string[], figures: readonly Figure[]): Region {
  const text = [...passages.map((one) => one.text), ...passages.flatMap(({ speaker }) => speaker), ...more].join("\n");
  const isSame =
    latest?.text === text &&
    latest.figures.length === figures.length &&
    latest.figures.every((figure, at) => figure === figures[at]);
  if (!isSame) latest = { text, figures, region: new Region(text, figures) };
  return latest!.region;
}
