import { isHiragana, isKanji, isKatakana } from "../../../language/scripts";
import type { NameTag } from "../personal-datum";
import { isDoubtfulName, isFamilyName, longestFamilyName } from "./family-names";
import { endsLikeGivenName, isGivenName, looksLikeGivenName } from "./given-names";
import type { NameSpan } from "./name-span";
import { ordinaryWords } from "./ordinary-words";
import { filler, withoutFillers } from "./plain-characters";
import { honorifics, officeEnds, publicRoles, rolesBeforeName, titles, nameLabels } from "./titles";

/** Sticky, so that looking costs the length of what is found and not of the text. */
const honorific = new RegExp(`(?:${honorifics})`, "uy");
/** A title ends its word: 委員会 and 部長会議 are no people. */
const afterTitle = "(?!会|部会|室|課|部|局|級|職|代表者会議|会議|制度|制|証|養成|研修|派遣|募集|名簿|資格|試験|採用)";
const title = new RegExp(`(?:(?:前|元|新|故|副|同)?(?:${titles})|事務次官|政務秘書官)${afterTitle}`, "uy");
const office = new RegExp(`(?:${publicRoles})`, "uy");
const publicAhead = new RegExp(`^[ 　]?[\\p{Script=Han}ァ-ヶー・]{0,16}?(?:${publicRoles})`, "u");
const publicBefore = new RegExp(`(?:${publicRoles})(?:の|・)?[ 　]{0,2}$`, "u");
const roleBefore = new RegExp(`(?:${rolesBeforeName})(?:(?:の|である|・|兼)|[ 　\\t]{1,3})?$`, "u");
const labelBefore = new RegExp(
  `(?:${nameLabels})(?:[ 　]*[（(][^()（）\\n]{0,12}[)）])?(?:[ 　\\t]*(?:[:：=＝|｜/／]|は(?=[ 　]?))[ 　\\t]*|[ 　\\t]{1,8})$`,
  "u",
);
const introduction = /(?:です|でございます|と申し|ともうし|と申す|でした|と言います|といいます|と名乗)/uy;
const introduced = new RegExp(`[${officeEnds}県市区町村長官員当ープチンタ)）]の$`, "u");
const companyBefore =
  /(?:株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|（株）|㈱|\(有\)|㈲|財団法人|社団法人|学校法人|医療法人)[ 　]?$/u;
/** What makes a word with a family name in it a place, a firm or a thing. */
const notPerson =
  /^(?:県|市|区|町|村|都|府|郡|道|駅|港|島|川|山|海|湾|城|橋|線|線|空港|地方|地区|地域|支店|支社|支部|支局|支所|営業所|事業所|事務所|出張所|工場|製作所|製薬|工業|商店|商事|商会|商社|建設|電機|電気|電力|自動車|銀行|信用金庫|大学|高校|高等|中学|小学|病院|医院|神社|寺|公園|記念|賞|杯|式|法|方式|通り|通|条約|宣言|議定書|ダム|トンネル|税務署|警察|労働局|財務局|家庭裁判|地方裁判|簡易裁判|法務局|運輸|整備局|農政局|出入国|選挙区|平野|盆地|半島|台|団地|ビル|会館|ホール|庁)/u;
/** Parts of an office between a family name and a title: 鈴木総務課長. */
const officePart = new RegExp(`^[\\p{Script=Han}ァ-ヶー・ 　]{1,14}$`, "u");
const officeTail =
  /(?:課|室|部|局|係|官|房|付|担当|班|センター|本部|所|院|会|省|庁|府|事務|総括|統括|統轄|首席|上席|研究|専門|主任|調査|企画|政策|技術|情報|国際|総務|人事|会計|財政|広報|法務|労務|経理|審査|監査|監理|管理|調整|計画|戦略|デジタル|DX)$/u;
/** よし子, 美ゆ子 */
const mixedGiven =
  /^(?:(?![はがのをにへともや])[ぁ-ん]{1,3}[子美代江恵枝絵]|[一-龥](?![はがのをにへともやさかくち])[ぁ-ん]{1,2}[子美代江])$/u;
