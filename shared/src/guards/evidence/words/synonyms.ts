import { isKanji } from "../../../language";

/**
 * Words of administration that say the same, a group a line; a word may stand in several. Japanese words are stems as they
 * stand in a text (増や, 増額), so that verb and noun meet; English ones are stems as `stemOf` makes them. General usage of
 * offices only: no word is here because of one document.
 */
const japanese = `
落ち込 減少 減 低迷
影響 響
見方 見解 認識
定員 募集人員 枠
高齢化率 65歳以上の割合 高齢化
着工 工事開始 着手
竣工 完成 完工
閉館 休館 閉鎖 閉め 閉じ 閉まる
撤回 取り下げ 取下げ
充てる 充て 充当 回す 回し
雇う 雇い 雇用 採用
離職 辞め 退職
居住 住む 住ん 住み 在住
死亡 亡くな 死者
負傷 けが 怪我
病気 疾病 疾患
更新 買い替え 入れ替え 刷新
交換 取り替え 取替え 入れ替え
輸送 運ぶ 運び 運搬
宿泊 泊ま
徒歩 歩く 歩い 歩き
貸出 貸す 貸し 貸与
賃借 借り 借上げ
交付 渡す 渡し 手渡 支給
受領 受け取 受取
委託 外注 アウトソーシング
現場 現地
若者 若い 若年 若手
保護者 親
教員 教師 教諭 先生
医師 医者
店舗 店 お店
住宅 家 住居 家屋
車両 車 自動車
道路 道
廃棄物 ごみ ゴミ
図書 本 書籍
遵守 守る 守り 守っ 順守
防止 防ぐ 防い 予防
進捗 進み具合 進行 進ん
迅速 速やか 速く
オンライン インターネット ネット ウェブ Web
メール 電子メール
パソコン PC 端末
スマートフォン スマホ
ホームページ サイト HP ウェブサイト
マニュアル 手引 手引書 ガイド
規則 ルール 決まり 規程
利点 メリット 長所
欠点 デメリット 短所
危険 リスク
需要 ニーズ
日程 スケジュール 工程
不具合 トラブル 障害
誤り ミス 間違
チラシ ビラ リーフレット
取消 取り消 キャンセル 解約
寄附 寄付
値上げ 値上が 引上げ 引き上げ
超過 超え 超
支出 使う 使っ 使い 執行
収容 受け入れ
受入れ 受け入れ 受入
引継ぎ 引き継 引継
見送 先送り 延期
取崩 取り崩
建設費 工事費
増築 建て増
仕組み 制度 枠組み
方法 やり方 手法 手段
順番 順序
相談 話を聞
呼びかけ 働きかけ 促
勧める 推奨 勧め
開催 実施 行う 行わ 行い 行っ 行な 開く 開き 開か 開会 執り行 開館 開始
増加 増え 増や 増額 増大 増す 増し 増員 増設 上昇 伸び 拡大 上が 上げ 増
減少 減っ 減り 減る 減ら 減額 削減 縮減 低下 下が 下げ 下落 縮小 低減 減
決定 決ま 決め 決し 決議 議決
開始 始ま 始め はじま はじめ スタート 着手 稼働 立ち上げ
終了 終わ 終え 完了 満了 切れ 済 完成
変更 変え 変わ 変る 改め 切り替え 切替 移し
見直 改定 改正 修正 直す 直し 直る 改訂 改め 訂正 手直
作成 作る 作り 作っ 作ら 策定 つくる つくっ 取りまとめ とりまとめ まとめ
提出 出す 出し 出さ 送付 送る 送り 送っ 添付 添え 提示
周知 知らせ お知らせ 広報 告知 案内 PR 知られ
通知 連絡 知らせ 通報 伝え 報告
配布 配る 配り 配っ 配ら 配付 頒布
購入 買う 買い 買っ 調達 購買
必要 要する 要し 要す べき 求められ 義務 なければ ないと駄目 ねばな なくては 不可欠
届 着 到着 到達
期限 締切 締め切り 締切り 〆切 期日 まで
対象 向け
上限 限度 最大 以内 まで 超えない 超えて 限 抑え
下限 最低 以上
費用 経費 コスト お金 かかる かか 代金 金額 財源 総額 事業費
価格 単価 値段 料金 代金 金額 見積
値上げ 引上げ 引き上げ 上げ 上がっ
値下げ 引下げ 引き下げ 下げ
理由 原因 要因 背景 ため から せい
場所 会場 箇所 か所
不足 足り
困難 難し 厳し 大変
可能 でき 出来
意見 声 発言 考え
懸念 危惧 心配 不安 おそれ 恐れ
要望 要請 希望 求め ほしい 欲しい いただきたい お願い 願い 依頼 もらえ
質問 尋ね 伺 問い 聞き
聴 聞 伺 聴取
賛成 支持 同意 賛同
建設 建て 建築 整備
老朽 古く 古い 古
設置 設け 置く 置い 開設 備え 整備
廃止 やめ 取りやめ 無くす なくす
拡大 広げ 広が 拡充 拡張
縮小 狭め
延長 延ば 延び 伸ば
延期 延ば 先送り 遅らせ 後ろ倒し
短縮 縮め
活用 利用 使用 使う 使っ 使い 使え
説明 紹介 報告
調査 調べ アンケート 把握
確認 確かめ チェック 点検
発生 起き 生じ 起こ 出て 出た
判明 確認 分か わか 明らか
遅延 遅れ 遅く 遅滞
優先 先決 第一 最優先
検討 考え 研究 視野 議論 協議 審議
協議 話し合 議論 交渉 相談 打合せ 打ち合わせ 審議 審査
合意 同意 了承 了解 承諾 異議なし 異議 賛成
回答 答え 返事 返答 答弁
催促 督促 促
欠席 休む 出られ
出席 参加 出る 来場
昨年 前年 去年 昨年度 前年度
本年 今年 当年 今年度 本年度 当年度
来年 翌年 来年度 翌年度 次年度
来月 翌月
来週 翌週
先月 前月
先週 前週
今日 本日 当日
明日 翌日
前回 前の この前
次回 次の 次に
高齢者 お年寄り 高齢の 年配 シニア
子ども 子供 こども 児童
中学生 中学校
小学生 小学校
市民 住民 区民 町民 県民
企業 会社 事業者 事業所 業者
自治体 市町村 地方公共団体 市区町村
小規模 小さ 中小
大規模 大き
既に もう すでに 先行
事前 前もって あらかじめ 予め
全て すべて 全部 全員 全面
最高 最も高 一番高
最低 最も低 一番低
最多 最も多 一番多 最も
最少 最も少 一番少
半額 2分の1 二分の一 半分 半数 5割
推計 見込 予測 試算 見通し 想定 推定
目標 目指 めど 目途
予定 計画 見込 スケジュール
撤去 取り外 取外
設立 立ち上げ
混雑 混ん 混み 混む
移転 移す 移し 移っ 引っ越 移動
補助 助成 補助金 助成金
支援 手助け 援助 サポート 助け 助か
損傷 壊 破損 毀損
賠償 弁償 償
返還 返す 返納 還付 払い戻 返金
徴収 集め
収集 集め
支払 払う 払い 払っ 納付 納め
明記 書 記載 追記
追加 加え 足す 足し 追記 付け加
削除 消す 消し 消さ 除去 取り除
公表 発表 公開
担当 受け持
取得 得て 得る 得た
推進 促進 進め 促
一任 任せ 任 委ね
承認 認め 許可 可決 承諾
抽選 くじ
無料 無償
有料 有償
夜間 夜
休日 土日 週末
人手 職員の確保 人員
重要 大切 大事
速やか 早急 早く 至急 すぐ
早め 早く 早い 前倒し
引き続き 継続 続け 引続き 続い
改善 良く よく 良化
悪化 悪く 低下
低下 悪く 落ち 下が 減
一覧 リスト 一覧表
文書 書類 書面
訪問 伺 訪ね
交通の便 交通利便 交通
掲載 載せ 載っ
管理 取扱 取り扱
取扱 取り扱 扱
引渡し 引き渡
申込 申し込 応募 申請
受付 受け付け 受付け
手続 手続き
窓口 カウンター
理解 分か わか
維持 保 残す 残し 残し
残す 残し 残る 残り 維持
据え置 維持 変わら
導入 入れ 取り入れ
停止 止め 止ま 中断
中止 取りやめ やめ
開放 開く 開け
運用 運営
発注 注文
契約 締結 結ぶ 結び
解消 なくす 無くす
達成 達し 届 到達
下回 届か 満たな 達し 未満
上回 超え 超 上まわ
超過 超え 超 上回
未満 満たな 下回
分散 ばら 散
代理 代わり 代役
選定 選ぶ 選び 選ん 選択
比較 比べ
違反 破
減収 減
効果 有効 効
有効 効果
負担 重荷
簡素 簡単 簡易
複雑 煩雑 込み入
周辺 近く 付近 近隣
隣接 隣
各自 自分 それぞれ
持参 持って お持ち 持ち
意思 意向
誤字 誤り 間違
修繕 修理 直す 改修
建替 建て替え 改築
回収 集め
占め 割合
割合 比率 率
回数 延べ
資料 書類 ペーパー
会議 会合 定例会 打合せ 協議会
開館 開ける 開く
要件 条件
適用 当てはめ 対象
認識 承知 理解
承知 知って 存じ
表明 示
主張 述べ
傾向 動き
急務 急ぐ 急いで 急が
高騰 値上が
分析 解析
義務付け 義務 義務化
義務化 義務付け 義務
周辺 周り
追って 後日
当面 当分
年度内 年度末 年度中
年度末 年度内
月末 末
`;

