const japaneseLine = `
増加 増額 増員 増や 増え=>減少 減額 減員 減ら 減っ 減り 減る 削減 縮減
拡大 拡充 拡張 広げ=>縮小 狭め
上昇 上が 上げ 引上げ 高騰=>低下 下降 落ち 下が 下げ 引下げ 下落 悪化
上回 超え 超過 達し 届=>下回 未達 未満
賛成 支持=>反対 異論
改善 良く=>悪化 悪く
有償 有料=>無償 無料
非公開=>公開
非公式=>公式
延長 延ば=>短縮 縮め
可決 採択=>否決 不採択 継続審 保留 先送り
承認=>否認 不承認
不十分=>十分
不適切=>適切
不要=>必要
不可能 困難 難し=>可能
残す 残し 維持 存続 継続 続け 続く 続き=>廃止 撤廃 中止 打ち切 撤去
黒字=>赤字
歳入 収入=>歳出 支出
減収=>増収
減益=>増益
最高 最も高 最多 最も多 最大=>最低 最も低 最少 最も少 最小
早め 早く 早ま 早か 前倒し=>遅らせ 遅く 遅れ 遅か 遅ま 先送り
事前=>事後
午前=>午後
市内 県内 区内 町内 国内 省内 庁内=>市外 県外 区外 町外 国外 省外 庁外 海外
開始=>終了
新規=>継続
受注=>発注
分かりにく 使いづら 使いにく わかりにく 見づら 見にく=>分かりやす 使いやす わかりやす 見やす
強化=>緩和
可能=>不可
厳格 厳し=>緩や 緩和
大企業=>中小企業
大規模=>小規模
有り あり=>なし 無し
肯定=>否定
拒否 断=>受け入れ 受諾 応じ
楽観=>悲観
同じ 同水準 同程度 同額 並み 据え置=>より高 より低 より多 より少 上回 下回
義務=>任意
公費=>私費
直接=>間接
夜間 夜=>昼間 昼
平日=>休日 祝日
以前=>以降
の前に 開始前 実施前 に先立=>てから の後に 終了後 完了後 終えた後
東側=>西側
入場=>退場
出席=>欠席
購入=>売却
上り=>下り
原告=>被告
貸付=>借入
`;

const englishLine = `
increas rise rising risen rose grew grow went_up gone_up up_from go_up=>decreas reduc fell fall fallen declin drop slip went_down gone_down go_down down_from
approv accept adopted=>reject refus denied declined_to
support favour=>oppos against object
mandatory compulsory must required=>optional voluntary
open=>closed
higher more_than above exceed=>lower less_than below fewer_than
more=>fewer less
before prior_to=>after
include=>exclude
success passed=>fail
internal=>external
import=>export
indoor=>outdoor
day=>night
morning=>afternoon evening
earlier=>later
first=>last
maximum at_most no_more_than=>minimum at_least
strengthen=>weaken
improv=>worsen deteriorat
buy bought=>sell sold
win won=>lost lose
complete=>incomplete
possible=>impossible
available=>unavailable
able=>unable
gain profit surplus=>loss deficit
public=>private
allowed permitted=>prohibited forbidden banned
`;

interface Opposite {
  one: RegExp;
  other: RegExp;
}

function listOf(text: string, boundary: string): Opposite[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [one, other] = line.split("=>") as [string, string];
      const pattern = (side: string): RegExp =>
        boundary === ""
          ? new RegExp(side.trim().split(" ").map(guarded).join("|"), "u")
          : new RegExp(`\\b(?:${side.trim().split(" ").join("|").replaceAll("_", " ")})`, "iu");
      return { one: pattern(one), other: pattern(other) };
    });
}

/** 必要 is not in 不必要, 公開 not in 非公開. */
function guarded(word: string): string {
  return /^(?:必要|可能|十分|適切|公開|公式|承認)$/.test(word) ? `(?<![不非])${word}` : word;
}

const japanese = listOf(japaneseLine, "").map(({ one, other }) => ({
  // What is possible is not the possibility (可能性).
  one: new RegExp(one.source.replace(/可能(?!性)/g, "可能(?!性)"), "u"),
  other: new RegExp(other.source.replace(/可能(?!性)/g, "可能(?!性)"), "u"),
}));
const english = listOf(englishLine, "\\b");

/**
 * Pairs of opposite words of which a text has one side and the other text only the other: 不要 for 必要, 減額 for 増額. Each
 * counts one turn of the meaning; two turns (a negated opposite) give the meaning back.
 */
export function turnedWords(line: string, source: string, language: "ja" | "en"): number {
  const pairs = language === "ja" ? japanese : english;
  let turned = 0;
  for (const { one, other } of pairs) {
    const line1 = one.test(line);
    const line2 = other.test(line);
    if (line1 === line2) continue;
    const source1 = one.test(source);
    const source2 = other.test(source);
    if ((line1 && source2 && !source1) || (line2 && source1 && !source2)) turned += 1;
  }
  return turned;
}

/** Which side of which pair a word is on; undefined for words without an opposite. */
export function sideOf(word: string, language: "ja" | "en"): { pair: number; side: 0 | 1 } | undefined {
  const pairs = language === "ja" ? japanese : english;
  for (const [pair, { one, other }] of pairs.entries()) {
    if (one.test(word)) return { pair, side: 0 };
    if (other.test(word)) return { pair, side: 1 };
  }
  return undefined;
}
