import { HostError } from "../rich-api/emulated-type";
import type { WordPackage } from "../package";
import { comparePositions, type Position } from "./content/position";
import { Story, type StoryKind } from "./content/story";
import { Numbering } from "./format/numbering";
import { StyleSheet } from "./format/style-sheet";
import { Theme } from "./format/theme";
import { ObjectCache } from "./objects/object-cache";
import type { HostProfile } from "./profile";
import { Settings } from "./settings";
import { attribute, child, children, isWord, wordName } from "./xml/word-xml";

/** What changed, for whoever draws the document. */
export interface WordChange {
  readonly partName: string;
}

export interface WordModelOptions {
  now: () => Date;
  author: string;
  profile: HostProfile;
}

const storyRoots: Record<string, StoryKind> = {
  body: "MainDoc",
  hdr: "Header",
  ftr: "Footer",
  footnote: "Footnote",
  endnote: "Endnote",
  comment: "Comment",
};

/** The document behind all emulated objects: its package, its stories, and who is told about changes. */
export class WordModel {
  readonly settings: Settings;
  readonly profile: HostProfile;
  readonly objects = new ObjectCache();
  private readonly stories = new WeakMap<Element, Story>();
  private readonly pendingParts = new WeakMap<Element, () => string>();
  private readonly changeListeners = new Set<(change: WordChange) => void>();
  private readonly selectionListeners = new Set<() => void>();
  private styleSheet: StyleSheet | undefined;
  private numberingDefinitions: Numbering | undefined;
  private themeFonts: Theme | undefined;
  private selectionSpan: { story: Story; anchor: Position; focus: Position } | undefined;
  private sequence = 0;

  constructor(
    readonly pack: WordPackage,
    private readonly options: WordModelOptions,
  ) {
    this.profile = options.profile;
    this.settings = new Settings(this);
  }

  get author(): string {
    return this.options.author;
  }

  /** The host's clock, as ISO 8601 in UTC without fractions, as Word stores it. */
  timestamp(): string {
    return this.options
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  }

  /** The body's story. @throws HostError `GeneralException` for a document without a body */
  main(): Story {
    const body = child(this.pack.xml(this.pack.mainPart).documentElement, "body");
    if (!body) throw new HostError("GeneralException", "The document has no body.", 500);
    return this.story(body, this.pack.mainPart);
  }

  story(root: Element, partName: string): Story {
    let story = this.stories.get(root);
    if (!story) {
      story = new Story(storyRoots[wordName(root)] ?? "MainDoc", partName, root, this.profile.text);
      this.stories.set(root, story);
    }
    return story;
  }

  /** The story a node stands in. @throws HostError `ItemNotFound` when the node is no longer part of the document */
  storyOf(node: Node): Story {
    for (let parent: Node | null = node; parent; parent = parent.parentNode) {
      if (wordName(parent) in storyRoots) {
        const known = this.stories.get(parent as Element);
        if (known) return known;
      }
    }
    throw new HostError("ItemNotFound", "The object is no longer part of the document.", 404);
  }

  /** Root element of a part related to the main document ("styles", "footnotes"), undefined when there is none. */
  relatedRoot(kind: string): { root: Element; partName: string } | undefined {
    const partName = this.pack.related(this.pack.mainPart, kind);
    return partName === undefined ? undefined : { root: this.pack.xml(partName).documentElement, partName };
  }

  get styles(): StyleSheet {
    return (this.styleSheet ??= new StyleSheet(this));
  }

  get numbering(): Numbering {
    return (this.numberingDefinitions ??= new Numbering(this));
  }

  get theme(): Theme {
    return (this.themeFonts ??= new Theme(this));
  }

  /** A note's story by its reference. Undefined when the note does not exist. */
  noteStory(kind: "footnotes" | "endnotes", id: string): Story | undefined {
    const part = this.relatedRoot(kind);
    const note = part && children(part.root).find((item) => attribute(item, "id") === id);
    return part && note ? this.story(note, part.partName) : undefined;
  }

