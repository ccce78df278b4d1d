import {
  createInterpreter,
  createOfficeHostSession,
  hostError,
  type OfficeHostSession,
  type OfficeHostSessionOptions,
  type ResponseMessage,
  type SessionEvent,
} from "@genai-office/office-host";
import { TinyDocument } from "../tiny-host";

interface Conversation {
  readonly session: OfficeHostSession;
  readonly events: SessionEvent[];
  /** Everything that the host has sent. */
  readonly sent: ResponseMessage[];
  /** Sends a request as office.js would, and gives the answer. */
  ask(actionName: string, data?: unknown, actionType?: number): Promise<ResponseMessage>;
  call(dispatchId: number, args?: object): Promise<Record<string, unknown>>;
  conversationId: string;
}

function open(options: Partial<OfficeHostSessionOptions> = {}): Conversation {
  const sent: ResponseMessage[] = [];
  const events: SessionEvent[] = [];
  const waiting = new Map<number, (message: ResponseMessage) => void>();
  const session = createOfficeHostSession({
    hostOrigin: "https://localhost:8444",
    interpreter: createInterpreter({ root: new TinyDocument("一", "二") }),
    onEvent: (event) => events.push(event),
    ...options,
    post: (text) => {
      const message = JSON.parse(text) as ResponseMessage;
      sent.push(message);
      waiting.get(message._correlationId)?.(message);
    },
  });
  const name = JSON.parse(session.windowName("https://localhost:8444/host.html")) as { xdmInfo: string };
  const conversationId = name.xdmInfo.split("|")[0] ?? "";
  let count = 0;
  const ask = (actionName: string, data?: unknown, actionType = 0) =>
    new Promise<ResponseMessage>((resolve) => {
      const correlation = (count += 1);
      waiting.set(correlation, resolve);
      const taken = session.receive(
        JSON.stringify({
          _messageType: 0,
          _actionName: actionName,
          _actionType: actionType,
          _conversationId: conversationId,
          _correlationId: correlation,
          _origin: "https://localhost:8443",
          _data: data,
          _serializerVersion: 1,
        }),
      );
      expect(taken).toBe(true);
    });
  const call = async (dispatchId: number, args: object = {}) => {
    const method = { ControlId: "c", Version: 1, DispatchId: dispatchId };
    const answer = await ask("executeMethod", { ...args, DdaMethod: method });
    expect(answer._errorCode).toBe(0);
    return answer._data as Record<string, unknown>;
  };
  return { session, events, sent, ask, call, conversationId };
}

function batch(select: string): object {
  const body = JSON.stringify({
    AutoKeepReference: false,
    Actions: [{ Id: 7, ActionType: 2, Name: "", ObjectPathId: 2, QueryInfo: { Select: [select] } }],
    ObjectPaths: {
      "1": { Id: 1, ObjectPathType: 1, Name: "" },
      "2": { Id: 2, ObjectPathType: 4, Name: "Body", ParentObjectPathId: 1 },
    },
  });
  return {
    ArrayData: [
      "IterativeExecutor",
      "POST",
      "ProcessQuery",
      ["SdkVersion", "officejs"],
      body,
      0,
      0,
      "",
      "",
      "",
      "",
      "",
      "",
    ],
  };
}

