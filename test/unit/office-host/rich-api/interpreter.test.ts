import { createInterpreter, type Interpreter, type ReplyBody, type SyncInfo } from "@genai-office/office-host";
import { TinyDocument } from "../tiny-host";

const paths = {
  "1": { Id: 1, ObjectPathType: 1, Name: "" },
  "2": { Id: 2, ObjectPathType: 4, Name: "Body", ParentObjectPathId: 1 },
  "3": { Id: 3, ObjectPathType: 4, Name: "Paragraphs", ParentObjectPathId: 2 },
  "4": { Id: 4, ObjectPathType: 3, Name: "GetFirst", ParentObjectPathId: 3, ArgumentInfo: { Arguments: [] } },
  "5": { Id: 5, ObjectPathType: 3, Name: "GetNext", ParentObjectPathId: 4, ArgumentInfo: { Arguments: [] } },
  "6": { Id: 6, ObjectPathType: 3, Name: "GetNextOrNullObject", ParentObjectPathId: 5, ArgumentInfo: {} },
};

interface ActionShape {
  ActionType: number;
  ObjectPathId: number;
  Name?: string;
  [more: string]: unknown;
}

async function run(
  interpreter: Interpreter,
  actions: ActionShape[],
  options: { keep?: boolean; paths?: Record<string, object> } = {},
): Promise<ReplyBody> {
  const body = {
    AutoKeepReference: options.keep ?? false,
    Actions: actions.map((action, index) => ({ Id: index + 100, Name: "", ...action })),
    ObjectPaths: { ...paths, ...options.paths },
  };
  return JSON.parse(await interpreter.process(JSON.stringify(body), 0)) as ReplyBody;
}

function values(reply: ReplyBody) {
  return reply.Results.map((result) => result.Value);
}

function open(...texts: string[]) {
  const document = new TinyDocument(...texts);
  return { document, interpreter: createInterpreter({ root: document }) };
}

