import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import { itemNotFound } from "./arguments";
import type { ListPlace } from "../format/numbering";
import type { ParagraphObject } from "./paragraph";

/** A paragraph's place in its list. */
export class ListItemObject implements EmulatedObject {
  readonly emulatedType = listItemType;

  constructor(readonly paragraph: ParagraphObject) {}

  get place(): ListPlace {
    const place = this.paragraph.model.numbering.placeOf(this.paragraph.node);
    if (!place) throw itemNotFound();
    return place;
  }
}

export function listItemOf(paragraph: ParagraphObject): ListItemObject | undefined {
  const { model, node } = paragraph;
  if (!model.numbering.placeOf(node)) return undefined;
  return model.objects.get(node, "ListItem", () => new ListItemObject(paragraph));
}

/** Place among the items of the same list and level since the last item of a higher level, from 0. */
function siblingIndex(target: ListItemObject): number {
  const { model, node, story } = target.paragraph;
  const { numId, level } = target.place;
  const paragraphs = story.paragraphs();
  let index = 0;
  for (let at = story.indexOf(node) - 1; at >= 0; at--) {
    const place = model.numbering.placeOf(paragraphs[at] as Element);
    if (place?.numId !== numId) continue;
    if (place.level < level) break;
    if (place.level === level) index++;
  }
  return index;
}

export const listItemType: EmulatedType<ListItemObject> = {
  name: "ListItem",
  properties: {
    Level: { get: (target) => target.place.level },
    ListString: {
      get: ({ paragraph }) => paragraph.model.numbering.listString(paragraph.story, paragraph.node),
    },
    SiblingIndex: { get: siblingIndex },
  },
  methods: {},
};
