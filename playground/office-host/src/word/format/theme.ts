import type { WordModel } from "../word-model";

const drawingNamespaces = [
  "http://schemas.openxmlformats.org/drawingml/2006/main",
  "http://purl.oclc.org/ooxml/drawingml/main",
];

/** Font names behind theme references such as `minorEastAsia` (ISO/IEC 29500-1, 17.18.96). */
export class Theme {
  private readonly fonts = new Map<string, string>();

  constructor(model: WordModel) {
    const root = model.relatedRoot("theme")?.root;
    if (!root) return;
    for (const size of ["major", "minor"]) {
      const scheme = find(root, `${size}Font`);
      if (!scheme) continue;
      const latin = typeface(find(scheme, "latin"));
      const eastAsia = typeface(find(scheme, "ea")) || scriptFont(scheme, "Jpan");
      const complex = typeface(find(scheme, "cs"));
      this.fonts.set(`${size}HAnsi`, latin).set(`${size}Ascii`, latin);
      this.fonts.set(`${size}EastAsia`, eastAsia).set(`${size}Bidi`, complex);
    }
  }

  /** "" when the theme does not say. */
  font(reference: string): string {
    return this.fonts.get(reference) ?? "";
  }
}

function find(root: Element, name: string): Element | undefined {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (element.localName === name && drawingNamespaces.includes(element.namespaceURI ?? "")) return element;
    const below = find(element, name);
    if (below) return below;
  }
  return undefined;
}

function typeface(element: Element | undefined): string {
  return element?.getAttribute("typeface") ?? "";
}

function scriptFont(scheme: Element, script: string): string {
  for (let node = scheme.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 1 && (node as Element).getAttribute("script") === script) return typeface(node as Element);
  }
  return "";
}
