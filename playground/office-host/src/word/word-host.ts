import type { EmulatedObject } from "../rich-api/emulated-type";
import { openPackage, PackageError, type PackageLimits, type WordPackage, type XmlDom } from "../package";
import { completeBody } from "./content/last-paragraph";
import type { Position } from "./content/position";
import { DocumentObject } from "./objects/document";
import { webProfile, type HostProfile } from "./profile";
import { WordModel, type WordChange } from "./word-model";
import { child } from "./xml/word-xml";

export interface WordHostOptions {
  /** `createBrowserDom()` in a page, `createXmldom()` in Node. */
  dom: XmlDom;
  /** Clock for tracked changes and comments; default the machine's. */
  now?: () => Date;
  /** Name of the person at work; default "Reviewer". */
  author?: string;
  /** Which Word is played; default the web. */
  profile?: HostProfile;
  limits?: Partial<PackageLimits>;
}

/** A place in the body, for the page around the document. */
export interface BodyPosition {
  /** Index among all paragraphs of the body in document order, those in tables included. */
  paragraphIndex: number;
  /** Characters of `paragraph.text` before the place. */
  offset: number;
}

export interface WordHost {
  /** The Document object, for the rich-API interpreter. */
  readonly root: EmulatedObject;
  readonly package: WordPackage;
  /** The document as a .docx now. Parts without a change keep the bytes they were opened with. */
  save(): Uint8Array;
  /** Called after every change of a part. Returns the way to stop. */
  onChanged(listener: (change: WordChange) => void): () => void;
  /** Called when the page or the add-in moved the selection. */
  onSelectionChanged(listener: () => void): () => void;
  /** Selects in the body; anchor and focus in either order. @throws RangeError for an index that does not exist */
  setSelection(anchor: BodyPosition, focus?: BodyPosition): void;
  /** The selection; undefined while it lies outside of the body (in a header, a note). */
  getSelection(): { anchor: BodyPosition; focus: BodyPosition } | undefined;
  /** w:p elements of the body in document order. For drawing only: never change them. */
  paragraphNodes(): readonly Element[];
  /** w:r elements of a paragraph that hold content, in order. For drawing only. */
  runNodes(paragraph: Element): Element[];
}

/**
 * Opens a document as an emulated Word does. A body without a last paragraph is shown with an empty one.
 * @throws PackageError (see its codes) when the bytes are no document that can be opened
 */
export async function createWordHost(bytes: Uint8Array, options: WordHostOptions): Promise<WordHost> {
  const pack = openPackage(bytes, { dom: options.dom, ...(options.limits ? { limits: options.limits } : {}) });
  const body = child(pack.xml(pack.mainPart).documentElement, "body");
  if (!body) throw new PackageError("broken", "The document has no body.");
  const completed = completeBody(body);
  const model = new WordModel(pack, {
    now: options.now ?? (() => new Date()),
    author: options.author ?? "Reviewer",
    profile: options.profile ?? webProfile,
  });
  const story = model.main();
  const toPosition = (place: BodyPosition, end: boolean): Position => {
    const paragraph = story.paragraphs()[place.paragraphIndex];
    if (!paragraph) throw new RangeError(`There is no paragraph ${place.paragraphIndex}.`);
    return { paragraph, offset: story.content(paragraph).fromShown(place.offset, end) };
  };
  const toBodyPosition = (position: Position): BodyPosition => ({
    paragraphIndex: story.indexOf(position.paragraph),
    offset: story.content(position.paragraph).toShown(position.offset),
  });
  return {
    root: new DocumentObject(model),
    package: pack,
    save: () => completed.asStored(() => pack.save()),
    onChanged: (listener) => model.onChanged(listener),
    onSelectionChanged: (listener) => model.onSelectionChanged(listener),
    setSelection(anchor, focus = anchor) {
      const backwards =
        anchor.paragraphIndex > focus.paragraphIndex ||
        (anchor.paragraphIndex === focus.paragraphIndex && anchor.offset > focus.offset);
      const empty = anchor.paragraphIndex === focus.paragraphIndex && anchor.offset === focus.offset;
      const first = toPosition(anchor, empty || backwards);
      model.select(story, first, empty ? first : toPosition(focus, !backwards));
    },
    getSelection() {
      const selection = model.selection();
      if (selection.story !== story) return undefined;
      return { anchor: toBodyPosition(selection.anchor), focus: toBodyPosition(selection.focus) };
    },
    paragraphNodes: () => story.paragraphs(),
    runNodes: (paragraph) => [...new Set(story.content(paragraph).segments.map((segment) => segment.run))],
  };
}
