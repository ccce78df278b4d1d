import type { TaskLanguage } from "../../vocabulary";

export interface ActionParts {
  task: string;
  /** Empty when the line does not say. */
  owner: string;
  due: string;
}

const ownerName = "担当(?:者|課|部署|部局)?|責任者|主担当|実施者|対応者|owner|assignee|assigned to|who|in charge";
const dueName = "期限|期日|締切り?|締め切り|〆切り?|納期|いつまでに?|due(?: date| by)?|deadline|by when";
const unset =
  /^(?:未定|不明|なし|無し|特になし|記載なし|言及なし|未設定|-+|－|―|n\/?a|none|tbd|not (?:set|specified|stated|given)|unknown|unspecified)$/i;

/** What stands where nobody said who or when. */
export function notSet(language: TaskLanguage): string {
  return language === "ja" ? "未定" : "not set";
}

/**
 * Reads task, owner and date of an action line in any of the forms seen: `…｜担当：A｜期限：B`, `…（担当：A、期限：B）`,
 * `… / owner: A / due: B`, in either order.
 */
export function parseAction(line: string): ActionParts {
  const owner = field(line, ownerName);
  const due = field(line, dueName);
  const starts = [owner, due].flatMap((found) => (found === undefined ? [] : [found.start]));
  let task = starts.length === 0 ? line : line.slice(0, Math.min(...starts));
  // Where the task stands behind its fields, it is what is left of the line.
  if (starts.length > 0 && bare(task) === "") {
    task = line.slice(Math.max(...[owner, due].map((found) => found?.end ?? 0)));
  }
  return { task: bare(task), owner: fieldValue(owner?.value), due: fieldValue(due?.value) };
}

/** A line that holds nothing but who or when; undefined for any other. An unset value is empty. */
export function fieldAlone(line: string): { name: "owner" | "due"; value: string } | undefined {
  for (const [name, names] of [
    ["owner", ownerName],
    ["due", dueName],
  ] as const) {
    const match = new RegExp(`^["“]?(?:${names})["”]?\\s*[:：]\\s*([^]*)$`, "iu").exec(line.trim());
    if (match !== null) return { name, value: fieldValue(match[1]) };
  }
  return undefined;
}

function field(line: string, name: string): { start: number; end: number; value: string } | undefined {
  const piped = /[｜|]/.test(line);
  const stop = piped ? "｜|" : "｜|／/、，,;；)）";
  const pattern = new RegExp(
    `(?:[｜|／/、，,;；(（[［【「\\s\\u3000・-]|^)\\s*["“]?(?:${name})["”]?[】\\]］]?\\s*(?:[:：=＝]|は(?=[^、。]{1,20}(?:$|[${stop}])))\\s*`,
    "iu",
  );
  const match = pattern.exec(line);
  if (match === null) return undefined;
  const from = match.index + match[0].length;
  const end = endOfValue(line, from, stop);
  return { start: match.index, end, value: line.slice(from, end) };
}

const brackets: Record<string, string> = { "(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "「": "」" };

/** Where a value ends: at a mark that parts fields, or at a bracket that was opened before it. A bracket of its own belongs to it. */
function endOfValue(line: string, from: number, stop: string): number {
  const open: string[] = [];
  for (let at = from; at < line.length; at += 1) {
    const letter = line[at]!;
    const closing = brackets[letter];
    if (closing !== undefined && line.includes(closing, at + 1)) open.push(closing);
    else if (letter === open.at(-1)) open.pop();
    else if (open.length === 0 && stop.includes(letter)) return at;
  }
  return line.length;
}

function bare(text: string): string {
  return text
    .replace(/[\s\u3000｜|／/、，,;；(（[［【-]+$/u, "")
    .replace(/^[\s\u3000｜|／/、，,;；)）\]］】-]+/u, "")
    .trim();
}

/** Who or when, without marks around it; empty for a word that says that it is not set. */
export function fieldValue(text: string | undefined): string {
  let plain = bare(text ?? "");
  for (;;) {
    const last = plain.at(-1) ?? "";
    const opening = Object.keys(brackets).find((one) => brackets[one] === last);
    const isOwn = opening !== undefined && count(plain, opening) >= count(plain, last);
    if (!/[。.)）\]］】」"”'\s]/u.test(last) || isOwn) break;
    plain = plain.slice(0, -1);
  }
  plain = plain.replace(/^["“']+/u, "").trim();
  return unset.test(plain) ? "" : plain;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