const english = `
increase rise grow climb go_up up raise higher more grew gain expand
decrease fall decline drop reduce lower cut down less shrink lose
delay postpone defer push put_off later move reschedul
hire recruit recruitment employ
start begin launch open
end finish complete done conclude
submit send hand deliver file provide
require must mandatory need necessary oblig compulsory
allow permit may can could enter possib
approve agree adopt accept pass
oppose object against reject disagree
support favour favor back endorse
estimate forecast expect project calculate
staff employee worker personnel colleague
large mainly mostly primari chief main most due
remain stay still continue left other rest
handle take_care deal fix care
close shut closure
complaint complain
cost price spend expense charge
cover apply include concern
consider study examine look think consideration
propose suggest recommend proposal suggestion
explain attribut say note point state report
review check examine inspect
repair fix replace maintenance
prepare draft write make compile
choose select pick
buy purchase procure
show indicate find reveal
enough sufficient adequate
problem issue
use usage utilis utiliz
about roughly approximately around some
whole entire all every each
only sole just
before until prior by later
after since follow
accompany with
available usable open
cheap low
visitor guest
quarter
student pupil
date deadline day
extend extension longer prolong expand
unchanged same
receive get got
miss lack incomplete
year annual
month monthli
week weekli
night nighttim nocturn
percent percentag
two both couple
meet meeting session
next following
last previous prior
first initial
build construct construction
big large
result outcome
plan intend schedule aim
change amend modify revise
question ask
answer reply respond
visit attendance attend visitor
despite although though
because due owing
work job
house residential home
shop store
car vehicle
room office
data information
law ordinance regulation rule
town city municipal
`;

