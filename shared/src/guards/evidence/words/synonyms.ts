import { isKanji } from "../../../language";

/**
 * Words of administration that say the same, a group a line; a word may stand in several. Japanese words are stems as they
 * stand in a text (増や, 増額), so that verb and noun meet; English ones are stems as `stemOf` makes them. General usage of
 * offices only: no word is here because of one document.
 */
const japanese = `
育児休業 育休
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
作成 書く 書き 書い 起案
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
準備 用意 備え 支度 整え
先立 前に 事前
経由 通じ 通し 介し
規定 定め 決まり 明記
欠員 欠け 空席 不在
障害 できない 故障 不通 止ま
追加 新た さらに 上乗せ 増設 加え
不要 省略 要らな 必要な 必要は
省略 省く 省い 不要
除外 除く 除き 除い 以外 含ま 対象外
休止 止め 休む 休み 閉鎖 停止
再開 復旧 再び
復旧 直 回復 復帰
回復 戻 持ち直 復旧
枯渇 底をつ 尽き なくな 無くな
逼迫 厳し 足り 苦し 余裕
不足 足り 乏し 欠 追いつ 不十分 足らな
長期化 延び 長引 長く
短縮 縮ま 縮め 短く
膨張 膨ら 増え かさ
抑制 抑え 抑止 控え 引き締
控え 遠慮 見合わせ 避け 慎
見合わせ 控え 見送 中止
慎重 急が 急ぐべき 注意深
早期 早く 早い 早め 速
迅速 早く 速く 早期
即時 すぐ 直ちに 即座 ただちに
直ちに すぐ 速やか 即
徐々 少しずつ 段階的 次第に
急増 大きく増 大幅に増 急に増 増え
急減 大きく減 大幅に減 減っ
大幅 大きく 大いに 著し かなり 相当
顕著 目立 著し 大き
僅か わずか 少し 少な 若干
微増 わずかに増 少し増 増え
微減 わずかに減 少し減 減り
倍増 2倍 二倍
半減 半分 2分の1 半数 5割
横ばい 変わら 変化な 同じ 同程度 同水準
推移 動き 続い
突破 超え 上回
到達 達し 届 なり
下落 下が 落ち
下回 割り込 割込 満た 届
割り込 下回 割る
上回 超え 凌 大き 勝
最長 限度 最大 まで
満たす 満た 充足 適合 達し
適合 満た 合致 合っ 沿っ
合致 合っ 一致 適合
不適合 満た 適合し
達成 満た 果た 実現
実現 叶 できる 達成
着用 着け つけ 着て 身に
携行 持ち 携え
装着 着け 付け 取り付け
設置 据え 取り付 新設 配置 置き
配置 置く 置き 置か 配し 設置
新設 新しく 新たに 設け 置き
増設 増や 増 追加
常備 備え 置い
保管 しまう しまっ 置く 置い 預
格納 入れ 置く 置き 保存 収め
保存 残 保管 取っておく とっておく
投入 入れ 充て つぎ込
注力 力を入れ 重点 力を注
重点 力を入れ 中心 主に 重き
着任 来る 赴任 就任 就く
就任 就い 就く なる なっ
退任 退く 辞め 降り
異動 移る 移っ 替わ
派遣 送る 送り 出し 遣わ
招集 集め 集ま
召集 集め 招集
集約 まとめ 一本化 集め
一本化 まとめ 統一 集約 統合
統合 まとめ 合わせ 一緒 一つに 合併
統一 そろえ 揃え 一本化 合わせ
分割 分け
分離 分け 切り離
区分 分け 区別 種別
分類 分け 仕分
配分 分け 割り振 割り当
割当 割り当 割り振 配分
転換 切り替え 切替 変え 移行 替え
移行 切り替え 移る 移し 変わ 転換
切替 切り替え 替え 変え 転換
代替 代わり 替わり 別の 替え
交代 代わ 替わ 入れ替
改称 名前を変え 名称を変え
刷新 新しく 改め 一新
改革 改め 変え 見直
是正 直し 正す 改め 改善
修正 直し 正し 改め
補正 直し 修正
補充 足す 足し 補う 補い 埋め
補填 埋め 補い 補う 穴埋
補完 補い 補う
充実 手厚 強化 拡充 増や
強化 強め 強く 厳し 充実
緩和 緩め 緩く 和らげ 軽
軽減 減ら 軽く 和らげ 小さく 緩和
負荷 負担
解決 片付 直 解消
解除 解く 解い 解か 外し
制限 限 絞 抑え 制約
限定 限 のみ だけ 絞
禁止 できな してはな だめ 駄目 禁じ
許容 認め 許
容認 認め 許し
是認 認め
拒否 断 拒 応じな
拒絶 断 拒
断念 諦め あきらめ 取りやめ
諦め 断念 見送
辞退 断 降り 退い
撤退 退く 引き揚げ 手を引
参入 入る 入っ 加わ
参画 加わ 参加
加入 入る 入っ 加わ
脱退 抜け 離れ
離脱 抜け 離れ
転入 移って 引っ越して
転出 出て
流出 出て 漏れ 出る
流入 入って 入る
漏えい 漏れ 流出
漏洩 漏れ 流出
紛失 なくし 無くし 失くし 見当たら
発見 見つか 見つけ 分かり
検出 見つか 出た 出て
摘発 見つけ 検挙 捕
検挙 捕まえ 摘発
押収 差し押さえ 取り上げ
逮捕 捕まえ 捕ら
捜索 探し 探す 捜
救助 助け 救い 救出
避難 逃げ
被災 被害
倒壊 壊れ 倒れ
破損 壊れ 割れ 傷
浸水 水につか 冠水
断水 水が止ま 水が出
停電 電気が止ま
負傷 けが 怪我 傷
骨折 骨を折
転倒 転ん 転び 倒れ
治療 手当 診
受診 診て かか 通院
診察 診
通院 通う 通っ 受診
入居 住む 住み 入る
転居 引っ越 移る
退去 出る 出て 立ち退
立退き 立ち退 退去
在留 とどま いられ 滞在
滞在 とどま いる 泊
滞留 たま 溜 とどま 積み上
停滞 止ま 滞 進ま
難航 進ま 手間取 うまくい 困難
順調 予定どおり 予定通り うまく 問題な 円滑
円滑 スムーズ 滞りな 順調 うまく
完成 でき上が 出来上 仕上
仕上 完成
着工 工事を始 工事に入
施工 工事
補修 直 修理 修繕
保全 守 維持
保護 守 保全
配慮 気を配 気遣 考慮 留意 思いや
考慮 踏まえ 考え 配慮 加味
留意 気を付け 気をつけ 注意 配慮
注意 気を付け 気をつけ 留意
警戒 気を付け 注意
監視 見張 見守 目を
巡回 回る 回り 見回 パトロール
見守 見回
視察 見に行 見て回 見学
見学 見る 見に 見られ
閲覧 見る 見られ 読む 読め
公開 見られ 公にし 明らか オープン
開示 見せ 明らか 公開
非公開 公開し
秘匿 伏せ 隠
周知不足 知らな 知られてい 行き届
不十分 足り 行き届 十分で 不足
徹底 行き渡 しっかり 行き届
普及 広ま 広が 行き渡 浸透
浸透 広ま 行き渡 普及
定着 根付 根づ 慣れ
習熟 慣れ
習得 身に付け 身につけ 覚え
育成 育て 養成
養成 育て 育成
教育 教え 指導
指導 教え 助言 導
研修 講習 訓練 勉強会
訓練 練習 研修
演習 訓練 練習
助言 アドバイス 教え
相談 問合せ 問い合わせ
照会 問い合わせ 問合せ 尋ね 聞き
問合せ 問い合わせ 照会 質問 お尋ね
苦情 クレーム 不満 文句
不満 苦情 不服
批判 非難 指摘
謝罪 申し訳 お詫び おわび 謝
感謝 ありがと お礼 御礼
歓迎 うれし ありがた 喜
期待 楽しみ 望
切望 ぜひ 望
要求 求め 要望 請求
請求 求め 申し立て
申立て 申し立て 訴え
訴え 主張 述べ 求め
要請 求め お願い 依頼
依頼 お願い 求め 頼 ください
指示 命じ ください するよう 求め
命令 命じ 指示
勧告 勧め 求め
促進 進め 後押 促
後押 支援 促進
奨励 勧め 促
推進 進め
加速 早め 速め 急
前倒 早め 繰り上げ
繰り上げ 早め 前倒
繰り越 翌年度に
拒 断
検証 確かめ 確認 調べ
点検 調べ 確認 見て チェック
検査 調べ 点検
審査 調べ 確認
精査 詳しく 調べ 確認
究明 突き止め 特定 明らか 調べ
特定 突き止め 明らか 絞り込
把握 つかむ つかん 分か 知
集計 まとめ 数え
算出 計算 求め
計算 算出 試算 見積
見積 計算 試算
換算 直す 直し
比較 比べ
評価 認め 良い 判断
判断 決め 考え 見極め
見極 判断 確認
結論 結果 判断
議論 話し合 検討 討議
討論 議論 話し合
対立 分かれ 割れ
賛否 両方 分かれ 賛成と反対
両論 両方
合意 まとま 折り合
妥協 折り合
調整 すり合わせ 詰め 協議
折衝 交渉 協議
連携 協力 手を組 一緒に 共同
協力 手を貸 一緒に 連携 力を合わせ
共同 一緒に 合同
合同 一緒に 共同
共有 分かち 知らせ合 伝え合
提携 手を組 連携
委嘱 頼 任せ
委任 任せ 委ね
移管 移す 移し 引き継
譲渡 譲 渡
譲与 譲
売却 売る 売り 売っ
販売 売る 売り 売っ
発売 売り出
貸与 貸す 貸し
借用 借り
返却 返す 返し
賃料 家賃 借り賃
募集 募る 募り 募っ
募金 寄附を募 寄付を募
寄附 寄せ
応募 申し込 手を挙げ
登録 届け 登
届出 届け出 届け 申告
申告 届け出 申し出
申出 申し出
申請 申し込 届け出 出す 手続
提出 出す 出し
受理 受け付け 受け取
受付 受け付け
却下 退け 認め
棄却 退け
交付 渡 配 出し 出す 発行
発行 出す 出し 交付
発出 出す 出し
支給 渡 出す 払
給付 支給 渡
納付 納め 払
滞納 払って 納めて 払われ
徴収 取る 集め
課税 税をかけ 税金
免除 免じ 払わな 取らな 不要
減免 減らし 安くし
値引 安く 割引
割引 安く 値引
無料 ただ お金がかか 負担な 無償
有料 お金がかか 料金を取
高騰 高く 上が 値上がり 高
高額 高い 高く
低額 安い 安く
安価 安い 安く
財源 お金 資金 予算
資金 お金 財源
収益 収入 もうけ 利益
採算 もうけ 収支
赤字 収支が マイナス
黒字 プラス
損失 損 失
損害 損 被害
被害 害 損害
支障 差し障 問題 困
問題 支障 課題
弊害 害 悪影響 問題
混乱 乱れ 戸惑
懸念 気にな 心配
不安 心配 心もとな
安心 心配な 不安な
安全 危なくな 危険
危険 危な 危う
緊急 急 至急
臨時 一時的 特別
常時 いつも 常に
随時 いつでも その都度
定期 毎回 決まった
毎年 年に1回 年1回
隔週 2週間に1
終日 一日中 1日中
深夜 夜中 夜
早朝 朝早
夕方 夕暮 夕刻
夕暮 夕方 薄暮
頻発 相次 多く発生 何度も
相次 続い 頻発 次々
多発 多く 相次 集中
集中 偏 固ま 多
散見 ところどころ 見られ
偏在 偏
格差 差 開き
均等 等し 同じ 平等
公平 平等 不公平な
不公平 公平で ずる
煩雑 面倒 手間 複雑
手間 面倒 煩雑 時間がかか
簡素化 簡単に 簡略 減ら
簡略 簡単 簡素
効率 無駄な 手早
無駄 効率
省力 手間を
自動 機械が
手作業 人の手 手で
人力 人の手
人員 要員 人手 職員 人数
要員 人員 人手 スタッフ 職員
増員 人を増 増や 採用
減員 人を減 減ら
確保 手当 見つけ 集め 用意 手に入
手配 用意 頼 段取 手当
調達 手に入 用意 買
入手 手に入 手に入れ 受け取
取得 手に入 取る 取っ
獲得 手に入 勝ち取
喪失 失
消失 なくな 失
消滅 なくな
存在 ある あり
実在 ある
欠如 ない 欠け
未着 届いて 着いて
未定 決まって 定まって
未達 達して 届いて
既存 ある 今の 現在の
現行 今の 現在の
従前 これまで 以前 前の 今まで
従来 これまで 今まで 前から
将来 今後 先々 これから
今後 これから 将来 先
当面 しばらく 当分 差し当た
暫定 当面 仮
仮設 仮
恒久 ずっと 長く
継続 続け 引き続
存続 残 続け
持続 続
維持 続け 続く
操作 動かす 動かせ 扱う 扱え
半数 半分 半減
開始 始め 始ま
短縮 早ま 早め 縮
維持 保ち 守
断続 途切れ
中断 止め 途切れ 止ま
打切 打ち切 終わ やめ
閉鎖 閉じ 閉め
廃棄 捨て 処分
処分 捨て 廃棄
破棄 捨て
投棄 捨て
解体 壊す 壊し 取り壊
取壊 取り壊 解体
撤収 引き揚げ 片付
回避 避け 免れ
不可避 避けられ 免れ
不可欠 欠かせ なくてはな 必要
必須 なければ 必要 欠かせ
任意 自由 してもよ 義務で
優遇 有利 特別
優位 有利 上回
有利 得 優位
不利 損
効果 効い 効 役立
奏功 効い 効果 うまくい
有益 役立 ためにな
有用 役立 使え
活躍 働
従事 働 携わ
勤務 働
就労 働く 働き 働い 仕事
就業 働
失業 仕事を失 職を失
解雇 首 辞めさせ
退職 辞め
休暇 休み
夜勤 夜の
超過勤務 残業
残業 超過勤務
労働 働
多忙 忙し
疲弊 疲れ
高齢 年を取 年配 お年寄
若年 若
障害者 障害のある
外国人 外国の
児童 子ども 生徒
生徒 子ども 学生
未成年 子ども
世帯 家庭 家族
家庭 世帯 家
家族 世帯 身内
兄弟 きょうだい
住民 市民 町民 地元 人々
地元 地域 住民 現地
地域 地元 地区
地権者 土地の所有者
用地 土地 敷地
敷地 土地 用地
跡地 跡
建物 施設 建屋
庁舎 役所 役場
施設 建物
設備 機器 装置
機器 機械 設備 装置
装置 機器 機械
車両 車
経路 道筋 ルート 道
路線 ルート
幹線 主な路線
通行 通る 通れ 通っ
通行止 通れ 止め
往復 行き来 行って帰
渋滞 混 詰ま
通学 学校へ通
通勤 職場へ通
送迎 送り迎え
出発 出る 発つ 出て
出荷 送り出
納入 納め 届け
納品 納め 届け
納期 納入時期 納める時期
搬入 運び込 入れ
搬出 運び出
積載 積む 積み
荷物 貨物 荷
貨物 荷物 荷
需要 求め 必要
供給 出回 配 行き渡
在庫 残り 手持ち
備蓄 蓄え ため
蓄積 たま 積み重
削減 減ら 切り詰 カット
圧縮 縮め 切り詰 減ら
節約 切り詰 減ら
浪費 無駄遣
転用 使い回 別の用途
流用 使い回
併用 一緒に使
兼務 兼ね
適用 当てはま 使
導入 取り入れ 入れ 始め
採択 選ば 選び
採用 取り入れ 選 雇
選任 選
任命 任じ
指名 名指
推薦 薦め 推し
落札 受注 取った
応札 入札に参加 札を入れ
入札 札
不調 成立しな まとまら
成立 まとま でき
締結 結ぶ 結び 結ん
履行 果た 守 行
不履行 守られ 果たさ
遵守 守ら 守り 守っ
逸脱 外れ 守ら
違反 守られ 守ら 反し
虚偽 うそ 嘘 偽
偽造 偽
不正 ずる ごまか
誤解 間違って理解 思い違
誤認 間違 取り違
誤送付 間違って送 誤って送
誤り 間違 ミス 誤っ
失念 忘れ
忘却 忘れ
漏れ 抜け 落と
重複 ダブ 二重 重な
相違 違い 違っ 異な
相異 違 異な
差異 違い 差
一致 合っ 同じ 揃
不一致 合わ 違
矛盾 食い違 合わな
乖離 離れ 開き 差
隔たり 開き 差
近接 近
遠方 遠
隣接 隣
点在 散ら
密集 固ま 集ま
過密 混 詰ま
過疎 人が減
空席 空き 空い
空室 空き部屋 空い
満員 いっぱい 満
満席 いっぱい
飽和 いっぱい
余裕 余り ゆとり
余剰 余
残余 残り
残高 残り
残量 残り
残存 残
全額 すべて 全部 丸ごと
一部 部分 半ば
大半 ほとんど 多く 7割 8割
概算 おおよそ ざっと
概要 あらまし 大まか まとめ
要点 ポイント まとめ
詳細 詳し 細か
明示 示 書 はっきり
明確 はっきり 明らか
曖昧 はっきりしな 不明確
不明 分から 分かって わから
判明 分か わか 明らか
露呈 明らか 表に出
顕在 表に出 明らか
把握 分か
推測 思われ みて 考え
推定 みて 思われ 考え
想定 見込 考え みて
見通 見込 予測
展望 見通 先行き
予想 見込 思 予測
予報 予測
兆候 きざし 兆し
警告 注意 警報
警報 注意報 警告
通報 知らせ 電話
発信 知らせ 伝え 送
発言 述べ 話
伝達 伝え 知らせ
告示 知らせ 公
公示 知らせ 公
公募 募集 募
公表 明らか 知らせ 出
報道 記者 マスコミ 新聞
発表 知らせ 出す 明らか
掲示 貼 張り
掲出 貼 張り
表示 示 書
記入 書く 書き 書い 入力
入力 打ち込 入れ 記入
記載 書く 書か 書い 載
転記 書き写
署名 サイン 名前を書
押印 はんこ 判 印
郵送 郵便 送
郵便 郵送
転送 回 送
返送 送り返 返
返信 返事 回答 返
電話 架電 連絡
架電 電話
面談 面会 会って
面会 会う 会っ
訪問 行って 訪れ 伺
来庁 窓口に来 役所に来
来所 来る 来た
来訪 訪れ 来
来館 訪れ 来
来場 訪れ 来
参集 集ま
傍聴 聞き 聴き
聴取 聞き 話を聞
傾聴 聞
実証 試 実験
試行 試し 試み お試し
試験 テスト 試
実験 試
本格 本式
休業 休み 店を閉
営業 店を開 商売
商売 営業 事業
開業 店を開 始め
廃業 店を閉 やめ
倒産 つぶれ 潰れ
再建 立て直
再編 組み替え まとめ
再発 また起 繰り返 再び起
反復 繰り返
頻度 回数
突出 目立 飛び出 高
調和 合う なじ
景観 眺め 景色 街並
騒音 うるさ 音
悪臭 臭 におい
日照 日当た
収穫 取れ 採れ 刈
作付 植え 作付け 栽培
栽培 育て 作
飼育 育て 飼
繁殖 増え
漁獲 捕 獲
水揚 漁獲
出漁 漁に出
手取り 収入 所得
所得 収入 手取り
減収 収入が減 手取りが減 減
収入減 減収 手取りが減
年収 1年の収入
給与 給料 賃金
賃金 給料 給与 時給
最終 最後
冒頭 最初 初め
初回 最初 1回目 第1回 第一回
翌日 次の日
前夜 前日夜 前の晩 前日の夜
前日 前の日
初日 最初の日
初旬 上旬 初め
下旬 終わり頃 末
年内 12月まで 今年中 年末
年明け 1月 来年
年末 年内 12月
満了 切れ 期限
期限切れ 過ぎ 切れ
有効 使え 生き
無効 使えな 効力
失効 切れ 効力
発効 効力 始ま
施行 始ま 実施
遡及 さかのぼ
据置 据え置 変え
固定 変えな 動かさな
変動 動 変わ
変化 変わ
異なる 違
類似 似
同様 同じ
同等 同じ 並
並行 一緒に 同時
同時 一緒に 並行
個別 一つ一つ それぞれ 別々
各々 それぞれ
一括 まとめ 一度
一斉 一度 同時
順次 順番 次々 順に
逐次 順
段階 順
優先 先に 後回しにしな
劣後 後回し
後回し 後に回 先送
延伸 延ば 伸ば
拡幅 広げ
増強 増や 強
減速 遅く
安定 揺れな 落ち着
不安定 安定し 揺れ
鎮静 落ち着 収ま
収束 収ま 落ち着
終息 収ま 終わ
激化 激し 強ま
深刻 ひど 重 厳し
重大 重 大き
軽微 軽 小さ
良好 良
劣化 古く 傷
老朽化 古く 傷
摩耗 すり減
汚染 汚
清掃 掃除
洗浄 洗
消毒 殺菌
除雪 雪かき 雪を
伐採 切
植栽 植え
緑化 緑
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
additional more extra further another
exceed above beat better more outperform
fund award grant finance
attend join participate take_part
success successful funded
cancel withdraw pull_out call_off
lack short shortage insufficient
vacancy vacant unfilled
double twice two-fold
halve half
workload burden load
shorten cut reduce short shorter trim
lengthen extend longer
limit cap restrict maximum ceiling
prioritise priority first urgent
warn caution alert
train training teach course
replace swap substitute
upgrade update improve modernise
improve better rise increase up
slip fall drop decline worsen down
operate run service
operation operate run
last take
worsen worse deteriorate
demand ask want request
refuse reject decline
accept take agree
concern worry worried afraid fear
delay late slow behind
quick fast soon rapid prompt
average mean
people person individual
worldwide global overseas abroad international
overseas abroad foreign
resident citizen inhabitant
injury injured hurt
death die died fatality kill
illness sick disease
evaluate assess judge
monitor watch track
notify inform tell contact
publish release announce
budget fund money
invoice bill
contractor supplier vendor company firm
car_park parking
unrealistic not_realistic
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
