import { isFamilyName, isLikeFamilyName } from "./family-names";
import { foreignGiven } from "./foreign-words";
import { looksLikeGivenName } from "./given-names";
import { isGroupOfPeople } from "./groups-of-people";
import { isFunctionWord } from "./kana-words";
import { isNameThere } from "./name-item";
import type { NameSpan } from "./name-span";
import { isOrdinaryWord, mayBeName } from "./may-be-name";
import { nameLabels, publicRoles, readingLabels, rolesBeforeName, titles } from "./titles";

const han = "[\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々ヶ\\ue000]";
const hiragana = "[ぁ-ゖー]";
const katakana = "[ァ-ヺーヽヾ\\uff66-\\uff9f]";
const afterKanji = "(?![\\u4e00-\\u9fff々])";

/** Kanji words with an honorific that nobody is called. */
const addressed =
  /(?:各位|皆|奥|客|神|王|殿|仏|姫|嫁|父|母|兄|姉|弟|妹|親|爺|婆|屋|者|員|長|官|職|士|師|生|民|人|社|課|部|局|省|庁|室|係|会|党|団|組|館|院|所|校|校長|大学|県|市|町|村|区|都|府|国|店|署|班|担当|本部|方|両|同|某|何|誰|摂|多|左|一|仕|異|有|無|如|別|模|態|図|貴|御|氏|諸|華|彼|摂|源|平|藤|姓|名|娘|孫|僕|先|宛|様|等|事務局|担当課|委員|議員|大臣|知事|隣|お|ご|巡|運転手|患|遺族|代表|窓口|施設|機関|業者|新聞|弁護団|商店|銀行|問|文|公|此|他|仕|式|紋|外|企業|業|団体|体|機構|協会|連盟|財団|法人|組合|家族|先方|担|御社|貴社|弊社|当社|主|役|嬢|前|俺|薩|翁|閣下|世|奴|我)$/u;

/** 小鳥遊様: kanji that no list knows, with an honorific that only people get. */
const honoured = new RegExp(
  `(?<![\\u4e00-\\u9fff々ァ-ヺーおご])((?:(?!様)${han}){1,10}(?:[ \\u3000]{1,3}${han}{1,4})?)[ \\u3000]?(?:様(?!式|子|々|態|相|方)|さま(?!ざま)|さん|氏(?!名|族|神)|君${afterKanji}|くん|ちゃん|女史)`,
  "gu",
);
/** たきぐち学君 in a list of members. */
const kanaFamily = new RegExp(
  `(?<=^|[\\n\\u3000、])((?:${hiragana}{2,5})[ \\u3000]{0,3}${han}{1,3})(?=君(?:$|[\\s、。）)]))`,
  "gu",
);
/** 氏名：…, フリガナ：… */
const labelled = new RegExp(
  `(?:氏名|お名前|御氏名|ご氏名|名前|姓名|本名|旧姓|担当者名|担当者|担当|代表者|申請者|申請人|届出人|世帯主|講師|代理人|保護者|受取人|署名)[ \\u3000]*(?:[（(](?:漢字|自署|署名|記名)[)）])?[ \\u3000\\t]*[:：|｜=＝][ \\u3000\\t]*(${han}{1,5}[ \\u3000]${han}{1,4}|${han}{2,6}(?:${hiragana}{2,3})?)(?=[ \\u3000\\t]*(?:$|[\\r\\n、。,（(/／|｜〔［]|様|殿|氏|印))`,
  "gmu",
);
/** What a label may be followed by that is no name. */
const notName =
  /(?:課|部|局|室|係|省|庁|府|県|市|区|町|村|会|社|所|院|店|館|校|科|付|班|官|員|者|長|名|別|欄|先|等|印|無|有|可|不可|不要|必要|未定|同上|省略|別紙|参照|記載|匿名|非公開|未記入|該当|不明|本人|事項|一覧|自宅|会議|資料|担当|中|済|予定|次第|検討|調整|確認|総務|人事|会計|企画|広報|総括|庶務|経理|法務|電話|住所|携帯|用)$/u;

const reading = new RegExp(
  `(?:${readingLabels})(?:[ \\u3000]*[)）:：|｜=＝]{1,2}|[ \\u3000\\t])[ \\u3000\\t]*((?:${hiragana}{2,8}|${katakana}{2,10})[ \\u3000]{0,2}(?:${hiragana}{2,6}|${katakana}{2,8})?)(?![ぁ-ゖァ-ヺー])`,
  "gu",
);
/** やまだ たろう（フリガナ）, さいとう けいこ様 */
const readingBefore = new RegExp(
  `(?<![ぁ-ゖァ-ヺー\\u4e00-\\u9fff])((?:${hiragana}{2,6}[ \\u3000]{1,2}${hiragana}{2,6}|${katakana}{2,8}[ \\u3000]{1,2}${katakana}{2,8}))(?=[ \\u3000]?(?:様|さん|氏|殿|[（(](?:フリガナ|ふりがな|カナ)))`,
  "gu",
);
/** 山田太郎（やまだたろう）: brackets behind a name are looked at by who knows the name. */
export const readingInBrackets = new RegExp(
  `^[ \\u3000]?[（(〔［\\[][ \\u3000]*((?:${hiragana}{2,8}|${katakana}{2,9})[ \\u3000・]{0,2}(?:${hiragana}{2,8}|${katakana}{2,9})?)[ \\u3000]*[)）〕］\\]]`,
  "u",
);

