import type { PersonalDatum } from "../personal-datum";
import { hyphens } from "./hyphens";

/** Names of offices and regions as they stand on plates (図柄入り and local names included). */
const regions =
  "札幌 函館 旭川 室蘭 釧路 帯広 北見 知床 十勝 苫小牧 青森 八戸 弘前 岩手 盛岡 平泉 宮城 仙台 秋田 山形 庄内 福島 会津 郡山 いわき 白河 水戸 土浦 つくば 宇都宮 那須 とちぎ 栃木 日光 群馬 高崎 前橋 大宮 川口 所沢 川越 熊谷 春日部 越谷 千葉 成田 習志野 市川 船橋 袖ヶ浦 袖ケ浦 市原 野田 柏 松戸 品川 世田谷 練馬 杉並 板橋 足立 江東 葛飾 江戸川 八王子 多摩 横浜 川崎 湘南 相模 山梨 富士山 新潟 長岡 上越 富山 石川 金沢 福井 長野 松本 諏訪 南信州 安曇野 岐阜 飛騨 静岡 浜松 沼津 伊豆 名古屋 豊橋 三河 岡崎 豊田 尾張小牧 一宮 春日井 三重 鈴鹿 四日市 伊勢志摩 滋賀 京都 大阪 なにわ 和泉 堺 奈良 飛鳥 和歌山 神戸 姫路 鳥取 島根 出雲 岡山 倉敷 広島 福山 山口 下関 徳島 香川 高松 愛媛 高知 福岡 北九州 久留米 筑豊 佐賀 長崎 佐世保 熊本 大分 宮崎 鹿児島 奄美 沖縄";
const region = regions
  .split(" ")
  .sort((a, b) => b.length - a.length)
  .join("|");
const plate = new RegExp(
  `(?:${region})[ 　]{0,2}[0-9][0-9A-Z]{0,2}[ 　]{0,2}[あ-んA-Z][ 　]{0,2}[・･.]?(?:[0-9]{2}[ ]?[${hyphens}][ ]?[0-9]{2}|[・･.]{1,3}[0-9]{1,3}|[0-9][・･.][0-9]{2}|[0-9]{1,2}[・･][0-9]{1,2}|[0-9]{1,2}[ ]?[${hyphens}][ ]?[0-9]{2}|[0-9]{1,4})(?![0-9A-Za-z])`,
  "gu",
);

/** Licence plates: 品川 500 さ 12-34. Text in half width. */
export function findPlates(text: string): PersonalDatum[] {
  return [...text.matchAll(plate)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: "licence-plate",
  }));
}
