import type { GlossaryTermKind } from "../vocabulary";

export type Column = "ja" | "en" | "forbidden" | "note" | "kind";

const names: Record<Column, RegExp> = {
  ja: /^(?:用語|日本語|和文|和語|原語|語句|用語日本語|日本語用語|日本語表記|正式名称|推奨表記|推奨語|ja|japanese|term|termja|jaterm|source|japaneseterm|preferred)$/,
  en: /^(?:訳語|英語|英訳|英文|英語表記|英語訳|英語名|用語英語|対訳|en|english|translation|termen|enterm|target|englishterm)$/,
  forbidden:
    /^(?:禁止表記|禁止語|禁止訳語|禁止|使用禁止|不可表記|非推奨|非推奨表記|使用しない表記|使わない表記|誤表記|避ける表記|forbidden|forbiddenterms?|deprecated|donotuse|avoid|notallowed)$/,
  note: /^(?:備考|注|注記|説明|定義|メモ|コメント|解説|notes?|comments?|remarks?|definition|description)$/,
  kind: /^(?:種別|種類|分類|区分|kind|type|category)$/,
};

/** Which column is which, by a header row in Japanese or English; undefined when it names no wording. */
export function columnsOf(cells: readonly string[]): Partial<Record<Column, number[]>> | undefined {
  const columns: Partial<Record<Column, number[]>> = {};
  cells.forEach((cell, index) => {
    const name = cell
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s\ufeff・_().:/-]/g, "");
    for (const [column, pattern] of Object.entries(names) as [Column, RegExp][]) {
      if (!pattern.test(name)) continue;
      // 用語 beside 日本語: the first column of a kind is the wording; forbidden wordings may have several columns.
      (columns[column] ??= []).push(index);
      return;
    }
  });
  return columns.ja === undefined && columns.en === undefined ? undefined : columns;
}

const kinds: [GlossaryTermKind, RegExp][] = [
  ["term", /^(?:用語|一般|一般用語|専門用語|普通名詞|term|noun|commonnoun)?$/],
  ["name", /^(?:名称|固有名詞|組織|組織名|機関|機関名|府省名|部局名|地名|人名|name|propernoun|organi[sz]ation)$/],
  ["law", /^(?:法令|法令名|法律|法律名|政令|省令|条約|law|act|statute|legislation)$/],
  ["title", /^(?:役職|役職名|官職|官職名|職名|肩書|title|post|position)$/],
  ["other", /^(?:その他|他|other|misc)$/],
];

/** The kind that a cell names; undefined for one that is not known. */
export function kindOf(cell: string): GlossaryTermKind | undefined {
  const name = cell.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  return kinds.find(([, pattern]) => pattern.test(name))?.[0];
}
