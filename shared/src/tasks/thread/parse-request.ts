import { cellsOf } from "../minutes/action-table";

/** What a line or a row says of a request; empty where it does not say. */
export interface RequestParts {
  text: string;
  of: string;
  due: string;
}

const ofName =
  "誰に|だれに|誰へ|宛先|宛て?|相手(?:方)?|依頼先|照会先|対象者?|担当(?:者|課|部署)?|対応者|of|to|asked of|of whom|whom|addressee|assignee|owner";
const dueName =
  "期限|期日|回答期限|提出期限|締切り?日?|締め切り|〆切り?|いつまでに?|due(?: date| by)?|deadline|by when|by";
/** Who asks and when: the mail tells that. */
const otherName = "誰が|依頼者|依頼元|発信者|差出人|送信者|日付|日時|依頼日|from|asker|asked by|who|date";
const unset =
  /^(?:未定|不明|なし|無し|特になし|記載なし|言及なし|明記なし|指定なし|未設定|-+|－|―|n\/?a|none|tbd|not (?:set|specified|stated|given|mentioned)|unknown|unspecified)$/i;

/**
 * Reads what is asked, of whom and by when of a line in any of the forms seen: `…｜誰に：A｜期限：B`, `…（誰に：A、期限：B）`,
 * `誰に：A / 期限：B / …`, `… [Due: B]`.
 */
export function parseRequest(line: string): RequestParts {
  const of = field(line, ofName);
  const due = field(line, dueName);
  const other = field(line, otherName);
  const found = [of, due, other].filter((one) => one !== undefined);
  let text = found.length === 0 ? line : line.slice(0, Math.min(...found.map(({ start }) => start)));
  if (found.length > 0 && bare(text) === "") text = line.slice(Math.max(...found.map(({ end }) => end)));
  return { text: bare(text), of: value(of?.value), due: value(due?.value) };
}

/** A table's columns by the words of its head; undefined when the row is no head. */
export type RequestColumn = "text" | "of" | "due" | "sources" | "other";

export function requestColumns(cells: readonly string[]): RequestColumn[] | undefined {
  const matches = (cell: string, names: string): boolean => new RegExp(`^(?:${names})$`, "iu").test(cell.trim());
  const columns = cells.map((cell): RequestColumn => {
    if (matches(cell, dueName)) return "due";
    if (matches(cell, ofName)) return "of";
    if (/^(?:根拠|出典|メール(?:番号)?|番号|source|mail)s?$/iu.test(cell)) return "sources";
    if (/^(?:依頼(?:事項|内容)?|内容|事項|求め|要求|質問|request|what|item|content|task)s?$/iu.test(cell))
      return "text";
    return "other";
  });
  return columns.includes("text") ? columns : undefined;
}

/** The parts of a row; a bare number in the column of sources becomes a citation mark behind the text. */
export function requestOfRow(cells: readonly string[], columns: readonly RequestColumn[]): RequestParts {
  const at = (column: RequestColumn): string => cells[columns.indexOf(column)]?.trim() ?? "";
  const sources = at("sources");
  const mark = /^[0-9０-９]{1,4}(?:\s*[,、，]\s*[0-9０-９]{1,4})*$/u.test(sources) ? `[${sources}]` : sources;
  return { text: `${at("text")} ${mark}`.trim(), of: value(at("of")), due: value(at("due")) };
}

export { cellsOf };

function field(line: string, name: string): { start: number; end: number; value: string } | undefined {
  const piped = /[｜|]/.test(line);
  const stop = piped ? "｜|" : "｜|／、，,;；)）\\]］】";
  const pattern = new RegExp(
    `(?:[｜|／/、，,;；(（[［【\\s\\u3000・-]|^)\\s*(?:${name})[】\\]］]?\\s*[:：=＝]\\s*((?:[（(][^（()）]{0,12}[)）]|[^${stop}])*)`,
    "iu",
  );
  const match = pattern.exec(line);
  if (match === null) return undefined;
  // "Friday, 3 July" holds a comma; a slash parts fields only with spaces around it.
  const rest = piped
    ? undefined
    : /^,\s*[0-9]{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+(?:\s+20[0-9]{2})?/.exec(line.slice(match.index + match[0].length));
  const words = `${match[1]!.split(/\s+\/\s+/)[0]!}${rest?.[0] ?? ""}`;
  return { start: match.index, end: match.index + match[0].length + (rest?.[0].length ?? 0), value: words };
}

function bare(text: string): string {
  return text
    .replace(/[\s\u3000｜|／/、，,;；(（[［【-]+$/u, "")
    .replace(/^[\s\u3000｜|／/、，,;；)）\]］】-]+/u, "")
    .trim();
}

function value(text: string | undefined): string {
  const plain = bare(text ?? "")
    .replace(/[。.\]］】]+$/u, "")
    .replace(/^([^（(]*)[)）]+$/u, "$1")
    .trim();
  return unset.test(plain) ? "" : plain;
}
