/**
 * Words that report, connect or frame: a writer adds them freely, so that they neither support a line nor speak against
 * it. What stands in a text in hiragana alone is light as well.
 */
const japanese =
  "私 我々 当方 先方 相手 自分 本人 意見 指摘 質問 回答 説明 報告 発言 提案 提示 紹介 要望 要請 懸念 主張 見解 認識 答弁 述 挙 求 示 言及 議論 議題 会議 出席者 担当 担当者 内容 方針 方向 方向性 予定 " +
  "結果 状況 対応 措置 取組 取 組 課題 問題 点 旨 趣旨 件 本件 当該 当 同 等 際 場合 時 必要 必要性 考 思 見 上 中 内 間 者 方 的 性 化 今後 今回 本 約 程度 一方 他 " +
  "特 主 実施 行 対 関 係 受 基 踏 伴 通 現在 既 以内 以上 以下 可能 可能性 原則 例外 旨 件数 数 人 人数 額 値 率 各 及 並 又 若 毎 第 目 分 側 形 " +
  "向 述 言 話 出 入 来 得 置 含 用 定 設 生 成 進 図 付 有 在 至 名 氏 委員 様 君 殿 御 お 計 合計 総計 累計 延 年間 月間 度 月 年 日 週 回 個 面 都合 場 " +
  "事 物 何 誰 為 所 箇所 部分 一 二 三 つ ヶ 条 項 号 万 億 千 百 円 台 枚 歳 割 倍 最 直 掛 届 占 段階 関連 該当 対象 対象者 対象外 事項 意向 意 立場 " +
  "期間 時点 当初 以外 以前 以降 前後 前 後 別 多 少 高 低 大 小 新 良 悪 早 遅 早急 済 未 不 無 非 再 済 実 現 全 両 双方 皆 決定 事実 確認 要 否 存 知 承 伺 申 致 頂 下 願 " +
  "観点 視点 見方 見地 当面 現時点 中心 傾向 近年 最近 各種 具体的 全体 全般 現状 実態 実情 経緯 事情 一層 直近 従来 従前 同様 一定 相当 状態 特段 多数 次 先 頃 末 迄 他方 反面 加えて 経 経過 見込 想定 目標 目指 検討 協議 賛成 反対 合意 了承 承認 異議 義務 構成員 議員 訴 問 尋 語 触 強調 力説 総括";

const english =
  "a an the and or but if of to in on at by for from with as is are was were be been being am it its this that these those there here he she they we i you his her their our your my me him them us who whom which what when where " +
  "will would shall should can could may might must do does did done doing have has had having not no yes so than then also too very just only own same such more most some any each other another both all every many much " +
  "said say says stated state noted note reported report explained explain asked ask answered told tell proposed propose suggested suggest argued pointed point out mentioned according meeting member committee chair participant participants discussion discussed " +
  "let us please thank thanks regard regarding about into up down over under again still already yet now however therefore because since due while although though after before until during between per via within without " +
  "take taken make made get got give given put go went come came need needs needed was place being take-place subject scheduled follow following well one complete possible time times carried carry conducted held hold took part against amount number level whereas";

/** Words that a writer puts around what a source says in other words; where a source has them they count as any other. */
const framing = new Set(
  (
    "影響 原因 要因 理由 背景 案 両者 両論 経由 規定 実績 内訳 主因 結論 時期 見通 必要 仕組 場面 箇所 場所 規模 範囲 水準 程度 機会 過程 段取 手立 手当 " +
    "際立 目立 及 至 終 陥 占 達 上 留 止 伸 挙 生 済 踏 掲 迎 先立 併 兼 加 続 " +
    // That something is there, happens, goes on, or is told.
    "存在 発生 発令 発令中 巡 膨 巡回 生起 到来 経過 推移 継続中 実施中 進行 進行中 運用中 稼働中 開始時 終了時 開催時 実施時 " +
    "おそれ 恐れ 声 考え方 見方 旨 趣 姿勢 意欲 所感 総評 言い分 申し出 訴え 要旨 要点 論点 争点 観測 感触 自覚 期待 評価 判断 " +
    "時間帯 時間 期間 工期 日時 日程 日数 時刻 時機 一時 一時期 当時 現時点 全期間 期 年次 年限 残り 残 残額 残数 残部 " +
    "費用 金額 経費 総額 単価 料金 価格 数量 数値 割合 比率 度合 水準 規模感 合計額 総数 件 側面 局面 分野 領域 種別 種類 区分 分類 " +
    "作業 業務 活動 行為 行動 運び 運用 取扱 扱 手順 手続 工程 処理 処置 対処 対策 施策 方策 策 手段 方法 手法 やり方 仕方 " +
    "特徴 特色 性質 性格 側 立場 役割 位置付 位置づ 意味 意義 目的 狙 趣意 根拠 前提 条件 要件 事例 例 ケース 場 機 際 点 " +
    "同水準 同程度 同様 同等 類 系 順 順序 優先 優先順位 第一 筆頭 首位 以下 続伸 " +
    "示唆 明言 付言 補足 追認 述懐 吐露 断言 確言 言明 表明 陳述 供述 証言 主眼 強調点 " +
    "引 受 入 抱 持 得 設 置 取 呼 呼び掛 見据 見越 図 講 施 賄 補 担 負 任 委 託 頼 努 励 欠 限 絞 割 分 合 重 積 組 込 付 備 整 構 築 練 詰 深 広 高 強 弱 薄 濃"
  ).split(" "),
);

/** True for a word that frames what is said, unless the source has it too. */
export function isFraming(word: string): boolean {
  return framing.has(word);
}

const japaneseSet = new Set(japanese.split(" "));
const englishSet = new Set(english.split(" "));

/** True for a run of kanji or katakana that frames what is said. */
export function isLightJapanese(word: string): boolean {
  return japaneseSet.has(word);
}

/** True for an English word, in lower case, that frames what is said. */
export function isLightEnglish(word: string): boolean {
  return englishSet.has(word);
}