describe("a session with an add-in's page", () => {
  it("names the frame so that office.js finds its host", () => {
    const { session, conversationId } = open({ locale: "ja-JP" });
    const name = JSON.parse(session.windowName("https://localhost:8444/")) as Record<string, string>;
    const [host, platform, version, locale, , dialog, logging] = (name["hostInfo"] ?? "").split("$");
    expect([host, platform, version, locale, dialog, logging]).toEqual([
      "Word",
      "Web",
      "16.01",
      "ja-JP",
      "",
      "disableLogging",
    ]);
    expect(name["xdmInfo"]).toMatch(
      new RegExp(`^${conversationId}\\|office-host-[-0-9a-f]+\\|https://localhost:8444/$`),
    );
    expect(open().conversationId).not.toBe(conversationId);
  });

  it("boots: context, address, events", async () => {
    const conversation = open({
      documentUrl: "https://localhost/a.docx",
      profile: "ltsc-2024",
      settings: { load: () => ({ k: "1" }), save: () => undefined },
      readOnly: true,
    });
    const answer = await conversation.ask("ContextActivationManager_getAppContextAsync", "c");
    expect(answer).toMatchObject({
      _messageType: 1,
      _responseType: 0,
      _origin: "https://localhost:8444",
      _conversationId: conversation.conversationId,
      _errorCode: 0,
    });
    const context = answer._data as Record<string, unknown>;
    expect(context).toMatchObject({
      _appName: 32,
      _docUrl: "https://localhost/a.docx",
      _clientMode: 0,
      _settings: { k: "1" },
    });
    expect(JSON.parse(String(context["_requirementMatrix"]))).toMatchObject({ WordApi: "1.8" });
    expect(JSON.parse(String(context["_requirementMatrix"]))).not.toHaveProperty("WordApiOnline");
    await conversation.ask("ContextActivationManager_notifyHost", ["c", 21, "https://localhost:8443"]);
    expect((await conversation.ask("richApiMessage", { eventDispId: 33 }, 1))._data).toEqual({ Error: 0 });
    expect(conversation.events).toEqual([
      { type: "booted", paneOrigin: "https://localhost:8443" },
      { type: "event-registered", name: "richApiMessage" },
    ]);
  });

  it("hears nobody else", () => {
    const { session, sent } = open();
    const foreign = { _messageType: 0, _actionName: "executeMethod", _conversationId: "other", _correlationId: 1 };
    for (const message of [undefined, 1, {}, "", "{", "null", "[]", JSON.stringify(foreign)]) {
      expect(session.receive(message)).toBe(false);
    }
    expect(sent).toEqual([]);
  });

  it("runs batches", async () => {
    const { call, events } = open();
    const { Error: error, Data: data } = await call(93, batch("text"));
    expect(error).toBe(0);
    const [status, headers, reply] = data as [number, unknown[], string];
    expect([status, headers]).toEqual([200, []]);
    expect(JSON.parse(reply)).toEqual({ Results: [{ ActionId: 7, Value: { Text: "一\r二" } }], TraceIds: [] });
    expect(events).toEqual([{ type: "call", dispatchId: 93, error: 0, duration: expect.any(Number) as number }]);
  });

  it("sends events only to who registered, and no longer than that", async () => {
    const { session, ask, sent } = open();
    const events = () => sent.filter((message) => message._responseType === 1).map((message) => message._data);
    session.selectionChanged();
    session.richApiEvent(3, "t", { a: 1 });
    expect(events()).toEqual([]);
    await ask("documentSelectionChanged", { eventDispId: 1 }, 1);
    await ask("richApiMessage", { eventDispId: 33 }, 1);
    session.selectionChanged();
    session.richApiEvent(3, "t", { a: 1 });
    expect(events()).toEqual([{}, { ArrayData: [[65536, 3, "t", '{"a":1}', 0, false]] }]);
    await ask("documentSelectionChanged", { eventDispId: 1 }, 2);
    session.selectionChanged();
    expect(events()).toHaveLength(2);
  });

  it("runs a command until the add-in has completed it", async () => {
    const { session, ask, call, sent } = open();
    await expect(session.invokeCommand("button", "summarize")).rejects.toThrow("does not listen");
    await ask("appCommandInvoked", { eventDispId: 39 }, 1);
    const result = session.invokeCommand("button", "summarize");
    const [id, name, event] = sent.at(-1)?._data as [string, string, string];
    expect([name, JSON.parse(event)]).toEqual(["summarize", { source: { id: "button" } }]);
    expect(await call(94, { 0: "another", 1: 0, 2: "{}" })).toEqual({
      Version: 1,
      Error: hostError.specifiedIdNotExist,
    });
    expect(await call(94, { 0: id, 1: 0, 2: "{}" })).toEqual({ Version: 1, Error: 0 });
    expect(await result).toEqual({ status: 0, data: "{}" });
    const unfinished = session.invokeCommand("button", "summarize");
    session.dispose();
    await expect(unfinished).rejects.toThrow("has ended");
  });

  it("keeps settings and hands out files in slices", async () => {
    const { call } = open({ services: { getFile: (type) => new TextEncoder().encode(type.repeat(3)) } });
    await call(76, { DdaSettingsMethod: { OverwriteIfStale: true, Properties: [["k", '{"a":1}']] } });
    expect(await call(75)).toMatchObject({ Properties: { Settings: [["k", '{"a":1}']] } });
    const file = await call(77, { 0: 1, 1: 20 });
    expect(file).toMatchObject({ 0: 1, 1: 30, Error: 0 });
    const slices = [await call(80, { 2: 1, 3: 0 }), await call(80, { 2: 1, 3: 1 })];
    expect(slices.map((slice) => slice[1])).toEqual([20, 10]);
    const text = slices.map((slice) => String.fromCharCode(...(slice[0] as number[]))).join("");
    expect(text).toBe("compressedcompressedcompressed");
    expect(await call(80, { 2: 1, 3: 2 })).toEqual({ Version: 1, Error: hostError.indexOutOfRange });
    await call(81, { 2: 1 });
    expect(await call(80, { 2: 1, 3: 0 })).toEqual({ Version: 1, Error: hostError.specifiedIdNotExist });
  });

  it.each([
    ["getSelectedData", 64, hostError.operationNotSupported],
    ["setSelectedData", 65, hostError.operationNotSupported],
    ["getFile", 77, hostError.operationNotSupported],
    ["getAccessToken", 98, hostError.operationNotSupported],
    ["bindings", 66, hostError.invalidApiCallInContext],
    ["custom XML parts", 128, hostError.invalidApiCallInContext],
  ])("answers %s with a documented error when it has nothing to offer", async (_name, id, error) => {
    expect(await open().call(id, { 0: 1, 1: 10 })).toEqual({ Version: 1, Error: error });
  });

  it("reports a failing service as a defect, and goes on", async () => {
    const defects: string[] = [];
    const { call } = open({
      services: {
        getSelectedData: () => {
          throw new RangeError("broken");
        },
      },
      onDefect: (error, location) => defects.push(`${location}: ${(error as Error).message}`),
    });
    expect(await call(64)).toEqual({ Version: 1, Error: hostError.internalError });
    expect(defects).toEqual(["dispatch id 64: broken"]);
    expect(await call(86)).toEqual({ 0: { 1: "" }, Version: 1, Error: 0 });
  });

  it("interferes as a test asks", async () => {
    const seen: [number, boolean][] = [];
    const { call, sent, session, conversationId } = open({
      beforeReply: ({ dispatchId, batch: body }) => {
        seen.push([dispatchId, body !== undefined]);
        if (seen.length === 1) return { errorCode: hostError.noCapability };
        if (seen.length === 2) return { delay: 40 };
        return seen.length === 3 ? { silent: true } : undefined;
      },
    });
    expect(await call(93, batch("text"))).toEqual({ Version: 1, Error: hostError.noCapability });
    const start = performance.now();
    expect(await call(93, batch("text"))).toMatchObject({ Error: 0 });
    expect(performance.now() - start).toBeGreaterThan(30);
    const before = sent.length;
    session.receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: "executeMethod",
        _actionType: 0,
        _conversationId: conversationId,
        _correlationId: 99,
        _data: { DdaMethod: { DispatchId: 86 } },
      }),
    );
    expect(await call(86)).toMatchObject({ Error: 0 });
    expect(sent.slice(before).map((message) => message._correlationId)).not.toContain(99);
    expect(seen).toEqual([
      [93, true],
      [93, true],
      [86, false],
      [86, false],
    ]);
  });

  it("says where the focus goes, and moves it into the pane", async () => {
    const { session, ask, events, sent, conversationId } = open();
    for (const action of [13, 14, 15]) await ask("ContextActivationManager_notifyHost", ["c", action]);
    expect(events).toEqual(["forward", "backward", "escape"].map((direction) => ({ type: "focus-leaves", direction })));
    session.focusPane();
    expect(sent.at(-1)).toMatchObject({
      _messageType: 0,
      _actionName: "Office_notifyAgave",
      _conversationId: `${conversationId}_ntf`,
      _data: [11],
    });
  });

  it("is silent after its end", () => {
    const { session, sent, conversationId } = open();
    session.dispose();
    const request = { _messageType: 0, _actionName: "x", _conversationId: conversationId, _correlationId: 1 };
    expect(session.receive(JSON.stringify(request))).toBe(false);
    session.selectionChanged();
    session.focusPane();
    expect(sent).toEqual([]);
  });
});
