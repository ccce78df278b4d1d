import { createLike, xmlNamespace } from "../xml/word-xml";

/** Sets the text of a w:t, with xml:space where Word would lose white space without it. */
export function setText(element: Element, text: string): void {
  element.textContent = text;
  if (/^\s|\s$/.test(text)) element.setAttributeNS(xmlNamespace, "xml:space", "preserve");
}

/** A w:r with text; tab, line break ("\v") and page break ("\f") become elements. */
export function createRun(near: Element, text: string, properties: Element | undefined): Element {
  const run = createLike(near, "r");
  if (properties) run.appendChild(properties.cloneNode(true));
  for (const piece of text.split(/([\t\v\f])/)) {
    if (piece === "") continue;
    if (piece === "\t") run.appendChild(createLike(near, "tab"));
    else if (piece === "\v") run.appendChild(createLike(near, "br"));
    else if (piece === "\f") run.appendChild(createLike(near, "br", { type: "page" }));
    else {
      const element = createLike(near, "t");
      setText(element, piece);
      run.appendChild(element);
    }
  }
  return run;
}
