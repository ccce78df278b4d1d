import { type EmulatedObject, type EmulatedType, HostError, nullObject } from "@genai-office/office-host";
import { createNodeOffice, type NodeOffice } from "@genai-office/office-host/node";
import { generateWordProxies, type MemberDeclaration, wordDeclarations } from "@genai-office/office-host/proxies";

type ProxyClass = { prototype: object } | undefined;

function classOf(office: NodeOffice, name: string): ProxyClass {
  const found = (office.Word as unknown as Record<string, unknown>)[name];
  return typeof found === "function" ? (found as ProxyClass) : undefined;
}

const declarations = wordDeclarations();
const generated = generateWordProxies();

function missing(office: NodeOffice): string[] {
  const result: string[] = [];
  for (const { name, items, members } of declarations.classes) {
    const prototype = classOf(office, name)?.prototype;
    const expected = [...members.map((member) => member.name), ...(items === undefined ? [] : ["items"])];
    for (const member of expected)
      if (prototype === undefined || !(member in prototype)) result.push(`${name}.${member}`);
  }
  return result;
}

/** One tracked change in a document with one styled paragraph, told in the wire's names. */
class Change implements EmulatedObject {
  readonly emulatedType = changeType;
  state = "pending";
  constructor(readonly text: string) {}
}

class Bag implements EmulatedObject {
  constructor(readonly emulatedType: EmulatedType<never>) {}
}

const changeType: EmulatedType<Change> = {
  name: "TrackedChange",
  properties: {
    Text: { get: (change) => change.text },
    Author: { get: () => "山田" },
    Date: { get: () => "2026-04-01T09:00:00Z" },
    Type: { get: () => "Added" },
  },
  methods: {
    Accept: (change) => {
      change.state = "accepted";
    },
    GetNextOrNullObject: (change) => changes[changes.indexOf(change) + 1] ?? nullObject,
  },
};

const changes = [new Change("削除"), new Change("挿入")];

const changesObject = new Bag({
  name: "TrackedChangeCollection",
  properties: {},
  methods: {
    AcceptAll: () => {
      for (const change of changes) change.state = "accepted";
    },
  },
  items: () => changes,
});

const shading = { color: "#FFFFFF" };
const shadingObject = new Bag({
  name: "Shading",
  properties: {
    BackgroundPatternColor: {
      get: () => shading.color,
      set: (_target, value) => {
        shading.color = String(value);
      },
    },
  },
  methods: {},
});

const style = { priority: 1 };
const styleObject = new Bag({
  name: "Style",
  properties: {
    NameLocal: { get: () => "標準" },
    Priority: {
      get: () => style.priority,
      set: (_target, value) => {
        style.priority = Number(value);
      },
    },
    Shading: { navigation: true, get: () => shadingObject },
  },
  methods: {},
});

const paragraphObject = new Bag({
  name: "Paragraph",
  properties: { Text: { get: () => "本文" }, UniqueLocalId: { get: () => "1F2E" } },
  methods: {},
});

const root = new Bag({
  name: "Document",
  properties: {
    Body: {
      navigation: true,
      get: () => new Bag({ name: "Body", properties: {}, methods: { GetTrackedChanges: () => changesObject } }),
    },
  },
  methods: {
    GetParagraphByUniqueLocalId: (_target, [id]) => {
      if (id !== "1F2E") throw new HostError("ItemNotFound", "No such paragraph.", 404);
      return paragraphObject;
    },
    GetStyles: () => new Bag({ name: "StyleCollection", properties: {}, methods: {}, items: () => [styleObject] }),
  },
});

function open(profile: "web" | "windows" | "ltsc-2024" | "ltsc-2021" = "web"): Promise<NodeOffice> {
  return createNodeOffice({ root, profile, extensions: [generated] });
}

