import { insertInOrder } from "./xml/element-order";
import { attribute, child, createLike, isOn, remove } from "./xml/word-xml";
import type { WordModel } from "./word-model";

export type Protection = "readOnly" | "comments" | "trackedChanges" | "forms";

/** What the document's settings part says that changes behaviour. */
export class Settings {
  constructor(private readonly model: WordModel) {}

  /** Kind of an enforced protection (w:documentProtection), undefined for none. */
  protection(): Protection | undefined {
    const element = child(this.root(), "documentProtection");
    const edit = attribute(element, "edit");
    const enforced = ["1", "true", "on"].includes(attribute(element, "enforcement") ?? "");
    return enforced && edit !== undefined && edit !== "none" ? (edit as Protection) : undefined;
  }

  /** Whether changes are recorded (w:trackRevisions, or a protection that demands it). */
  get tracking(): boolean {
    return isOn(child(this.root(), "trackRevisions")) === true || this.protection() === "trackedChanges";
  }

  set tracking(on: boolean) {
    if (on === (isOn(child(this.root(), "trackRevisions")) === true)) return;
    const root = this.root() ?? this.create();
    const existing = child(root, "trackRevisions");
    if (existing) remove(existing);
    if (on) insertInOrder(root, createLike(root, "trackRevisions"));
    const partName = this.model.relatedRoot("settings")?.partName;
    if (partName !== undefined) this.model.partChanged(partName);
  }

  private root(): Element | undefined {
    return this.model.relatedRoot("settings")?.root;
  }

  private create(): Element {
    const { pack } = this.model;
    const main = pack.xml(pack.mainPart).documentElement;
    const folder = pack.mainPart.slice(0, pack.mainPart.lastIndexOf("/") + 1);
    const name = `${folder}settings.xml`;
    const document = pack.addPart(
      name,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:settings xmlns:w="${main.namespaceURI ?? ""}"/>`,
    );
    pack.addRelationship(pack.mainPart, "settings", name);
    return document.documentElement;
  }
}
