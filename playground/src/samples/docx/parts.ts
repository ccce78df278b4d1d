import type { Comment } from "./inline";
import { escapeXml, plainPart, wordPart } from "./xml";

const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** What a document story refers to in other parts: notes, comments, pictures, links; and the ids that must be unique. */
export class Parts {
  private readonly relationships: Relationship[] = [];
  private readonly footnotes: string[] = [];
  private readonly comments: string[] = [];
  private readonly links = new Map<string, string>();
  readonly pictures = new Map<string, Uint8Array>();
  private paragraphs = 0;
  private bookmarks = 0;
  private drawings = 0;

  /** `w14:paraId`: eight hexadecimal digits below 80000000, the same in every build ([MS-DOCX] 2.2.4). */
  nextParagraphId(): string {
    this.paragraphs += 1;
    return (0x2a000000 + this.paragraphs * 0x1051).toString(16).toUpperCase();
  }

  nextBookmarkId(): number {
    return this.bookmarks++;
  }

  nextDrawingId(): number {
    return ++this.drawings;
  }

  addFootnote(content: string): number {
    const properties = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>';
    this.footnotes.push(`<w:p w14:paraId="${this.nextParagraphId()}">${properties}${content}</w:p>`);
    return this.footnotes.length;
  }

  addComment(comment: Comment): number {
    const id = this.comments.length;
    this.comments.push(
      `<w:comment w:id="${id}" w:author="${escapeXml(comment.author)}" w:date="${comment.date}" ` +
        `w:initials="${escapeXml(comment.initials)}"><w:p w14:paraId="${this.nextParagraphId()}">` +
        '<w:pPr><w:pStyle w:val="CommentText"/></w:pPr>' +
        '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' +
        `<w:r><w:t xml:space="preserve">${escapeXml(comment.text)}</w:t></w:r></w:p></w:comment>`,
    );
    return id;
  }

  addHyperlink(target: string): string {
    const known = this.links.get(target);
    if (known !== undefined) return known;
    const id = this.relate("hyperlink", target, true);
    this.links.set(target, id);
    return id;
  }

  addPicture(png: Uint8Array): string {
    const name = `media/image${this.pictures.size + 1}.png`;
    this.pictures.set(name, png);
    return this.relate("image", name);
  }

  relate(type: string, target: string, external = false): string {
    const id = `rId${this.relationships.length + 1}`;
    this.relationships.push({ id, type, target, external });
    return id;
  }

  get hasFootnotes(): boolean {
    return this.footnotes.length > 0;
  }

  get hasComments(): boolean {
    return this.comments.length > 0;
  }

  footnotesPart(): string {
    const separator = (id: number, type: string, mark: string) =>
      `<w:footnote w:type="${type}" w:id="${id}"><w:p w14:paraId="${this.nextParagraphId()}">` +
      `<w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${mark}/></w:r></w:p></w:footnote>`;
    return wordPart(
      "footnotes",
      separator(-1, "separator", "separator") +
        separator(0, "continuationSeparator", "continuationSeparator") +
        this.footnotes.map((content, at) => `<w:footnote w:id="${at + 1}">${content}</w:footnote>`).join(""),
    );
  }

  commentsPart(): string {
    return wordPart("comments", this.comments.join(""));
  }

  relationshipsPart(): string {
    return relationshipsPart(
      this.relationships.map(({ id, type, target, external }) => ({
        id,
        type: `${relationshipTypes}/${type}`,
        target,
        external,
      })),
    );
  }
}

/** A `.rels` part (ECMA-376 part 2, 9.3); `type` is the whole URI. */
export function relationshipsPart(relationships: readonly Relationship[]): string {
  return plainPart(
    'Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"',
    relationships
      .map(
        ({ id, type, target, external }) =>
          `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"` +
          `${external ? ' TargetMode="External"' : ""}/>`,
      )
      .join(""),
  );
}