async function code(action: () => Promise<unknown>): Promise<string> {
  try {
    await action();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "no error";
}

describe("the generated Word proxies", () => {
  it("bring every scalar, method and navigation member up to WordApi 1.9", async () => {
    const plain = await createNodeOffice({ root, extensions: [] });
    expect(missing(plain)).toHaveLength(174);
    expect(missing(await open())).toEqual([]);
    const words = (await open()).Word as unknown as Record<string, unknown>;
    expect(Object.keys(declarations.enums).filter((name) => words[name] === undefined)).toEqual([]);
  });

  it("leave out events, which are named", () => {
    expect(declarations.omitted).toEqual([
      "ContentControl.onDataChanged",
      "ContentControl.onDeleted",
      "ContentControl.onEntered",
      "ContentControl.onExited",
      "ContentControl.onSelectionChanged",
      "Document.onAnnotationClicked",
      "Document.onAnnotationHovered",
      "Document.onAnnotationInserted",
      "Document.onAnnotationPopupAction",
      "Document.onAnnotationRemoved",
      "Document.onContentControlAdded",
      "Document.onParagraphAdded",
      "Document.onParagraphChanged",
      "Document.onParagraphDeleted",
    ]);
  });

  it("know what kind of member each is", () => {
    const kind = (type: string, member: string): MemberDeclaration | undefined =>
      declarations.classes.find((one) => one.name === type)?.members.find((one) => one.name === member);
    expect(kind("TrackedChange", "date")).toMatchObject({ kind: "date", writable: false, version: "1.6" });
    expect(kind("Style", "priority")).toMatchObject({ kind: "scalar", writable: true });
    expect(kind("Style", "shading")).toMatchObject({ kind: "navigation", target: "Shading", version: "1.6" });
    expect(kind("TrackedChange", "getRange")).toMatchObject({ kind: "object", target: "Range", parameters: 1 });
    expect(kind("StyleCollection", "getCount")).toMatchObject({ kind: "result" });
    expect(kind("TrackedChange", "accept")).toMatchObject({ kind: "action", parameters: 0 });
    expect(kind("Document", "compare")).toBeUndefined();
  });

  it("load a collection of a class that office.js does not have", async () => {
    const office = await open();
    const read = await office.Word.run(async (context) => {
      const tracked = context.document.body.getTrackedChanges();
      tracked.load("items/text,items/author,items/date");
      await context.sync();
      return tracked.items.map((change) => [change.text, change.author, change.date.getTime(), change.toJSON().text]);
    });
    const date = Date.UTC(2026, 3, 1, 9);
    expect(read).toEqual([
      ["削除", "山田", date, "削除"],
      ["挿入", "山田", date, "挿入"],
    ]);
    expect(office.interpreter.liveReferences).toBe(0);
  });

  it("call methods, follow objects and find null objects", async () => {
    const office = await open();
    const nulls = await office.Word.run(async (context) => {
      const tracked = context.document.body.getTrackedChanges();
      tracked.load("items");
      await context.sync();
      tracked.items[0]?.accept();
      const last = tracked.items[1];
      const after = last?.getNextOrNullObject();
      const second = tracked.items[0]?.getNextOrNullObject();
      second?.load("text");
      await context.sync();
      return [second?.isNullObject, second?.text, after?.isNullObject];
    });
    expect(nulls).toEqual([false, "挿入", true]);
    expect(changes[0]?.state).toBe("accepted");
  });

  it("add members to classes that office.js has", async () => {
    const office = await open();
    const read = await office.Word.run(async (context) => {
      const paragraph = context.document.getParagraphByUniqueLocalId("1F2E");
      paragraph.load("text,uniqueLocalId");
      await context.sync();
      return [paragraph.text, paragraph.uniqueLocalId, paragraph.toJSON().uniqueLocalId];
    });
    expect(read).toEqual(["本文", "1F2E", "1F2E"]);
    expect(
      await code(() =>
        office.Word.run(async (context) => {
          context.document.getParagraphByUniqueLocalId("?").load("text");
          await context.sync();
        }),
      ),
    ).toBe("ItemNotFound");
  });

  it("keep load discipline, write, set and navigate", async () => {
    const office = await open();
    await office.Word.run(async (context) => {
      const styles = context.document.getStyles();
      styles.load("items/nameLocal,items/shading/backgroundPatternColor");
      await context.sync();
      const first = styles.items[0] as Word.Style;
      expect([first.nameLocal, first.shading.backgroundPatternColor]).toEqual(["標準", "#FFFFFF"]);
      expect(() => first.priority).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
      first.set({ priority: 7, shading: { backgroundPatternColor: "#FFFF00" } });
      await context.sync();
    });
    expect([style.priority, shading.color]).toEqual([7, "#FFFF00"]);
  });

  it("keep the values of an enum whose name has become a class", async () => {
    const plain = await createNodeOffice({ root, extensions: [] });
    const former = (plain.Word as unknown as { Style: Record<string, string> }).Style;
    const { Style: now } = (await open()).Word as unknown as { Style: Record<string, string> };
    expect(Object.keys(former).length).toBeGreaterThan(10);
    expect({ ...now }).toEqual({ ...former });
  });

  it("refuse members of sets that the edition does not announce", async () => {
    const callOn = async (profile: Parameters<typeof open>[0], call: (context: Word.RequestContext) => unknown) => {
      const office = await open(profile);
      return code(() =>
        office.Word.run(async (context) => {
          call(context);
          await context.sync();
        }),
      );
    };
    const changesOf = (context: Word.RequestContext) => context.document.body.getTrackedChanges().load("items");
    const commentsOf = (context: Word.RequestContext) => context.document.body.getComments();
    expect(await callOn("ltsc-2021", changesOf)).toBe("ApiNotFound");
    expect(await callOn("ltsc-2021", commentsOf)).toBe("ApiNotFound");
    expect(await callOn("ltsc-2024", changesOf)).toBe("no error");
    // Asked of the host, which does not have it here: the set itself is announced, as on every edition with 1.4.
    expect(await callOn("windows", commentsOf)).toBe("NotImplemented");
  });
});
