import { attributeOf, childNamed, descendantsNamed, rename, unwrap, wordName } from "./word-xml";

/** Wrappers that docx-preview 0.4.1 skips together with the text in them. */
const skipped = ["smartTag", "customXml", "fldSimple", "dir", "bdo"];

/** Changes a story of the copy so that all its text is drawn. Order matters: wrappers are opened before links are. */
export function makeRenderable(story: Element): void {
  for (const control of descendantsNamed(story, "sdt")) {
    childNamed(control, "sdtPr")?.remove();
    childNamed(control, "sdtEndPr")?.remove();
    const content = childNamed(control, "sdtContent");
    if (content) unwrap(content);
    unwrap(control);
  }
  for (const name of skipped)
    for (const wrapper of descendantsNamed(story, name)) {
      childNamed(wrapper, `${name}Pr`)?.remove();
      unwrap(wrapper);
    }
  for (const moved of descendantsNamed(story, "moveTo")) if (holdsRuns(moved)) rename(moved, "ins");
  for (const moved of descendantsNamed(story, "moveFrom")) if (holdsRuns(moved)) rename(moved, "del");
  // A width of 0 means "as wide as needed", whatever its unit says; docx-preview takes it at its word.
  for (const width of [...descendantsNamed(story, "tblW"), ...descendantsNamed(story, "tcW")])
    if (parseFloat(attributeOf(width, "w") ?? "") === 0) width.remove();
  for (const link of descendantsNamed(story, "hyperlink")) linkEachRun(link);
  for (const reference of [
    ...descendantsNamed(story, "footnoteReference"),
    ...descendantsNamed(story, "endnoteReference"),
  ])
    childNamed(childNamed(reference.parentElement!, "rPr"), "vertAlign")?.remove(); // it would be counted twice
}

/** Inside w:rPr and w:trPr the same names mark a property, not a container. */
function holdsRuns(element: Element): boolean {
  return element.children.length > 0 && wordName(element.parentElement) !== "rPr";
}

/** docx-preview draws only runs that are direct children of a link: no tracked changes and no marks. */
function linkEachRun(link: Element): void {
  const wrapRuns = (parent: Element) => {
    for (const child of Array.from(parent.children)) {
      if (wordName(child) === "r") {
        const shell = link.cloneNode(false) as Element;
        child.before(shell);
        shell.append(child);
      } else if (wordName(child) !== "bookmarkStart" && wordName(child) !== "hyperlink") wrapRuns(child);
    }
  };
  wrapRuns(link);
  unwrap(link);
}