/** Groups of a table, by number; each with its words. */
export interface SynonymTable {
  groups: readonly (readonly string[])[];
  /** Words of all groups by their first character, the longest first. */
  byFirst: ReadonlyMap<string, readonly { word: string; group: number }[]>;
}

function tableOf(text: string): SynonymTable {
  const groups = text
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
  const byFirst = new Map<string, { word: string; group: number }[]>();
  groups.forEach((words, group) => {
    for (const word of words) {
      const first = word[0]!;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { word, group }]);
    }
  });
  for (const words of byFirst.values()) words.sort((a, b) => b.word.length - a.word.length);
  return { groups, byFirst };
}

export const japaneseSynonyms = tableOf(japanese);
export const englishSynonyms = tableOf(english);

/** A word of a table where it stands in a text. */
export interface SynonymPlace {
  start: number;
  end: number;
  group: number;
}

/** Every word of the Japanese table that stands in a text, overlapping ones included. Linear for a fixed table. */
export function japaneseSynonymsIn(text: string): SynonymPlace[] {
  const places: SynonymPlace[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const { word, group } of japaneseSynonyms.byFirst.get(text[start]!) ?? []) {
      if (!text.startsWith(word, start)) continue;
      // A kanji alone is the word only where it stands alone: 増 is not in 増築.
      if (word.length === 1 && (isKanji(text[start - 1] ?? " ") || isKanji(text[start + 1] ?? " "))) continue;
      places.push({ start, end: start + word.length, group });
    }
  }
  return places;
}
