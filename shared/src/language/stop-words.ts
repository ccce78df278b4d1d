/** Japanese words, as `contentWords` cuts them, that stand in every official text and tell nothing about its subject. */
const japanese =
  "等 及 又 並 若 行 有 無 係 関 対 応 基 同 当 次 者 的 性 化 中 上 下 内 外 前 後 間 時 際 為 事 物 様 各 以下 以上 以降 以外 以内 場合 以前 " +
  "年 月 日 条 項 号 第 円 人 件 回 点 本 他 旨 何 誰 言 思 見 得 出 入 来 置 図 含 用 受 定 設 生 成 進 示 述 考 " +
  "年度 平成 令和 昭和 今回 今後 現在 場所 一 二 三 四 五 六 七 八 九 十 〇 百 千 万 億 つ ヶ月 か月 箇所 但 但書 規定 前項 同項 同条 前条 " +
  "ア イ ウ エ オ カ キ ク ケ コ する ある";

const english =
  "a about above after again all also although an and any are as at be because been before being below between both but by can could did do does " +
  "during each either for from had has have he her here his how however if in into is it its just may might more most must no nor not of off on " +
  "once only or other our out over own per same shall she should so some such than that the their them then there these they this those through " +
  "to too under until up upon very was we were what when where which while who whom whose why will with within without would you your e.g i.e etc";

const stopWords = new Set(`${japanese} ${english}`.split(" "));

/** True for a word that ranking leaves out. Expects the form that `contentWords` makes. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