describe("a batch", () => {
  it("instantiates objects with the ids that office.js addresses them by", async () => {
    const { interpreter, document } = open("一");
    const instantiate = [1, 2, 4].map((ObjectPathId) => ({ ActionType: 1, ObjectPathId }));
    expect(values(await run(interpreter, instantiate))).toEqual([{}, {}, { _Id: document.body.paragraphs[0]?.id }]);
    expect(values(await run(interpreter, instantiate, { keep: true }))).toEqual([
      {},
      { _ReferenceId: "{Body:1}" },
      { _Id: document.body.paragraphs[0]?.id, _ReferenceId: "{Paragraph:2}" },
    ]);
  });

  it("keeps a reference that is asked for, and forgets it when told", async () => {
    const { interpreter } = open("一");
    const kept = await run(interpreter, [
      { ActionType: 1, ObjectPathId: 4 },
      { ActionType: 3, ObjectPathId: 4, Name: "_KeepReference", ArgumentInfo: { Arguments: [] } },
      { ActionType: 1, ObjectPathId: 4 },
    ]);
    const id = (values(kept)[2] as { _ReferenceId: string })._ReferenceId;
    expect(values(kept)[0] as object).not.toHaveProperty("_ReferenceId");
    const reference = { "9": { Id: 9, ObjectPathType: 6, Name: id } };
    const read = { ActionType: 2, ObjectPathId: 9, QueryInfo: { Select: ["text"] } };
    expect(values(await run(interpreter, [read], { paths: reference }))[0]).toMatchObject({
      Text: "一",
      _ReferenceId: id,
    });
    await run(interpreter, [
      { ActionType: 3, ObjectPathId: 1, Name: "_RemoveReference", ArgumentInfo: { Arguments: [id] } },
    ]);
    const gone = await run(interpreter, [read], { paths: reference });
    expect(gone.Error).toMatchObject({ Code: "ItemNotFound", HttpStatusCode: 404, ActionIndex: 0 });
    expect(interpreter.liveReferences).toBe(0);
  });

  it("selects all scalars, some, nested ones, and expands", async () => {
    const { interpreter } = open("一");
    const query = (QueryInfo: object) => ({ ActionType: 2, ObjectPathId: 4, QueryInfo });
    const reply = await run(interpreter, [
      query({}),
      query({ Select: ["*"] }),
      query({ Select: ["style", "font/bold"] }),
      query({ Select: ["text"], Expand: ["font"] }),
      query({ Select: ["parentTableOrNullObject/rowCount"] }),
      query({ Select: ["$none"] }),
    ]);
    const id = { _Id: expect.any(String) as string };
    expect(values(reply)).toEqual([
      { ...id, Text: "一", Style: "Normal" },
      { ...id, Text: "一", Style: "Normal" },
      { ...id, Style: "Normal", Font: { Bold: false } },
      { ...id, Text: "一", Font: { Bold: false, Color: "#000000" } },
      { ...id, ParentTableOrNullObject: null },
      id,
    ]);
  });

  it("skips what leads to objects when all scalars are asked for, with or without a hint", async () => {
    const { interpreter } = open("一", "二");
    const all = { ActionType: 2, ObjectPathId: 2, QueryInfo: {} };
    for (const attempt of [1, 2]) {
      expect([attempt, ...values(await run(interpreter, [all]))]).toEqual([attempt, { Text: "一\r二" }]);
    }
    const named = { ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ["parentTable/rowCount"] } };
    expect((await run(interpreter, [named])).Error).toMatchObject({
      Code: "ItemNotFound",
      Location: "Body.parentTable",
    });
  });

  it("pages through collections", async () => {
    const { interpreter } = open("一", "二", "三", "四");
    const query = { ActionType: 2, ObjectPathId: 3, QueryInfo: { Select: ["text"], Top: 2, Skip: 1 } };
    const [page] = values(await run(interpreter, [query])) as [{ _Items: { Text: string }[] }];
    expect(page._Items.map((item) => item.Text)).toEqual(["二", "三"]);
  });

  it("finds items by indexer path and by position", async () => {
    const { interpreter, document } = open("一", "二");
    const item = (Name: string, ObjectPathType: number, argument: unknown) => ({
      "9": { Id: 9, ObjectPathType, Name, ParentObjectPathId: 3, ArgumentInfo: { Arguments: [argument] } },
    });
    const read = [{ ActionType: 2, ObjectPathId: 9, QueryInfo: { Select: ["text"] } }];
    const byId = await run(interpreter, read, { paths: item("", 5, document.body.paragraphs[1]?.id) });
    expect(values(byId)[0]).toMatchObject({ Text: "二" });
    const byPosition = await run(interpreter, read, { paths: item("GetItemAt", 3, 0) });
    expect(values(byPosition)[0]).toMatchObject({ Text: "一" });
    const missing = await run(interpreter, read, { paths: item("", 5, "ZZZ") });
    expect(missing.Error).toMatchObject({ Code: "ItemNotFound", Location: "ParagraphCollection.getItem" });
  });

  it("runs a method path once, however often the path is used", async () => {
    const { interpreter, document } = open();
    const inserted = {
      "9": {
        Id: 9,
        ObjectPathType: 3,
        Name: "InsertParagraph",
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: ["一", "End"] },
      },
    };
    await run(
      interpreter,
      [
        { ActionType: 1, ObjectPathId: 9 },
        { ActionType: 4, ObjectPathId: 9, Name: "Style", ArgumentInfo: { Arguments: ["Title"] } },
        { ActionType: 2, ObjectPathId: 9, QueryInfo: { Select: ["style"] } },
      ],
      { paths: inserted },
    );
    expect(document.body.paragraphs.map((paragraph) => paragraph.style)).toEqual(["Title"]);
  });

  it("gives null for null objects and what hangs on them, and refuses to use them", async () => {
    const { interpreter } = open("一", "二");
    const below = { "7": { Id: 7, ObjectPathType: 4, Name: "Font", ParentObjectPathId: 6 } };
    const reply = await run(
      interpreter,
      [
        { ActionType: 1, ObjectPathId: 6 },
        { ActionType: 2, ObjectPathId: 7, QueryInfo: {} },
        { ActionType: 3, ObjectPathId: 6, Name: "_KeepReference", ArgumentInfo: { Arguments: [] } },
        { ActionType: 3, ObjectPathId: 6, Name: "Delete", ArgumentInfo: { Arguments: [] } },
      ],
      { paths: below },
    );
    expect(values(reply)).toEqual([null, null, null]);
    expect(reply.Error).toMatchObject({ Code: "ItemNotFound", ActionIndex: 3 });
    const nullPath = { "8": { Id: 8, ObjectPathType: 7, Name: "" } };
    expect(values(await run(interpreter, [{ ActionType: 1, ObjectPathId: 8 }], { paths: nullPath }))).toEqual([null]);
  });

  it("replaces arguments that stand for objects, nested ones too", async () => {
    const { interpreter } = open("一", "二");
    const reply = await run(interpreter, [
      {
        ActionType: 3,
        ObjectPathId: 4,
        Name: "Echo",
        ArgumentInfo: {
          Arguments: [5, 5, [4, "plain"], { place: { _ObjectPathId: 5 }, list: [{ _ObjectPathId: 4 }], zero: 0 }],
          ReferencedObjectPathIds: [0, 5, [4, 0], 0],
        },
      },
    ]);
    expect(values(reply)[0]).toEqual([5, "<二>", ["<一>", "plain"], { place: "<二>", list: ["<一>"], zero: 0 }]);
  });

  it("stops at the first error, with the results before it and the place", async () => {
    const { interpreter, document } = open("一");
    const reply = await run(interpreter, [
      { ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: ["text"] } },
      { ActionType: 1, ObjectPathId: 5 },
      { ActionType: 3, ObjectPathId: 2, Name: "Clear", ArgumentInfo: { Arguments: [] } },
    ]);
    expect(reply.Results).toHaveLength(1);
    expect(reply.Error).toEqual({
      Code: "ItemNotFound",
      Message: "The requested item was not found.",
      Location: "Paragraph.getNext",
      HttpStatusCode: 404,
      ActionIndex: 1,
    });
    expect(document.body.paragraphs).toHaveLength(1);
  });

  it.each([
    [
      "a property",
      { ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: ["outlineLevel"] } },
      "Paragraph.outlineLevel",
    ],
    ["a method", { ActionType: 3, ObjectPathId: 4, Name: "Split", ArgumentInfo: {} }, "Paragraph.split"],
    [
      "a read-only property",
      { ActionType: 4, ObjectPathId: 4, Name: "Text", ArgumentInfo: { Arguments: ["x"] } },
      "Paragraph.text (write)",
    ],
    ["an inherited name", { ActionType: 3, ObjectPathId: 4, Name: "toString", ArgumentInfo: {} }, "Paragraph.toString"],
    ["an action", { ActionType: 42, ObjectPathId: 4 }, "Action type 42"],
  ])("says that %s is not emulated", async (_what, action, name) => {
    const { interpreter } = open("一");
    const reply = await run(interpreter, [action]);
    expect(reply.Error).toMatchObject({ Code: "NotImplemented", HttpStatusCode: 501 });
    expect(reply.Error?.Message).toBe(`${name} is not emulated`);
  });

  it("says which new object is not emulated, and answers the one of the boot", async () => {
    const { interpreter } = open();
    const create = (Name: string) => ({ "9": { Id: 9, ObjectPathType: 2, Name } });
    const ready = [
      { ActionType: 1, ObjectPathId: 9 },
      { ActionType: 3, ObjectPathId: 9, Name: "NotifyActionHandlerReady", ArgumentInfo: { Arguments: [] } },
    ];
    const boot = await run(interpreter, ready, { paths: create("Microsoft.InternalService.AddinInternalService") });
    expect(boot).toEqual({
      Results: [
        { ActionId: 100, Value: {} },
        { ActionId: 101, Value: null },
      ],
      TraceIds: [],
    });
    const other = await run(interpreter, ready, { paths: create("Microsoft.WordServices.Application") });
    expect(other.Error?.Message).toBe("Microsoft.WordServices.Application.new() is not emulated");
  });

  it("tells errors of the host from defects of the emulation", async () => {
    const defects: unknown[] = [];
    const interpreter = createInterpreter({
      root: new TinyDocument("一"),
      onDefect: (error, location) => defects.push([location, (error as Error).message]),
    });
    const refused = await run(interpreter, [
      { ActionType: 4, ObjectPathId: 4, Name: "Style", ArgumentInfo: { Arguments: [""] } },
    ]);
    expect(refused.Error).toMatchObject({
      Code: "InvalidArgument",
      Message: "No such style.",
      Location: "Paragraph.style",
    });
    expect(defects).toEqual([]);
    const broken = await run(interpreter, [{ ActionType: 3, ObjectPathId: 2, Name: "GetOoxml", ArgumentInfo: {} }]);
    expect(broken.Error).toMatchObject({ Code: "GeneralException", HttpStatusCode: 500, Location: "Body.getOoxml" });
    expect(defects).toEqual([["Body.getOoxml", "a defect"]]);
  });

  it("returns the traces that were reached", async () => {
    const { interpreter } = open("一");
    const reply = await run(interpreter, [
      { ActionType: 5, ObjectPathId: 0, Name: "Trace" },
      { ActionType: 1, ObjectPathId: 5 },
      { ActionType: 5, ObjectPathId: 0, Name: "Trace" },
    ]);
    expect(reply.TraceIds).toEqual([100]);
  });

  it("updates several properties, and retrieves them as JSON", async () => {
    const { interpreter } = open("一", "二");
    const reply = await run(interpreter, [
      { ActionType: 9, ObjectPathId: 4, ObjectState: { style: "Quote" } },
      { ActionType: 7, ObjectPathId: 3, QueryInfo: { Select: ["style", "font/bold"] } },
    ]);
    const id = expect.any(String) as string;
    expect(values(reply)).toEqual([
      null,
      {
        items: [
          { _Id: id, style: "Quote", font: { bold: false } },
          { _Id: id, style: "Normal", font: { bold: false } },
        ],
      },
    ]);
  });

  it("ensures that nothing has changed", async () => {
    const { interpreter } = open("一");
    const ensure = (ObjectState: object) => ({ ActionType: 8, ObjectPathId: 4, ObjectState });
    expect((await run(interpreter, [ensure({ text: "一", style: "Normal" })])).Error).toBeUndefined();
    const changed = await run(interpreter, [ensure({ text: "二" })]);
    expect(changed.Error).toMatchObject({ Code: "GeneralException", HttpStatusCode: 409, Location: "Paragraph.text" });
  });

  it("loads recursively by type name", async () => {
    const { interpreter } = open("一");
    const recursive = {
      ActionType: 6,
      ObjectPathId: 3,
      RecursiveQueryInfo: {
        Queries: { ParagraphCollection: { Select: [] }, Paragraph: { Select: ["*", "font"] }, Font: { Select: ["*"] } },
        MaxDepth: 3,
      },
    };
    expect(values(await run(interpreter, [recursive]))[0]).toEqual({
      _Items: [
        {
          _Id: expect.any(String) as string,
          Text: "一",
          Style: "Normal",
          Font: { Bold: false, Color: "#000000" },
        },
      ],
    });
  });

  it("answers nonsense with an error instead of failing", async () => {
    const { interpreter } = open("一");
    for (const body of ["", "null", "[]", '{"Actions":1}']) {
      expect(JSON.parse(await interpreter.process(body, 0))).toMatchObject({ Error: { Code: "InvalidArgument" } });
    }
    const unknownPath = await run(interpreter, [{ ActionType: 1, ObjectPathId: 77 }]);
    expect(unknownPath.Error).toMatchObject({ Code: "InvalidObjectPath" });
    const unknownType = await run(interpreter, [{ ActionType: 1, ObjectPathId: 9 }], {
      paths: { "9": { Id: 9, ObjectPathType: 12, Name: "" } },
    });
    expect(unknownType.Error).toMatchObject({ Code: "InvalidObjectPath" });
  });

  it("runs batches one after the other", async () => {
    const { interpreter, document } = open();
    const insert = (text: string) => ({
      "9": {
        Id: 9,
        ObjectPathType: 3,
        Name: "InsertParagraph",
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: [text] },
      },
    });
    const one = [
      { ActionType: 1, ObjectPathId: 9 },
      { ActionType: 1, ObjectPathId: 9 },
    ];
    await Promise.all(["一", "二", "三"].map((text) => run(interpreter, one, { paths: insert(text) })));
    expect(document.body.paragraphs.map((paragraph) => paragraph.text)).toEqual(["一", "二", "三"]);
  });

  it("counts actions, bytes and writes of a batch", async () => {
    const syncs: SyncInfo[] = [];
    const interpreter = createInterpreter({ root: new TinyDocument("漢字"), onSync: (info) => syncs.push(info) });
    const body = JSON.stringify({
      AutoKeepReference: false,
      Actions: [{ Id: 1, ActionType: 2, Name: "", ObjectPathId: 2, QueryInfo: { Select: ["text"] } }],
      ObjectPaths: paths,
    });
    const reply = await interpreter.process(body, 1);
    expect(syncs).toEqual([
      {
        actions: 1,
        requestBytes: Buffer.byteLength(body),
        replyBytes: Buffer.byteLength(reply),
        writes: true,
        cleanup: false,
        duration: expect.any(Number) as number,
      },
    ]);
    expect(Buffer.byteLength(reply)).toBeGreaterThan(reply.length);
  });
});
