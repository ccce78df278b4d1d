/**
 * Opposites of administrative language: words of one side, "=>", words of the other, as stems that stand in a text. A word
 * denied is its opposite: 「変えない」 is 「据え置く」. General usage only: no word is here because of one document.
 */
const japaneseLines = `
増加 増額 増員 増や 増え 増す 増し 増大 増設 増収 増益 増産 急増 微増 上回 の増 増となり 増とな 多くな より多くな=>減少 減額 減員 減ら 減っ 減り 減る 減じ 削減 縮減 減収 減益 減産 急減 微減 下回 の減 減となり 減とな 少なくな より少なくな より少な
拡大 拡充 拡張 広げ 広が=>縮小 狭め 狭ま
上昇 上が 上げ 引上げ 引き上げ 値上げ 高騰 上向=>低下 下降 落ち込 下が 下げ 引下げ 引き下げ 値下げ 下落 下向 落ちた 落ちて 落ちま 落ちる 落とし
上回 超え 超過 達し 達成 到達 届 満た=>下回 割り込 未達 未満
賛成 賛同 支持=>反対 異論 異議
改善 良く 好転 良化=>悪化 悪く
有償 有料=>無償 無料
非公開 非公表 秘匿 伏せ=>公開 公表
延長 延ば 延び 長期化 長引=>短縮 縮め 縮ま
可決 採択=>否決 不採択
承認 認め 許可 認可 容認 了承=>否認 不承認 不許可 却下 棄却
十分 充足 足り 満た=>不十分 不足
適切=>不適切
必要 要する 要し 必須=>不要
可能 でき=>不可能 困難 難し 不可 支障
変更 変え 変わ 改定 改訂 見直 引上げ 引き上げ 引下げ 引き下げ 増額 減額 改め=>据え置 維持 同額 のまま 現行どおり 現行のまま
継続 続け 存続 維持 残す 残し 残る=>停止 中断 休止 中止 廃止 撤廃 打ち切 撤去 やめ 取りやめ 廃止
開始 始め 始ま 着手 再開 稼働=>終了 終わ 終え 完了 停止 止め 中止 休止 満了
受付 受け付 受付け=>停止 中止 締め切
黒字=>赤字
歳入 収入=>歳出 支出
最高 最も高 最多 最も多 最大 最も大き=>最低 最も低 最少 最も少 最小 最も小さ
早め 早く 早ま 早か 前倒し 繰り上げ=>遅らせ 遅く 遅れ 遅か 遅ま 先送り 後ろ倒し 延期
事前 前もって あらかじめ=>事後
午前=>午後
市内 県内 区内 町内 村内 国内 省内 庁内 館内 域内 院内 屋内=>市外 県外 区外 町外 村外 国外 省外 庁外 館外 域外 院外 屋外 海外
新規=>既存
受注=>発注
分かりにく 使いづら 使いにく わかりにく 見づら 見にく=>分かりやす 使いやす わかりやす 見やす
強化 厳格 厳し=>緩和 緩や 緩め
大企業=>中小企業
大規模=>小規模
肯定=>否定
大き=>小さ
多い 多く 多か 多くな=>少な 少なくな
積極=>消極
深い 深く=>浅
強い 強く 強ま=>弱い 弱く 弱ま
長い 長く=>短い 短く
高い 高く=>低い 低く 安い 安く
受け入れ 受諾 応じ=>拒否 拒絶 断る 断っ 断り
楽観=>悲観
義務 必須=>任意
公費 公的=>私費 私的
直接=>間接
夜間 夜=>昼間 昼
平日=>休日 祝日 土日 週末
前に 開始前 実施前 事前 あらかじめ 予め に先立=>後に 終了後 完了後 事後 てから 終わって 終えた後
同じ 同水準 同程度 同額 並み 横ばい=>より高 より低 より多 より少 より少な より少なくな より多くな 高くな 低くな 上回 下回
入場 入館 入所 入居 転入=>退場 退館 退所 退去 転出
出席 参加=>欠席 不参加
購入 買=>売却 売り 売っ
上り=>下り
原告=>被告
貸付 貸し=>借入 借り
含む 含め 含ま 加え 上乗せ=>除く 除き 除い 除外 控除 差し引
対象と 対象に 対象で 対象だ 該当=>対象外 除外 対象から
上限 以内 最大=>下限 最低
導入 設置 設け 増設 新設=>廃止 撤去 取り外
有利 優位=>不利 劣る 劣っ 劣ら 劣位 劣勢
順調 円滑=>難航 滞 停滞 遅れ
安い 安く 低額 安価=>高い 高く 高額 高価
増税=>減税
満員 満席 満室=>空席 空き 空室
成功=>失敗
勝訴=>敗訴
合格 適合=>不合格 不適合
有効=>無効 失効
既に 済み 実施済 完了=>未了 未済 これから 未実施 未完了
確定 決定 決ま 定ま=>未定 未確定 保留
解消 解決=>残る 残っ 未解決
優先=>後回し 劣後
集中=>分散
統合 一本化 集約=>分割 分離
`;

