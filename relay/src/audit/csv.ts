import type { ExportedEntry } from "./export-audit";

/** Columns of the file for records officers: title, and where the value stands in the content of an entry. */
export const csvColumns: readonly (readonly [title: string, ...path: string[]])[] = [
  ["時刻（UTC）", "at"],
  ["種別", "kind"],
  ["利用者（仮名）", "person"],
  ["課室", "section"],
  ["操作", "act"],
  ["タスク", "task"],
  ["モデル", "model"],
  ["接続方式", "contract"],
  ["地域", "region"],
  ["プロンプト版", "promptVersion"],
  ["設定版", "settings"],
  ["機密性（申告）", "declared"],
  ["機密性（検出）", "found"],
  ["機密性（適用）", "class"],
  ["確認済み", "confirmed"],
  ["マスキング", "masked"],
  ["マスキング（申告）", "clientMasked"],
  ["結果", "outcome"],
  ["入力文字数", "characters"],
  ["出力文字数", "outputCharacters"],
  ["入力トークン", "inputTokens"],
  ["出力トークン", "outputTokens"],
  ["費用", "cost", "amount"],
  ["通貨", "cost", "currency"],
  ["最初の文字まで（ms）", "firstTextMs"],
  ["全体（ms）", "totalMs"],
  ["判断", "decision"],
  ["編集距離", "edits", "distance"],
  ["役に立ったか", "feedback", "helpful"],
  ["理由", "feedback", "reason"],
  ["指摘", "findings"],
  ["同じ1分間のほかの拒否", "more"],
  ["操作の内容", "details"],
  ["経路", "route"],
  ["文書ハッシュ", "document"],
  ["実行ID", "run"],
  ["ステップID", "step"],
  ["要求ID", "request"],
  ["ノード", "node"],
];

const chainTitles = ["番号", "前のハッシュ", "ハッシュ", "内容"];

/** First line of the file, with the byte order mark. */
export function csvHeader(): string {
  return `\ufeff${line([...csvColumns.map(([title]) => title), ...chainTitles])}`;
}

export function csvLine({ sequence, previous, hash, content }: ExportedEntry): string {
  const entry: unknown = JSON.parse(content);
  const fields = csvColumns.map(([, ...path]) => valueAt(entry, path));
  return line([...fields, sequence, previous, hash, content]);
}

function valueAt(entry: unknown, path: readonly string[]): unknown {
  let value = entry;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function line(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // A number is never a formula, a text that begins like one may be (OWASP, CSV injection).
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
