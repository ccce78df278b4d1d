import { administrative, namesAllTheSame } from "./administrative-characters";
import { isFamilyName } from "./family-names";
import { endsLikeGivenName } from "./given-names";
import { ordinaryWords } from "./ordinary-words";

const kanjiNumber =
  /^[一二三四五六七八九十百千万億兆〇]+(?:名|人|社|校|省|県|市|町|村|区|国|者|件|日|月|年|時|分|丁目|番|号)?$/u;
const partOfWord =
  /^(?:各|両|同|全|副|旧|現|当該|前々|元々|諸|貴|御|某|非|不|無)|(?:長|官|士|師|先|中|内|外|上|下|前|後|間|側|用|毎|宛|付|別|等|系|的|性|化|法|力|室|部|所|院|店|校|館|園|署|駅|場|港|城|寺院)$/u;
/** Family names that end in a character with which an ordinary word ends as well. */
const endsLikeName =
  /(?:辺|阿|外|古|服|渡|岡|矢|磯|園|刑|磨|軽|綾|卜|長谷|鳥谷|乙|曽我|日下|田|川|小|宇|武|竹|大|滝|木|坂|松|山|堀|村|井|福|宮|岩|石|沼|野|畑|森|池|橋|吉|三|戸|尾|馬|磐|陣|的|薮|藪|丸)(?:中|内|上|下|前|後|間|所|部|室|場|城|先|外|港|館|園|力|士|師|長|別|付|等)$|(?:間|安居院|鵜飼場|賀上|水間|保下|地下|最上|野老|狩場|薗部|都間|真中|竹之内|山之内|池之上|堀之内|木之下)$/u;

/**
 * True for two to six kanji, in plain characters, that may be a name where a title, a label or an honorific says so: no office,
 * place or ordinary word. A longer one than four has to end like a given name (蓼沼健太郎).
 */
export function mayBeName(word: string): boolean {
  if (word.length < 2 || word.length > 6 || ordinaryWords.has(word) || kanjiNumber.test(word)) return false;
  if (word.length > 4 && !endsLikeGivenName(word.slice(-2)) && !endsLikeGivenName(word.slice(-3))) return false;
  if (namesAllTheSame.test(word)) return true;
  if (partOfWord.test(word) && !endsLikeName.test(word)) return false;
  const family = word.length > 3 ? word.slice(0, 2) : word;
  // 海外市場, 地方都市: two ordinary words.
  if (word.length >= 4 && (ordinaryWords.has(family) || ordinaryWords.has(word.slice(-2)))) return false;
  if (word.length === 3 && (ordinaryWords.has(word.slice(0, 2)) || ordinaryWords.has(word.slice(1))))
    return rareNames.test(word);
  return ![...word].some((character) => administrative.has(character));
}

/** Names of three characters with an ordinary word in them. */
const rareNames = /^(?:大和田|和泉田|宮城島|北海林|小手川|土屋原|石川原|千葉原|長野原|山形屋|水上谷|秋田谷|福島屋)$/u;

/** What words of three characters and more end in that name an office, a firm, a duty, a paper or an amount. */
const ending =
  /(?:[課室局部省庁府署係班会社院所館校店市県都区町村党団者員官長士師司人家職先用費金料額日年月書票表類式号番項条欄印名別等的性化法案件数率時分中済証権状無有]|組合|機構|連盟|財団|銀行|大学|学部|研究|予定|団体)$/u;

/**
 * True for a word of kanji that is no name even where its place says so (behind 氏名, before さん): a word that is known, the name of
 * an office, a number. What is only written with characters of offices (音更) may still be one there.
 */
export function isOrdinaryWord(word: string): boolean {
  if (ordinaryWords.has(word) || kanjiNumber.test(word)) return true;
  if (isFamilyName(word) || namesAllTheSame.test(word)) return false;
  if ([...word].every((character) => administrative.has(character))) return true;
  if (word.length < 3) return false;
  if (ordinaryWords.has(word.slice(0, -2)) || ordinaryWords.has(word.slice(-2))) return true;
  if (word.length > 3 && (isFamilyName(word.slice(0, 2)) || isFamilyName(word.slice(0, 3)))) return false;
  return ending.test(word) && !endsLikeName.test(word);
}
