import { type EmulatedObject, type EmulatedType, HostError, nullObject } from "@genai-office/office-host";

/**
 * A host of a few lines that answers as a small Word document: enough to drive the interpreter and the real Word
 * proxies without Word's model.
 */
export class TinyDocument implements EmulatedObject {
  readonly emulatedType = documentType;
  readonly body: TinyBody;
  changeTrackingMode = "Off";

  constructor(...texts: string[]) {
    this.body = new TinyBody(this, texts);
  }
}

export class TinyBody implements EmulatedObject {
  readonly emulatedType = bodyType;
  readonly paragraphs: TinyParagraph[];
  readonly collection: TinyParagraphs;

  constructor(
    readonly document: TinyDocument,
    texts: string[],
  ) {
    this.paragraphs = texts.map((text) => new TinyParagraph(this, text));
    this.collection = new TinyParagraphs(this);
  }
}

export class TinyParagraphs implements EmulatedObject {
  readonly emulatedType = paragraphsType;
  constructor(readonly body: TinyBody) {}
}

let paragraphCount = 0;

export class TinyParagraph implements EmulatedObject {
  readonly emulatedType = paragraphType;
  readonly font = new TinyFont();
  readonly id = String((paragraphCount += 1)).padStart(8, "0");
  style = "Normal";

  constructor(
    readonly body: TinyBody,
    public text: string,
  ) {}
}

export class TinyFont implements EmulatedObject {
  readonly emulatedType = fontType;
  bold = false;
  color = "#000000";
}

const documentType: EmulatedType<TinyDocument> = {
  name: "Document",
  properties: {
    Body: { navigation: true, get: (document) => document.body },
    ChangeTrackingMode: {
      get: (document) => document.changeTrackingMode,
      set: (document, value) => {
        document.changeTrackingMode = String(value);
      },
    },
  },
  methods: {},
};

const bodyType: EmulatedType<TinyBody> = {
  name: "Body",
  properties: {
    Text: { get: (body) => body.paragraphs.map((paragraph) => paragraph.text).join("\r") },
    Paragraphs: { navigation: true, get: (body) => body.collection },
    // No hint: the interpreter has to find out that this leads to an object.
    ParentTable: {
      get: () => {
        throw new HostError("ItemNotFound", "Not in a table.", 404);
      },
    },
  },
  methods: {
    InsertParagraph: async (body, [text]) => {
      await Promise.resolve();
      const paragraph = new TinyParagraph(body, String(text));
      body.paragraphs.push(paragraph);
      return paragraph;
    },
    Clear: (body) => {
      body.paragraphs.length = 0;
    },
    GetOoxml: () => {
      throw new TypeError("a defect");
    },
  },
};

const paragraphsType: EmulatedType<TinyParagraphs> = {
  name: "ParagraphCollection",
  properties: {},
  methods: {
    GetFirst: ({ body }) => first(body),
    GetFirstOrNullObject: ({ body }) => body.paragraphs[0] ?? nullObject,
  },
  items: ({ body }) => body.paragraphs,
  itemById: ({ body }, id) => body.paragraphs.find((paragraph) => paragraph.id === id),
};

function first(body: TinyBody): TinyParagraph {
  const paragraph = body.paragraphs[0];
  if (paragraph === undefined) throw new HostError("ItemNotFound", "The requested item was not found.", 404);
  return paragraph;
}

function next(paragraph: TinyParagraph): TinyParagraph | undefined {
  return paragraph.body.paragraphs[paragraph.body.paragraphs.indexOf(paragraph) + 1];
}

const paragraphType: EmulatedType<TinyParagraph> = {
  name: "Paragraph",
  properties: {
    Text: { get: (paragraph) => paragraph.text },
    Style: {
      get: (paragraph) => paragraph.style,
      set: (paragraph, value) => {
        if (value === "") throw new HostError("InvalidArgument", "No such style.");
        paragraph.style = String(value);
      },
    },
    Font: { navigation: true, get: (paragraph) => paragraph.font },
    ParentTableOrNullObject: { navigation: true, get: () => nullObject },
  },
  methods: {
    GetNext: (paragraph) => {
      const following = next(paragraph);
      if (following === undefined) throw new HostError("ItemNotFound", "The requested item was not found.", 404);
      return following;
    },
    GetNextOrNullObject: (paragraph) => next(paragraph) ?? nullObject,
    /** Says what arrived: the relation names, and what the argument was. */
    CompareLocationWith: (paragraph, [other]) => {
      if (!(other instanceof TinyParagraph)) throw new HostError("InvalidArgument", "Not a paragraph.");
      const all = paragraph.body.paragraphs;
      return all.indexOf(paragraph) < all.indexOf(other) ? "Before" : "AfterOrEqual";
    },
    Echo: (_paragraph, args) => JSON.parse(JSON.stringify(args, describe)) as string[],
    Delete: (paragraph) => {
      paragraph.body.paragraphs.splice(paragraph.body.paragraphs.indexOf(paragraph), 1);
    },
  },
  idOf: (paragraph) => paragraph.id,
};

function describe(_key: string, value: unknown): unknown {
  return value instanceof TinyParagraph ? `<${value.text}>` : value;
}

const fontType: EmulatedType<TinyFont> = {
  name: "Font",
  properties: {
    Bold: {
      get: (font) => font.bold,
      set: (font, value) => {
        font.bold = value === true;
      },
    },
    Color: { get: (font) => font.color },
  },
  methods: {},
};
