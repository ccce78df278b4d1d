import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import { comparePositions, listSpan } from "../content/position";
import { positionOf } from "../content/node-position";
import { spanText } from "../content/span-text";
import { cleanText } from "../edit/clean-text";
import {
  commentMarks,
  commentSpan,
  deleteComment,
  isResolved,
  repliesTo,
  setCommentText,
  setResolved,
  topLevelComments,
} from "../edit/comments";
import { attribute } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { itemNotFound, textArgument } from "./arguments";
import { Collection, collectionType } from "./collection";
import { RangeObject } from "./range";
import type { TextScope } from "./text-scope";

/** A comment, or (with its own description) a reply to one. */
export class CommentObject implements EmulatedObject {
  readonly emulatedType: EmulatedType<never>;

  constructor(
    readonly model: WordModel,
    /** w:comment. */
    readonly node: Element,
    reply: boolean,
  ) {
    this.emulatedType = reply ? commentReplyType : commentType;
  }

  get content(): string {
    const part = this.model.relatedRoot("comments");
    if (!part || this.node.parentNode !== part.root) throw itemNotFound();
    const story = this.model.story(this.node, part.partName);
    const paragraphs = story.paragraphs();
    return paragraphs.length === 0 ? "" : spanText(listSpan(story, paragraphs));
  }

  set content(text: string) {
    this.model.beforeWrite("comment");
    setCommentText(this.model, this.node, cleanText(text));
    const part = this.model.relatedRoot("comments");
    if (!part) throw itemNotFound();
    this.model.story(this.node, part.partName).structureChanged();
    this.model.partChanged(part.partName);
  }
}

export function commentObject(model: WordModel, node: Element, reply = false): CommentObject {
  return model.objects.get(node, "Comment", () => new CommentObject(model, node, reply));
}

/** Comments whose range begins in a scope, in document order. */
export function commentsIn(scope: TextScope): CommentObject[] {
  const { model } = scope;
  const span = scope.span();
  const byId = new Map(topLevelComments(model).map((comment) => [attribute(comment, "id") ?? "", comment] as const));
  const found: CommentObject[] = [];
  if (byId.size === 0) return found;
  for (const [id, marks] of commentMarks(span.story)) {
    const comment = byId.get(id);
    const mark = marks.start ?? marks.reference;
    const end = marks.end ?? marks.reference;
    if (!comment || !mark || !end) continue;
    const from = positionOf(span.story, mark, "start");
    const to = positionOf(span.story, end, "end");
    if (!from || !to) continue;
    const outside =
      comparePositions(span.story, to, span.start) < 0 || comparePositions(span.story, from, span.end) > 0;
    if (!outside) found.push(commentObject(model, comment));
  }
  return found;
}

const sharedProperties: EmulatedType<CommentObject>["properties"] = {
  AuthorEmail: { get: () => "" },
  AuthorName: { get: (target) => attribute(target.node, "author") ?? "" },
  CreationDate: { get: (target) => attribute(target.node, "date") ?? null },
  Id: { get: (target) => attribute(target.node, "id") ?? "" },
  Content: {
    get: (target) => target.content,
    set: (target, text) => {
      target.content = textArgument(text);
    },
  },
};

const sharedMethods: EmulatedType<CommentObject>["methods"] = {
  Delete: (target) => {
    target.model.beforeWrite("comment");
    deleteComment(target.model, target.node);
    return undefined;
  },
};

export const commentType: EmulatedType<CommentObject> = {
  name: "Comment",
  properties: {
    ...sharedProperties,
    Resolved: {
      get: (target) => isResolved(target.model, target.node),
      set: (target, resolved) => {
        target.model.beforeWrite("comment");
        setResolved(target.model, target.node, resolved === true);
      },
    },
    Replies: {
      get: (target) =>
        new Collection(commentReplyCollectionType, () =>
          repliesTo(target.model, target.node).map((node) => commentObject(target.model, node, true)),
        ),
    },
  },
  methods: {
    ...sharedMethods,
    GetRange: (target) => {
      const span = commentSpan(target.model, target.node);
      if (!span) throw itemNotFound();
      return new RangeObject(target.model, span.story, span);
    },
  },
  idOf: (target) => attribute(target.node, "id") ?? "",
};

export const commentReplyType: EmulatedType<CommentObject> = {
  name: "CommentReply",
  properties: sharedProperties,
  methods: sharedMethods,
  idOf: (target) => attribute(target.node, "id") ?? "",
};

export const commentCollectionType = collectionType<CommentObject>("CommentCollection", {
  idOf: (item) => attribute(item.node, "id") ?? "",
});

export const commentReplyCollectionType = collectionType<CommentObject>("CommentReplyCollection", {
  idOf: (item) => attribute(item.node, "id") ?? "",
});
