/** [w:name as stored (lower case), Office.js BuiltInStyleName, English name shown, Japanese name shown] */
const table: [string, string, string, string][] = [
  ["normal", "Normal", "Normal", "標準"],
  ...numbered("heading", "Heading", "Heading", "見出し", 9),
  ...numbered("toc", "Toc", "TOC", "目次", 9),
  ["footnote text", "FootnoteText", "Footnote Text", "脚注文字列"],
  ["header", "Header", "Header", "ヘッダー"],
  ["footer", "Footer", "Footer", "フッター"],
  ["caption", "Caption", "Caption", "図表番号"],
  ["footnote reference", "FootnoteReference", "Footnote Reference", "脚注参照"],
  ["endnote reference", "EndnoteReference", "Endnote Reference", "文末脚注参照"],
  ["endnote text", "EndnoteText", "Endnote Text", "文末脚注文字列"],
  ["title", "Title", "Title", "表題"],
  ["subtitle", "Subtitle", "Subtitle", "副題"],
  ["hyperlink", "Hyperlink", "Hyperlink", "ハイパーリンク"],
  ["strong", "Strong", "Strong", "強調太字"],
  ["emphasis", "Emphasis", "Emphasis", "強調斜体"],
  ["no spacing", "NoSpacing", "No Spacing", "行間詰め"],
  ["list paragraph", "ListParagraph", "List Paragraph", "リスト段落"],
  ["quote", "Quote", "Quote", "引用文"],
  ["intense quote", "IntenseQuote", "Intense Quote", "引用文 2"],
  ["subtle emphasis", "SubtleEmphasis", "Subtle Emphasis", "斜体"],
  ["intense emphasis", "IntenseEmphasis", "Intense Emphasis", "強調斜体 2"],
  ["subtle reference", "SubtleReference", "Subtle Reference", "参照"],
  ["intense reference", "IntenseReference", "Intense Reference", "参照 2"],
  ["book title", "BookTitle", "Book Title", "書名"],
  ["bibliography", "Bibliography", "Bibliography", "文献目録"],
  ["toc heading", "TocHeading", "TOC Heading", "目次の見出し"],
  ["table grid", "TableGrid", "Table Grid", "表 (格子)"],
];

export interface BuiltInStyle {
  /** As w:name stores it: "heading 1". */
  readonly storedName: string;
  /** As Office.js names it in `styleBuiltIn`. */
  readonly id: string;
  readonly english: string;
  readonly japanese: string;
}

const styles: BuiltInStyle[] = table.map(([storedName, id, english, japanese]) => ({
  storedName,
  id,
  english,
  japanese,
}));
const byStoredName = new Map(styles.map((style) => [style.storedName, style]));
const byId = new Map(styles.map((style) => [style.id, style]));
const byShownName = new Map(
  styles.flatMap((style) => [[style.english, style] as const, [style.japanese, style] as const]),
);

export function builtInByStoredName(name: string): BuiltInStyle | undefined {
  return byStoredName.get(name.toLowerCase());
}

export function builtInById(id: string): BuiltInStyle | undefined {
  return byId.get(id);
}

export function builtInByShownName(name: string): BuiltInStyle | undefined {
  return byShownName.get(name);
}

function numbered(
  stored: string,
  id: string,
  english: string,
  japanese: string,
  count: number,
): [string, string, string, string][] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return [`${stored} ${number}`, `${id}${number}`, `${english} ${number}`, `${japanese} ${number}`];
  });
}