const englishLines = `
increas rise rising risen rose grew grow climb went_up gone_up up_from go_up gain improv=>decreas reduc fell fall fallen declin drop slip went_down gone_down go_down down_from shrank
approv accept adopted=>reject refus denied declined_to turned_down
support favour favor in_favour=>oppos against object
mandatory compulsory must required oblig=>optional voluntary
opened opening reopen=>closed closure closing
higher more_than above exceed over=>lower less_than below fewer_than under
more=>fewer less
before prior_to=>after
include including=>exclude excluding except
success passed=>fail
internal=>external
import=>export
indoor=>outdoor
night=>daytime
morning=>afternoon evening
earlier ahead_of=>later behind delay postpone
first=>last
maximum at_most no_more_than up_to=>minimum at_least
strengthen tighten=>weaken relax loosen
improv better=>worsen deteriorat worse
buy bought purchas=>sell sold
win won=>lost lose
start begin began launch=>finish end ended stop suspend
continu remain keep maintain=>abolish discontinu cancel scrap abandon end
possible able can available=>impossible unable cannot unavailable
profit surplus=>loss deficit
public=>private
allowed permitted allow permit=>prohibited forbidden banned ban prohibit
complete=>incomplete
extend longer lengthen=>shorten shorter
expand=>shrink reduce
enough sufficient adequate=>insufficient shortage lack inadequate
cheap=>expensive
achiev reach attain=>miss fall_short fell_short
install introduc add=>remov withdraw dismantl
eligible=>ineligible
raise raising=>lower lowering cut
satisfied happy=>dissatisfied unhappy complain
`;

interface Side {
  concept: number;
  side: 1 | -1;
}

interface Table {
  pattern: RegExp;
  sides: ReadonlyMap<string, readonly Side[]>;
}

/** 必要 is not in 不必要, 公開 not in 非公開, 可能 not in 可能性. */
const notBehind = /^(?:必要|可能|十分|適切|公開|公表|承認|許可|採択|合格|適合|達し?|参加)/u;

function tableOf(text: string, language: "ja" | "en"): Table {
  const sides = new Map<string, Side[]>();
  text
    .trim()
    .split("\n")
    .forEach((line, concept) => {
      const [plus, minus] = line.split("=>") as [string, string];
      for (const [words, side] of [
        [plus, 1],
        [minus, -1],
      ] as const) {
        for (const word of words.split(" ")) {
          const key = word.replaceAll("_", " ");
          sides.set(key, [...(sides.get(key) ?? []), { concept, side }]);
        }
      }
    });
  const words = [...sides.keys()].sort((a, b) => b.length - a.length);
  const guard = (word: string): string =>
    `${notBehind.test(word) ? "(?<![不非未無])" : ""}${word}${word === "可能" ? "(?!性)" : ""}${/^の[増減]$/u.test(word) ? "(?!\\p{Script=Han})" : ""}`;
  const pattern =
    language === "ja"
      ? new RegExp(words.map(guard).join("|"), "gu")
      : new RegExp(`\\b(?:${words.join("|")})\\w*`, "giu");
  return { pattern, sides };
}

const tables = { ja: tableOf(japaneseLines, "ja"), en: tableOf(englishLines, "en") };

export interface ConceptPlace extends Side {
  start: number;
  end: number;
}

/** Words of the table that stand in a text, the longest at each place. Linear for a fixed table. */
export function signedConceptsIn(text: string, language: "ja" | "en"): ConceptPlace[] {
  const { pattern, sides } = tables[language];
  return [...text.matchAll(pattern)].flatMap(({ index, 0: found }) => {
    const lower = found.toLowerCase();
    let word = lower;
    while (word !== "" && !sides.has(word)) word = word.slice(0, -1);
    return (sides.get(word) ?? []).map((side) => ({ ...side, start: index, end: index + found.length }));
  });
}

/** Pairs that are the same opposites in both languages, by a word of their first sides. */
const translated: readonly [japanese: string, english: string][] = [
  ["増加", "increas"],
  ["上昇", "increas"],
  ["拡大", "expand"],
  ["達成", "achiev"],
  ["導入", "install"],
  ["設置", "install"],
  ["上回", "higher"],
  ["賛成", "support"],
  ["承認", "approv"],
  ["可決", "approv"],
  ["改善", "improv"],
  ["延長", "extend"],
  ["義務", "mandatory"],
  ["可能", "possible"],
  ["継続", "continu"],
  ["開始", "start"],
  ["強化", "strengthen"],
  ["購入", "buy"],
  ["公費", "public"],
  ["十分", "enough"],
  ["対象と", "eligible"],
  ["上昇", "raise"],
  ["含む", "include"],
];
const pairs = new Map<number, Set<number>>();
for (const [japanese, english] of translated) {
  const other = tables.en.sides.get(english)?.[0]?.concept;
  for (const { concept, side } of tables.ja.sides.get(japanese) ?? []) {
    if (other === undefined || side !== 1) continue;
    pairs.set(concept, (pairs.get(concept) ?? new Set()).add(other));
  }
}

/** True for a Japanese and an English pair of opposites that mean the same. */
export function areSamePair(japanese: number, english: number): boolean {
  return pairs.get(japanese)?.has(english) === true;
}