const readingLabel = new RegExp(`^(?:${readingLabels})$`, "u");

/** True for 「フリガナ」 itself, which stands in brackets behind names of forms. */
export function isReadingLabel(word: string): boolean {
  return readingLabel.test(word.trim());
}

const part = `${katakana}{2,12}`;
const dots = "[・･=＝゠]";
/** ジョン・スミス氏, ジョンソンさん, with an honorific or title of people. */
const foreign = new RegExp(
  `(?<!${katakana}|${dots})(${part}(?:${dots}${katakana}{1,12}){0,4})[ \\u3000]?(様|さま|さん|氏(?!名|族)|君${afterKanji}|くん|ちゃん|女史|夫妻|博士(?!課程|号|前期|後期)|教授|准教授|名誉教授|医師|弁護士|記者|大使(?!館)|公使|領事(?!館)|代表(?!団|者|取締役会)|特使|監督|選手|先生|議員|会長|社長|部長|課長|局長|委員長?(?!会)|CEO|研究員|${publicRoles})`,
  "gu",
);
/** キム・ヨンスクさん（金英淑）: the same name in characters. */
const foreignInBrackets = new RegExp(`(?<=${katakana}(?:さん|氏|様)?[（(])(${han}{2,4})(?=[)）])`, "gu");
/** アブドゥル・カリム　1988/1/5, ファン・デル・ベルク　エマ→転入: in a line of a list, in front of what the list says of people. */
const foreignRow = new RegExp(
  `(?<=(?:^|[\\r\\n])[ \\u3000・]{0,3}(?:(?:No\\.?|第)?[0-9]{0,5}(?:号|[.．)）])?)[ \\u3000]{0,3})(${part}(?:${dots}${katakana}{1,12}){1,4}(?:[ \\u3000]${katakana}{2,10})?)(?=[→/]|[ \\u3000]{1,4}(?:[0-9]{2,4}[/年.]|[SHT昭平大][0-9和正成]|入館|国籍|所属|[0-9A-Z]+-?[0-9])|[（(][^()（）\\n]{0,16}(?:課|室|局|部|社|大|国籍|人|歳))`,
  "gu",
);
/** R・T氏, S課長: who is called by initials only. */
const initials = new RegExp(
  `(?<![A-Za-z0-9・.])([A-Z](?:[・.]?[A-Z]){0,2}\\.?)(?=氏(?!名)|さん|様|くん|君(?!主)|(?:副)?(?:課長|部長|係長|室長|局長|次長|主任|主査|補佐|教授|先生|医師|弁護士|教諭))`,
  "gu",
);
/** やまねさん, ひなたちゃん */
const kanaCalled = new RegExp(
  `(?<!${hiragana}|${katakana}|${han})(${hiragana}{2,5}?)(?=さん(?!ざん)|くん(?!${hiragana}{2})|ちゃん)`,
  "gu",
);
const notCalled =
  /^(?:.*たく|おとう|おかあ|おにい|おねえ|おじい|おばあ|おじ|おば|じい|ばあ|にい|ねえ|とう|かあ|みな|おく|むすめ|むすこ|およめ|おむこ|おまわり|おいしゃ|おきゃく|うし|ぞう|ねこ|いぬ|くま|うさぎ|さる|あか|ぼう|よめ|むこ|だん|かん|けい|ぎょう|せい|さく|ちい|おお|ごくろう|おつかれ|すいま|すみま|やお|はな|ぱん|さかな|とこや|だいく|おかみ|たくさん|いっぱい)$/u;
