/** One of the six headers and footers that a section has. */
export interface HeaderFooterPlace {
  part: "header" | "footer";
  type: "Primary" | "FirstPage" | "EvenPages";
}

export const primaryHeader: HeaderFooterPlace = { part: "header", type: "Primary" };

/** All six, the likeliest to carry a marking first: a cover page has a header of its own. */
export const headerFooterPlaces: readonly HeaderFooterPlace[] = [
  primaryHeader,
  { part: "header", type: "FirstPage" },
  { part: "footer", type: "Primary" },
  { part: "footer", type: "FirstPage" },
  { part: "header", type: "EvenPages" },
  { part: "footer", type: "EvenPages" },
];

export function bodyAt(section: Word.Section, { part, type }: HeaderFooterPlace): Word.Body {
  return part === "header" ? section.getHeader(type) : section.getFooter(type);
}
