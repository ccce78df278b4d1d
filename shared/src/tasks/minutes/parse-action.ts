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
  return { task: bare(task), owner: value(owner?.value), due: value(due?.value) };
}

function field(line: string, name: string): { start: number; end: number; value: string } | undefined {
  const piped = /[｜|]/.test(line);
  const stop = piped ? "｜|" : "｜|／/、，,;；)）";
  const pattern = new RegExp(
    `(?:[｜|／/、，,;；(（[［【\\s\\u3000・-]|^)\\s*(?:${name})[】\\]］]?\\s*(?:[:：=＝]|は(?=[^、。]{1,20}(?:$|[${stop}])))\\s*([^${stop}]*)`,
    "iu",
  );
  const match = pattern.exec(line);
  if (match === null) return undefined;
  return { start: match.index, end: match.index + match[0].length, value: match[1]! };
}

function bare(text: string): string {
  return text
    .replace(/[\s\u3000｜|／/、，,;；(（[［【-]+$/u, "")
    .replace(/^[\s\u3000｜|／/、，,;；)）\]］】-]+/u, "")
    .trim();
}

function value(text: string | undefined): string {
  const plain = bare(text ?? "")
    .replace(/[。.)）\]］】]+$/u, "")
    .trim();
  return unset.test(plain) ? "" : plain;
}
