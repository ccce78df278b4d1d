import { HostError, type EmulatedObject, type EmulatedType } from "../../rich-api/emulated-type";
import type { WordModel } from "../word-model";
import { itemNotFound, textArgument } from "./arguments";
import { storyBody } from "./body";
import { Collection } from "./collection";
import { contentControlCollectionType, contentControlsIn } from "./content-control";
import { DocumentPropertiesObject } from "./document-properties";
import { paragraphByUniqueLocalId } from "./paragraph";
import { RangeObject } from "./range";
import { sectionCollectionType, sectionsOf } from "./section";
import { comparePositions } from "../content/position";

/** The root of everything an add-in reaches. */
export class DocumentObject implements EmulatedObject {
  readonly emulatedType = documentType;
  readonly properties: DocumentPropertiesObject;
  /** Whether the document is as it was when it was opened or last "saved" by the add-in. */
  saved = true;

  constructor(readonly model: WordModel) {
    this.properties = new DocumentPropertiesObject(model);
    model.onChanged(() => (this.saved = false));
  }
}

function selectedRange(model: WordModel): RangeObject {
  const { story, anchor, focus } = model.selection();
  const forwards = comparePositions(story, anchor, focus) <= 0;
  return new RangeObject(model, story, forwards ? { start: anchor, end: focus } : { start: focus, end: anchor });
}

/** "TrackMineOnly" is not kept in a file; the host remembers it as "TrackAll" (believed). */
export const documentType: EmulatedType<DocumentObject> = {
  name: "Document",
  properties: {
    Body: { get: (target) => storyBody(target.model, target.model.main()) },
    Sections: { get: (target) => new Collection(sectionCollectionType, () => sectionsOf(target.model)) },
    ContentControls: {
      get: (target) =>
        new Collection(contentControlCollectionType, () =>
          target.model.allStories().flatMap((story) => contentControlsIn(storyBody(target.model, story))),
        ),
    },
    Properties: { get: (target) => target.properties },
    Saved: { get: (target) => target.saved },
    ChangeTrackingMode: {
      get: (target) => (target.model.settings.tracking ? "TrackAll" : "Off"),
      set: (target, value) => {
        if (value !== "Off" && value !== "TrackAll" && value !== "TrackMineOnly") {
          throw new HostError("InvalidArgument", `${String(value)} is no change tracking mode.`);
        }
        target.model.beforeWrite("settings");
        target.model.settings.tracking = value !== "Off";
      },
    },
  },
  methods: {
    GetSelection: (target) => selectedRange(target.model),
    GetParagraphByUniqueLocalId: (target, args) => {
      const paragraph = paragraphByUniqueLocalId(target.model, textArgument(args[0]));
      if (!paragraph) throw itemNotFound();
      return paragraph;
    },
    Save: (target) => {
      target.saved = true;
      return undefined;
    },
  },
};
