import { foldWidth } from "../../../language";

/** Stands where a character was that has no width of its own (second half of a pair, variation selector). */
export const filler = "\ue000";

const plainOf = new Map(
  Object.entries({
    髙: "高",
    﨑: "崎",
    碕: "崎",
    嵜: "崎",
    齋: "斎",
    齊: "斎",
    斉: "斎",
    邊: "辺",
    邉: "辺",
    濵: "浜",
    濱: "浜",
    德: "徳",
    嶋: "島",
    嶌: "島",
    澤: "沢",
    廣: "広",
    國: "国",
    櫻: "桜",
    眞: "真",
    惠: "恵",
    冨: "富",
    栁: "柳",
    龍: "竜",
    條: "条",
    萬: "万",
    圓: "円",
    會: "会",
    藏: "蔵",
    瀨: "瀬",
    瀧: "滝",
    曾: "曽",
    禮: "礼",
    淵: "渕",
    舘: "館",
    槇: "牧",
    檜: "桧",
    櫛: "串",
    髮: "髪",
    榮: "栄",
    寶: "宝",
    壽: "寿",
    實: "実",
    彌: "弥",
    亞: "亜",
    淸: "清",
    靜: "静",
    靖: "靖",
    福: "福",
    神: "神",
    隆: "隆",
    都: "都",
    鷗: "鴎",
    莊: "荘",
    豐: "豊",
    當: "当",
    邦: "邦",
    緖: "緒",
    增: "増",
    黑: "黒",
    郞: "郎",
    晴: "晴",
    朗: "朗",
    羽: "羽",
    飯: "飯",
    館: "館",
    鶴: "鶴",
    視: "視",
    祥: "祥",
    精: "精",
  }),
);

/**
 * A text in which names can be looked up: full-width Latin letters, digits and spaces folded, older forms of characters
 * as the plain ones (髙 -> 高, 𠮷 -> 吉), selectors of glyphs as fillers. Every unit stands where it stood.
 */
export function plainCharacters(text: string): string {
  return foldWidth(text)
    .replace(/[\ud840-\ud888][\udc00-\udfff]/g, (pair) => (pair === "𠮷" ? "吉" : "々") + filler)
    .replace(/\udb40[\udd00-\uddef]/g, filler + filler)
    .replace(/[\ufe00-\ufe0f]/g, filler)
    .replace(/[\u4e00-\u9fff\uf900-\ufaff]/g, (character) => plainOf.get(character) ?? character);
}

/** A word as it is looked up. */
export function withoutFillers(word: string): string {
  return word.replaceAll(filler, "");
}
