import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import type { Span } from "../content/position";
import { spanText } from "../content/span-text";
import { resolveRevisions, revisionsIn, revisionType, type Revision } from "../edit/revisions";
import { attribute } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { choiceArgument } from "./arguments";
import { Collection, collectionType, withNullVariant } from "./collection";
import { RangeObject } from "./range";
import { locate, type TextScope } from "./text-scope";

/** A tracked change, known by the first element that records it. */
export class TrackedChangeObject implements EmulatedObject {
  readonly emulatedType = trackedChangeType;

  constructor(
    readonly model: WordModel,
    public revision: Revision,
    private readonly siblings: () => TrackedChangeObject[],
  ) {}

  get element(): Element {
    return (this.revision.pieces[0] as Revision["pieces"][number]).element;
  }

  span(): Span {
    const { story, pieces } = this.revision;
    const [first] = pieces;
    const last = pieces.at(-1);
    return { story, start: (first as Revision["pieces"][number]).start, end: (last as Revision["pieces"][number]).end };
  }

  next(): TrackedChangeObject | undefined {
    const all = this.siblings();
    return all[all.indexOf(this) + 1];
  }

  resolve(decision: "accept" | "reject"): void {
    this.model.beforeWrite();
    resolveRevisions([this.revision], decision);
    this.model.changed(this.revision.story);
  }
}

/** The collection is a snapshot, as a search result is: resolving one change leaves the others in place. */
export function trackedChangesIn(scope: TextScope, span: () => Span): Collection<TrackedChangeObject> {
  const list = (): TrackedChangeObject[] =>
    revisionsIn(span()).map((revision) => {
      const first = (revision.pieces[0] as Revision["pieces"][number]).element;
      const object = scope.model.objects.get(
        first,
        "TrackedChange",
        () => new TrackedChangeObject(scope.model, revision, list),
      );
      object.revision = revision;
      return object;
    });
  return new Collection(trackedChangeCollectionType, list);
}

function resolveAll(target: Collection<TrackedChangeObject>, decision: "accept" | "reject"): undefined {
  const items = target.items();
  const [first] = items;
  if (!first) return undefined;
  first.model.beforeWrite();
  const { story } = first.revision;
  resolveRevisions(
    items.map((item) => item.revision),
    decision,
  );
  first.model.changed(story);
  return undefined;
}

export const trackedChangeType: EmulatedType<TrackedChangeObject> = {
  name: "TrackedChange",
  properties: {
    Author: { get: (target) => attribute(target.element, "author") ?? "" },
    Date: { get: (target) => attribute(target.element, "date") ?? null },
    Text: { get: (target) => spanText(target.span()) },
    Type: { get: (target) => revisionType(target.revision) },
  },
  methods: {
    Accept: (target) => {
      target.resolve("accept");
      return undefined;
    },
    Reject: (target) => {
      target.resolve("reject");
      return undefined;
    },
    ...withNullVariant<TrackedChangeObject>("GetNext", (target) => target.next()),
    GetRange: (target, args) => {
      const location = choiceArgument(args[0], ["Whole", "Start", "End"], "Whole");
      const span = target.span();
      return new RangeObject(target.model, span.story, locate(span, location));
    },
  },
};

export const trackedChangeCollectionType: EmulatedType<Collection<TrackedChangeObject>> =
  collectionType<TrackedChangeObject>("TrackedChangeCollection", {
    methods: {
      AcceptAll: (target) => resolveAll(target, "accept"),
      RejectAll: (target) => resolveAll(target, "reject"),
    },
  });
