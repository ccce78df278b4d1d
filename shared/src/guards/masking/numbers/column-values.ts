import type { PersonalDataKind, PersonalDatum } from "../personal-datum";

/** Columns of tables in plain text by their heads. */
const heads: readonly (readonly [kind: PersonalDataKind, head: RegExp, value: RegExp])[] = [
  ["phone", /^(?:内線|電話|携帯|TEL|FAX|直通|連絡先)(?:番号|電話)?$/iu, /^[0-9+()\- ]{3,18}$/u],
  ["birth-date", /^(?:生年月日|誕生日|date of birth|dob)$/iu, /^[0-9A-Z明大昭平令元年月日/.・ -]{6,14}$/iu],
  [
    "staff-number",
    /^(?:職員|社員|従業員|学籍|会員|受験|患者|利用者|入館証)(?:番号|コード|ID|No\.?)$/iu,
    /^[A-Z0-9-]{3,14}$/iu,
  ],
  ["address", /^(?:現?住所|居所|address)$/iu, /^.{6,80}$/u],
];

/** Values under heads that say what they are: by tabs, bars or commas, one line each. Text in half width. */
export function findColumnValues(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  let offset = 0;
  let columns: { delimiter: string; count: number; rules: ((typeof heads)[number] | undefined)[] } | undefined;
  for (const line of text.split("\n")) {
    const row = columns === undefined ? [] : line.split(columns.delimiter);
    if (columns !== undefined && row.length === columns.count) {
      let start = offset;
      for (const [place, cell] of row.entries()) {
        const words = cell.trim();
        const rule = columns.rules[place];
        const from = start + cell.length - cell.trimStart().length;
        if (rule?.[2].test(words) === true) found.push({ start: from, end: from + words.length, kind: rule[0] });
        start += cell.length + 1;
      }
    } else if (!/^[\s|:-]*$/u.test(line) || line === "") {
      columns = undefined;
      for (const delimiter of ["\t", "|", ","]) {
        const cells = line.split(delimiter).map((cell) => cell.trim());
        const rules = cells.map((cell) => heads.find(([, head]) => head.test(cell)));
        if (cells.length > 1 && rules.some((rule) => rule !== undefined)) {
          columns = { delimiter, count: cells.length, rules };
          break;
        }
      }
    }
    offset += line.length + 1;
  }
  return found;
}