/** 普通 7654321 ホリグチ サチ: who holds an account. */
const holder = new RegExp(
  `(?<=(?:普通|当座|貯蓄|預金|口座番号|番号|[(（][普当貯][)）])[ \\u3000:：]{0,3}[0-9]{6,8}[ \\u3000、,]{1,3}(?:名義人?[ \\u3000:：]{0,3})?)(${katakana}{2,8}[ \\u3000]${katakana}{2,8}|${han}{1,4}[ \\u3000]${han}{1,3})`,
  "gu",
);
const role = "(?:講師|原告|被告人?|申請者|代理人|氏名|担当者?|代表者?|教授|博士|著者|報告者|発表者|通訳|議長|名義人?)";
const foreignAfterRole = new RegExp(
  `${role}(?:の|は|[ \\u3000:：]{1,3})(${part}(?:${dots}${katakana}{1,12}){1,4})`,
  "gu",
);
const foreignPair = new RegExp(
  `(?<!${katakana}|[^\\n \\u3000]${dots})(${part})${dots}((?:${katakana}{1,12}${dots}?){1,4})`,
  "gu",
);
function push(
  found: NameSpan[],
  text: string,
  pattern: RegExp,
  accept: (word: string, match: RegExpExecArray) => Partial<NameSpan> | undefined,
): void {
  for (const match of text.matchAll(pattern)) {
    const word = match[1]!;
    const more = accept(word, match);
    if (more === undefined) continue;
    const start = match.index + match[0].indexOf(word);
    found.push({ start, end: start + word.trimEnd().length, sure: true, ...more });
  }
}

function isLikeName(word: string): boolean {
  if (/[大高研協院校社課室局部省庁市区町村県国軍党会団科]$/u.test(word)) return false;
  return isFamilyName(word.slice(0, 1)) || isLikeFamilyName(word) || looksLikeGivenName(word.slice(1));
}

const publicRole = new RegExp(`^(?:${publicRoles})$`, "u");
const startsWithTitle = new RegExp(`^(?:${titles})(?=.)`, "u");
const startsWithRole = new RegExp(
  `^(?:${rolesBeforeName}|\\p{Script=Han}{0,8}?(?:${titles}|者|世帯主|名義人|相続人|届出人|申立人|代理人|後見人|職員|教諭|夫|妻|長男|長女|次男|次女|三男|三女))(?=.{2})`,
  "u",
);
const longLabels = nameLabels
  .split("|")
  .filter((label) => label.length > 1)
  .join("|");
const endsWithTitle = new RegExp(`(?:${titles}|${longLabels})$`, "u");

/** Names that no list holds: known by an honorific, a label, their reading, or as names of another language. */
export function findUnlistedNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  push(found, text, honoured, (word, match) => {
    // 世帯主大箸氏: the role in front of a name is none of it.
    const role = startsWithRole.exec(word)?.[0].length ?? 0;
    if (role > 0 && role < word.length)
      return isNameThere(word.slice(role), "fair") ? { start: match.index + role } : undefined;
    if (word.split(/[ \u3000]/u)[0]!.length > 4) return undefined;
    if (isOrdinaryWord(word) && !/[部室]$/u.test(word)) return undefined;
    // 鳥谷部さん ends as an office does.
    const isOffice = addressed.test(word) && !(word.length >= 3 && /[部室]$/u.test(word) && mayBeName(word));
    if (isOffice || endsWithTitle.test(word)) return undefined;
    // 理事渡辺　康信君: the title in front of a name is none of it.
    const lead = startsWithTitle.exec(word)?.[0].length ?? 0;
    return lead === 0 || lead === word.length ? {} : { start: match.index + lead };
  });
  push(found, text, kanaFamily, () => ({}));
  push(found, text, labelled, (word) => (notName.test(word) || endsWithTitle.test(word) ? undefined : {}));
  push(found, text, reading, (word) => (isReadingLabel(word) ? undefined : {}));
  push(found, text, readingBefore, () => ({}));
  push(found, text, foreign, (word, match) => {
    if (isGroupOfPeople(word)) return undefined;
    // スポーツ選手, デジタル課長: with a title only a name of two parts is believed.
    if (
      !new RegExp(dots, "u").test(word) &&
      !/^(?:様|さま|さん|氏|君|くん|ちゃん|女史|夫妻|医師|先生|弁護士|助教|准教授|教授|大統領|首相)$/u.test(match[2]!)
    )
      return undefined;
    return publicRole.test(match[2]!) ? { public: true } : {};
  });
  push(found, text, foreignInBrackets, (word) => (isNameThere(word, "fair") && isLikeName(word) ? {} : undefined));
  push(found, text, foreignAfterRole, () => ({}));
  push(found, text, foreignRow, (word) => (word.split(/[・ 　]/u).every(isGroupOfPeople) ? undefined : {}));
  push(found, text, initials, () => ({ sure: false }));
  push(found, text, kanaCalled, (word) => (isFunctionWord(word) || notCalled.test(word) ? undefined : {}));
  push(found, text, holder, (word) => (isGroupOfPeople(word) ? undefined : {}));
  for (const match of text.matchAll(foreignPair)) {
    if (foreignGiven.has(match[1]!)) {
      const end = match.index + match[0].replace(/[・･=＝゠]$/u, "").length;
      const isPublic = new RegExp(`^[ \\u3000]?(?:${publicRoles})`, "u").test(text.slice(end, end + 12));
      found.push({ start: match.index, end, sure: true, ...(isPublic ? { public: true } : {}) });
    }
  }
  return found;
}
