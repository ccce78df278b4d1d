import type { Block } from "@genai-office/shared/vocabulary";

const sentenceEnd = /[。｡.．!?！？][」』）)”"’\]】]*$/;
const caption =
  /^[\s\u3000]*[（(【［[]?(?:図表?|表|写真|別紙|様式|出典|資料|Figure|Fig\.?|Table|Source)[\s\u3000]*[-－:：.．]?[\s\u3000]*[0-9０-９一二三四五六七八九十ivx]*[-－.．0-9０-９]*[\s\u3000:：.．）)】]/i;
const contentsLine = /(?:[\t…・.．‥]{2,}|\t)[\s\u3000]*[0-9０-９]{1,4}$/;
/** Numbering at the start of a typed heading: 第１章, １－２, (3), Ⅱ, Chapter 2. */
const headingNumber =
  /^[\s\u3000]*(?:第[0-9０-９一二三四五六七八九十百]+(?:[編章節款部])?|[0-9０-９]{1,2}(?:[-－.．][0-9０-９]{1,2})*[.．]?|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[（(][0-9０-９]{1,2}[)）]|(?:Chapter|Section|Part|Article)\s+[0-9IVX]+)[\s\u3000.．:：]+\S/;
const longestTypedHeading = 40;
/** Headings that authors set without a heading style, spread with spaces: 概　要. */
const knownTitle =
  /^(?:概要|要旨|要約|要点|趣旨|目的|背景|背景及び目的|はじめに|序文|まとめ|結論|おわりに|今後の課題|今後の予定|Abstract|Summary|ExecutiveSummary|Introduction|Conclusions?)$/i;

/** True when the text ends as a sentence does. */
export function endsAsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** True for captions of figures and tables, lines of a table of contents, notes on a source. */
export function isCaption(block: Block): boolean {
  if (/caption|図表番号|^toc|^目次/i.test(block.style ?? "")) return true;
  const text = block.text.trim();
  return contentsLine.test(text) || (caption.test(`${text} `) && !/。/.test(text));
}

/** Level of a heading, also of one that its author only typed (「第１　目的」 in body style); undefined for other blocks. */
export function headingLevel(block: Block): number | undefined {
  if (block.kind === "heading") return block.level ?? 1;
  if (block.kind !== "paragraph") return undefined;
  const text = block.text.trim();
  if (text.length > longestTypedHeading || endsAsSentence(text) || text.includes("、")) return undefined;
  if (knownTitle.test(text.replace(/\s+/g, ""))) return 1;
  if (/^第[0-9０-９一二三四五六七八九十百]+[編章部]?[\s\u3000]/.test(text)) return 1;
  return headingNumber.test(text) ? 3 : undefined;
}

/** Offset after bullets, indents and typed numbering (１　, (2), ア　, ※) at the start of a sentence. */
export function numberingLength(text: string): number {
  const number =
    /^[\s\u3000]*(?:[・●○◯■□◆◇▪•‣※＊*▶►→⇒–—-]+|[（(](?:[0-9０-９]{1,2}|[ア-ン]|[a-zａ-ｚ]|[一二三四五六七八九十]{1,2})[)）]|(?:[0-9０-９]{1,2}|[ア-ン]|[a-zａ-ｚ])[)）.．](?![0-9０-９])|[①-⒛]|[ivx]{1,4}[)）.．]+|[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){2,3}[.．]?|[0-9０-９]{1,2}項(?=\s)|(?:[0-9０-９]{1,2}|[ア-ン])(?=[\s\u3000]))[\s\u3000]*/;
  let length = 0;
  for (let match = number.exec(text); match !== null && match[0] !== ""; match = number.exec(text.slice(length))) {
    length += match[0].length;
    if (length > 24) break;
  }
  return length + (text.slice(length).length - text.slice(length).trimStart().length);
}