  /** A story whose part does not exist yet: `create` is called once, at the first change, and returns the part's name. */
  pendingStory(root: Element, create: () => string): Story {
    this.pendingParts.set(root, create);
    return this.story(root, "");
  }

  /** Called before any change. @throws HostError `AccessDenied` when the document is protected */
  beforeWrite(purpose: "content" | "comment" | "settings" = "content"): void {
    const protection = this.settings.protection();
    const allowed =
      protection === undefined ||
      (protection === "comments" && purpose === "comment") ||
      (protection === "trackedChanges" && purpose !== "settings");
    if (!allowed) throw new HostError("AccessDenied", "The document is protected.", 403);
  }

  /** Called after a change of a story: its part will be saved anew, listeners are told. */
  changed(story: Story): void {
    const create = this.pendingParts.get(story.root);
    if (create) {
      this.pendingParts.delete(story.root);
      (story as { partName: string }).partName = create();
    }
    this.partChanged(story.partName);
  }

  partChanged(partName: string): void {
    this.pack.markChanged(partName);
    for (const listener of this.changeListeners) listener({ partName });
  }

  onChanged(listener: (change: WordChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onSelectionChanged(listener: () => void): () => void {
    this.selectionListeners.add(listener);
    return () => this.selectionListeners.delete(listener);
  }

  /** Anchor and focus may be in either order. They follow the text. */
  select(story: Story, anchor: Position, focus: Position): void {
    const backwards = comparePositions(story, anchor, focus) > 0;
    const span = backwards ? { start: focus, end: anchor } : { start: anchor, end: focus };
    story.spans.follow(span);
    this.selectionSpan = {
      story,
      get anchor() {
        return backwards ? span.end : span.start;
      },
      get focus() {
        return backwards ? span.start : span.end;
      },
    };
    for (const listener of this.selectionListeners) listener();
  }

  /** The selection; at first an empty one at the start of the body, as after opening a document. */
  selection(): { story: Story; anchor: Position; focus: Position } {
    const current = this.selectionSpan;
    if (current && current.story.indexOf(current.anchor.paragraph) >= 0) return current;
    const story = this.main();
    const paragraph = story.paragraphs()[0];
    if (!paragraph) throw new HostError("GeneralException", "The document has no paragraph.", 500);
    return { story, anchor: { paragraph, offset: 0 }, focus: { paragraph, offset: 0 } };
  }

  /** A number that is new in this document, for w:id of changes and the like. */
  nextId(): number {
    if (this.sequence === 0) {
      let highest = 0;
      const visit = (parent: Node) => {
        for (let node = parent.firstChild; node; node = node.nextSibling) {
          if (node.nodeType !== 1) continue;
          const id = Number(attribute(node as Element, "id"));
          if (Number.isSafeInteger(id) && id > highest && id < 0x7fff0000) highest = id;
          visit(node);
        }
      };
      visit(this.main().root);
      this.sequence = highest;
    }
    return ++this.sequence;
  }

  /** All stories that exist: body, headers, footers, notes. Comments are left out. */
  allStories(): Story[] {
    const stories = [this.main()];
    for (const item of this.pack.relationships(this.pack.mainPart)) {
      if (item.external || !this.pack.has(item.target)) continue;
      if (item.kind === "header" || item.kind === "footer") {
        stories.push(this.story(this.pack.xml(item.target).documentElement, item.target));
      } else if (item.kind === "footnotes" || item.kind === "endnotes") {
        for (const note of children(this.pack.xml(item.target).documentElement)) {
          const ordinary = attribute(note, "type") === undefined || attribute(note, "type") === "normal";
          if (ordinary && (isWord(note, "footnote") || isWord(note, "endnote"))) {
            stories.push(this.story(note, item.target));
          }
        }
      }
    }
    return stories;
  }
}
