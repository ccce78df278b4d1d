import { HostError } from "../../rich-api/emulated-type";
import { attribute, child, children, createLike, descend, value } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { builtInById, builtInByShownName, builtInByStoredName } from "./built-in-styles";

export type StyleKind = "paragraph" | "character" | "table" | "numbering";

/** Styles of the document: by id, by name, and with what they inherit. */
export class StyleSheet {
  private readonly byId = new Map<string, Element>();
  private readonly chains = new Map<string, Element[]>();
  private readonly defaults = new Map<StyleKind, Element | undefined>();

  constructor(private readonly model: WordModel) {
    for (const style of children(this.root(), "style")) {
      const id = attribute(style, "styleId");
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, style);
    }
  }

  get(id: string | undefined): Element | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  all(): Element[] {
    return [...this.byId.values()];
  }

  /** The default style of a kind (w:default="1"); "Normal" as a rule. */
  defaultStyle(kind: StyleKind): Element | undefined {
    if (!this.defaults.has(kind)) {
      const isDefault = (style: Element) =>
        attribute(style, "type") === kind && ["1", "true", "on"].includes(attribute(style, "default") ?? "");
      this.defaults.set(kind, this.all().find(isDefault));
    }
    return this.defaults.get(kind);
  }

  /** A style and what it is based on, nearest first. Circles, which Word ignores, end the chain. */
  chain(id: string | undefined): readonly Element[] {
    if (id === undefined) return [];
    let chain = this.chains.get(id);
    if (!chain) {
      chain = [];
      for (
        let style = this.get(id);
        style && !chain.includes(style);
        style = this.get(value(child(style, "basedOn")))
      ) {
        chain.push(style);
      }
      this.chains.set(id, chain);
    }
    return chain;
  }

  documentDefaults(kind: "pPr" | "rPr"): Element | undefined {
    return descend(this.root(), "docDefaults", `${kind}Default`, kind);
  }

  /** Name as a person sees it: the product's own name for built-in styles, else as stored. */
  shownName(style: Element | undefined): string {
    const stored = value(child(style, "name")) ?? attribute(style, "styleId") ?? "";
    const builtIn = builtInByStoredName(stored);
    if (!builtIn) return stored;
    return this.model.profile.styleNames === "ja" ? builtIn.japanese : builtIn.english;
  }

  /** Office.js name for `styleBuiltIn`; "Other" for styles of the document's own. */
  builtInName(style: Element | undefined): string {
    return builtInByStoredName(value(child(style, "name")) ?? "")?.id ?? "Other";
  }

  /** @throws HostError `ItemNotFound` for a name that neither the document nor Word knows (believed) */
  byShownName(name: string, kind: StyleKind): Element {
    const builtIn = builtInByShownName(name) ?? builtInByStoredName(name);
    const stored = builtIn?.storedName ?? name;
    const found = this.byStoredName(stored, kind) ?? (builtIn ? undefined : this.get(name));
    if (found) return found;
    if (builtIn) return this.create(builtIn.storedName, builtIn.id, kind);
    throw new HostError("ItemNotFound", `There is no style named ${name}.`, 404);
  }

  /** @throws HostError `InvalidArgument` for an unknown built-in name, `NotImplemented` for one not in our table */
  byBuiltInName(id: string, kind: StyleKind): Element {
    const builtIn = builtInById(id);
    if (!builtIn) throw new HostError("NotImplemented", `The built-in style ${id} is not emulated.`, 501);
    return this.byStoredName(builtIn.storedName, kind) ?? this.create(builtIn.storedName, builtIn.id, kind);
  }

  private byStoredName(name: string, kind: StyleKind): Element | undefined {
    const wanted = name.toLowerCase();
    return this.all().find(
      (style) =>
        attribute(style, "type") === kind &&
        ((value(child(style, "name")) ?? "").toLowerCase() === wanted ||
          (value(child(style, "aliases")) ?? "").split(",").some((alias) => alias.trim() === name)),
    );
  }

  /** Word knows its built-in styles even when the document does not define them, and adds them on first use. */
  private create(storedName: string, id: string, kind: StyleKind): Element {
    this.model.beforeWrite();
    const part = this.model.relatedRoot("styles");
    if (!part) throw new HostError("GeneralException", "The document has no styles part.", 500);
    let styleId = id;
    while (this.byId.has(styleId)) styleId += "1";
    const style = createLike(part.root, "style", { type: kind, styleId });
    style.appendChild(createLike(part.root, "name", { val: storedName }));
    const base = this.defaultStyle(kind);
    const baseId = attribute(base, "styleId");
    if (baseId !== undefined) style.appendChild(createLike(part.root, "basedOn", { val: baseId }));
    style.appendChild(createLike(part.root, "qFormat"));
    const level = /^heading (\d)$/.exec(storedName)?.[1];
    if (level !== undefined) {
      const pPr = createLike(part.root, "pPr");
      pPr.appendChild(createLike(part.root, "keepNext"));
      pPr.appendChild(createLike(part.root, "outlineLvl", { val: String(Number(level) - 1) }));
      style.appendChild(pPr);
    }
    part.root.appendChild(style);
    this.byId.set(styleId, style);
    this.model.partChanged(part.partName);
    return style;
  }

  private root(): Element | undefined {
    return this.model.relatedRoot("styles")?.root;
  }
}