const gapPattern = /[ 　]{1,3}/uy;
const particle =
  /[はがをにへともの、。,.「」（）()\[\]【】<>:：;；/／・!?！？"'”’\n\r\t 　―—~〜～→|｜]|から|より|まで|ほか|他|ら|です|だ|で|，|$/uy;

export interface JapaneseText {
  /** In plain characters. */
  text: string;
  tags: readonly NameTag[];
}

function at(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? -1;
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && (isKanji(character) || character === filler);
}

/** Names that begin with a family name, written in kanji: with a given name, an honorific, a title, a label, or alone. */
export function findJapaneseNames({ text, tags }: JapaneseText): NameSpan[] {
  const found: NameSpan[] = [];
  const tagged = new Map(tags.filter(({ part }) => part === "family").map(({ start, end }) => [start, end]));
  const taggedGiven = new Map(tags.filter(({ part }) => part === "given").map(({ start, end }) => [start, end]));
  let index = 0;
  while (index < text.length) {
    if (!isHan(text[index]) || text[index] === filler) {
      index += 1;
      continue;
    }
    const span = nameAt(text, index, tagged.get(index), taggedGiven);
    if (span === undefined) index += 1;
    else {
      found.push(span);
      index = span.end;
    }
  }
  return found;
}

function nameAt(
  text: string,
  start: number,
  tagged: number | undefined,
  taggedGiven: ReadonlyMap<number, number>,
): NameSpan | undefined {
  const before = text.slice(Math.max(0, start - 24), start);
  const free = !isHan(text[start - 1]) && !isKatakana(text[start - 1] ?? "");
  const last = text[start - 1] ?? "";
  const role = roleBefore.test(before);
  const officeBefore = publicBefore.test(before);
  const opens = free || role || officeBefore || officeEnds.includes(last) || "市町村区県都府".includes(last);
  // 昨日山田さんが: behind a word of time only what cannot be anything else.
  const afterTime = !opens && "日時週朝夕晩回後前中年月頃".includes(last);
  if (!opens && !afterTime) return undefined;
  const label = labelBefore.test(before);
  if (companyBefore.test(before)) return undefined;
  let fallback: NameSpan | undefined;
  for (let length = longestFamilyName + 1; length >= 1; length -= 1) {
    const end = start + length;
    if (end > text.length) continue;
    const family = withoutFillers(text.slice(start, end));
    const byTagger = tagged === end;
    if (text[end] === filler || !(isFamilyName(family) || byTagger)) continue;
    const context = { text, start, end, family, free, role, label, officeBefore, before, byTagger, taggedGiven };
    const span = withGivenName(context) ?? (afterTime ? undefined : familyAlone(context));
    if (span !== undefined) {
      // 中 of 中村 is shorter: the longest family name that makes sense wins, unless only a shorter one has a given name.
      fallback ??= span;
      break;
    }
  }
  return fallback;
}

interface Context {
  text: string;
  start: number;
  end: number;
  family: string;
  free: boolean;
  role: boolean;
  label: boolean;
  officeBefore: boolean;
  before: string;
  byTagger: boolean;
  taggedGiven: ReadonlyMap<number, number>;
}

function titled(text: string, offset: number): "honorific" | "title" | "office" | undefined {
  const place = text[offset] === " " || text[offset] === "\u3000" ? offset + 1 : offset;
  const length = at(office, text, place);
  if (length > 0)
    return /^(?:秘書|補佐官|官房)/u.test(text.slice(place + length, place + length + 3)) ? "title" : "office";
  if (at(title, text, place) > 0) return "title";
  return at(honorific, text, place) > 0 && honorificEnds(text, place) ? "honorific" : undefined;
}

/** 方 and 君 begin words as well: 方面, 君主. */
function honorificEnds(text: string, offset: number): boolean {
  const length = at(honorific, text, offset);
  if (text[offset] !== "方" && text[offset] !== "君" && text[offset] !== "氏" && text[offset] !== "殿") return true;
  return !isHan(text[offset + length]) || text[offset] === "氏" || /[外他及]/u.test(text[offset + length]!);
}

function publicEnd(text: string, offset: number): boolean {
  const rest = text.slice(offset, offset + 26);
  const match = publicAhead.exec(rest);
  // 菅野副大臣秘書官 holds no public office.
  if (match !== null && /^(?:秘書|補佐|室|会|官房|政務|付|側近|経験者|特使)/u.test(rest.slice(match[0].length)))
    return false;
  return match !== null && !/^[ 　]?(?:県|市|区|町|村|都|府)/u.test(rest) && !/の/u.test(match[0]);
}

function withGivenName(context: Context): NameSpan | undefined {
  const { text, start, end, family, free } = context;
  const role = context.role || context.label;
  const gap = Math.max(0, at(gapPattern, text, end));
  const from = end + gap;
  for (let length = 4; length >= 1; length -= 1) {
    const stop = from + length;
    if (stop > text.length || text[stop] === filler) continue;
    const raw = text.slice(from, stop);
    const given = withoutFillers(raw);
    const kanji = [...raw].every(isHan);
    const kana = !kanji && length >= 2 && ([...raw].every(isHiragana) || [...raw].every(isKatakana));
    const mixed = !kanji && !kana && mixedGiven.test(raw);
    if ((!kanji && !kana && !mixed) || ordinaryWords.has(given)) continue;
    const sign = titled(text, stop);
    const closed = sign !== undefined || boundary(text, stop) || publicEnd(text, stop) || titledOffice(text, stop);
    if (!closed) continue;
    const knownGiven = isGivenName(given) || (context.byTagger && context.taggedGiven.get(from) === stop);
    const listed = gap > 0 && (knownGiven || (kanji && looksLikeGivenName(given)) || (kana && role));
    const joined =
      gap === 0 &&
      (knownGiven ||
        (kanji && endsLikeGivenName(given)) ||
        (kanji && sign === "honorific" && looksLikeGivenName(given)));
    // 中村ひろし委員, 吉良よし子: kana that no list knows, closed by a title or as a whole word.
    const spelled =
      (kana &&
        length >= 2 &&
        sign !== undefined &&
        (length >= 3 || !/^[はがのをにへともやで]/u.test(raw)) &&
        !/^(?:さん|くん|さま|ちゃん|との|から|より|ほか|及び|など|たち|とは|では)/u.test(raw)) ||
      (mixed && (sign !== undefined || gap > 0 || closed));
    if (!listed && !joined && !(spelled && family.length > 1)) continue;
    // 目黒 恵比寿: two places, not a person.
    if (gap > 0 && isDoubtfulName(family) && !knownGiven && (isDoubtfulName(given) || isFamilyName(given))) continue;
    // 高まり
    if (kana && gap === 0 && family.length === 1 && sign === undefined) continue;
    if (kana && knownGiven && gap === 0 && /[はがをにへとも]$/u.test(given) && !isGivenName(given)) continue;
    // One character each is as often a word: 高次, 森美.
    const short = family.length === 1 && given.length === 1;
    if (short && gap === 0 && sign !== "honorific" && !role) continue;
    if (family.length === 1 && gap === 0 && !knownGiven && !role && sign === undefined) continue;
    if (!free && family.length === 1) continue;
    if (isDoubtfulName(family) && gap > 0 && !knownGiven && given.length === 1 && sign === undefined && !role) continue;
    const isPublic = context.officeBefore || sign === "office" || publicEnd(text, stop);
    return { start, end: stop, familyEnd: end, sure: true, ...(isPublic ? { public: true } : {}) };
  }
  return undefined;
}

/** True when a word may end at the offset: punctuation, a space, a particle, the end. */
function boundary(text: string, offset: number): boolean {
  if (offset >= text.length) return true;
  const next = text[offset]!;
  if (isHan(next)) return /^(?:宛|他|外|両|側|及び|並びに|又は|若しくは)/u.test(text.slice(offset, offset + 4));
  if (isKatakana(next)) return false;
  if (isHiragana(next)) return at(particle, text, offset) >= 0;
  return true;
}

function familyAlone(context: Context): NameSpan | undefined {
  const { text, start, end, family, free, role, officeBefore, before } = context;
  const rest = text.slice(end, end + 26);
  const doubtful = isDoubtfulName(family) || family.length === 1;
  const sign = titled(text, end);
  const span = { start, end, familyEnd: end, sure: true };
  if (sign === "office") return free || family.length > 1 ? { ...span, public: true } : undefined;
  if (sign === "honorific")
    return notHonoured(text, start, end) ? undefined : free || !doubtful || role ? span : undefined;
  if (sign === "title") {
    if (family.length === 1 && (!free || "新長町本前元中上下".includes(family))) return undefined;
    if (doubtful && /^[ 　]?(?:支|署|駅|市|県|区|町|村|税務|地方|家庭)/u.test(rest)) return undefined;
    return span;
  }
  if (notPerson.test(rest)) return undefined;
  if (!isHan(text[end]) && (officeBefore || (role && boundary(text, end)))) {
    if (officeBefore) return family.length > 1 || free ? { ...span, public: true } : undefined;
    if (doubtful && !free && family.length === 1) return undefined;
    if (roleMeansName(before, context)) return span;
    if (!introduced.test(before)) return undefined;
  }
  if (isHan(text[end])) {
    if (family.length > 1 && publicEnd(text, end)) return { ...span, public: true };
    return family.length > 1 && titledOffice(text, end) && !doubtfulOffice(family, rest) ? span : undefined;
  }
  if (!boundary(text, end)) return undefined;
  if (labelBefore.test(before)) return { ...span, sure: !doubtful };
  if (at(introduction, text, end) > 0 && (introduced.test(before) || (free && !doubtful))) return span;
  if (aloneOnLine(text, start, end)) return doubtful && !context.byTagger ? undefined : { ...span, sure: !doubtful };
  // 環境管理課福島が: no place stands behind an office like that.
  if (!free && family.length > 1 && /[課室係班]$/u.test(before) && /^[がはもと]/u.test(rest))
    return { ...span, sure: false };
  return !doubtful && (free || officeEnds.includes(text[start - 1] ?? "")) ? { ...span, sure: false } : undefined;
}

/** 奥様, 王様, 皆様: no names. */
function notHonoured(text: string, start: number, end: number): boolean {
  return /^(?:王様|殿様|姫様|奥さ|奥様|宮殿|本殿|社殿|城殿|皆さ|町方|東方|西方|南方|北方|長さ|高さ|谷さ|新た)/u.test(
    text.slice(start, end + 2),
  );
}

/** 鈴木総務課長: the name, then an office, then the title. */
function titledOffice(text: string, offset: number): boolean {
  const tail = text.slice(offset, offset + 22);
  for (let length = 1; length <= 14 && length < tail.length; length += 1) {
    const part = tail.slice(0, length);
    if (!officePart.test(part)) return false;
    if (!officeTail.test(part)) continue;
    if (at(title, text, offset + length) > 0) return true;
  }
  return false;
}

function doubtfulOffice(family: string, rest: string): boolean {
  return isDoubtfulName(family) && !/^(?:総務|人事|会計|企画|秘書|広報|財政|主計|政策|官房|大臣官房)/u.test(rest);
}

/** What is done to people: 主任の市川に伝える. */
const toPerson =
  /^(?:に|へ)(?:も)?(?:伝|連絡|確認|依頼|相談|報告|聞|尋|お願|願|渡|頼|説明|指示|一任|引き継|引継|同行|対し|よれば|よると|代わ|お伝|ご連絡|御連絡|ご確認)/u;

/** A role and a bare family name: 課長の小川は, 代理人山田. A place may follow 担当 as well. */
function roleMeansName(before: string, { free, family, text, end }: Context): boolean {
  if (!isDoubtfulName(family)) return true;
  const direct = /(?:長|補佐|主査|主任|委員|員|官|原告|被告|人)(?:の|[ 　])?$/u.test(before);
  if (!direct || !free) return false;
  const after = text.slice(end, end + 6);
  return !/^[ 　]?(?:で|に|へ)/u.test(after) || toPerson.test(after);
}

function aloneOnLine(text: string, start: number, end: number): boolean {
  // One character more than what may stand before the name, so that the beginning of the line is seen without looking for it.
  const lead = (start <= 5 ? "\n" : "") + text.slice(Math.max(0, start - 5), start);
  if (!/[\n\r][ 　\t>＞|・○〇◯]{0,4}$/u.test(lead)) return false;
  return /^[ 　\t]*(?:$|[\r\n（(/／<])/u.test(text.slice(end, end + 6));
}
