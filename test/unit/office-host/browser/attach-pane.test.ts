import { createInterpreter } from "@genai-office/office-host";
import { attachPane, type AttachPaneOptions } from "@genai-office/office-host/browser";
import { TinyDocument } from "../tiny-host";

/** As much of a window as a frame needs. */
function page(address: string) {
  const attributes: Record<string, string> = {};
  const frame = {
    name: "",
    src: "",
    title: "",
    contentWindow: {
      sent: [] as unknown[][],
      postMessage: (...message: unknown[]) => frame.contentWindow.sent.push(message),
    },
    setAttribute: (name: string, value: string) => {
      attributes[name] = value;
    },
    remove: () => steps.push("removed"),
  };
  const steps: string[] = [];
  const listeners: ((event: object) => void)[] = [];
  const view = {
    location: new URL(address),
    addEventListener: (_type: string, listener: (event: object) => void) => listeners.push(listener),
    removeEventListener: (_type: string, listener: (event: object) => void) => {
      listeners.splice(listeners.indexOf(listener), 1);
    },
  };
  const container = {
    ownerDocument: { defaultView: view, createElement: () => frame },
    append: () => steps.push(frame.name === "" ? "appended without a name" : "appended with its name"),
  };
  const options = {
    container: container as unknown as HTMLElement,
    paneUrl: "https://localhost:8443/taskpane.html",
    addinName: "AIアシスト",
    interpreter: createInterpreter({ root: new TinyDocument("一") }),
  } satisfies AttachPaneOptions;
  return { frame, attributes, steps, listeners, options };
}

function bootMessage(name: string): string {
  const [conversationId] = (JSON.parse(name) as { xdmInfo: string }).xdmInfo.split("|");
  return JSON.stringify({
    _messageType: 0,
    _actionName: "ContextActivationManager_getAppContextAsync",
    _actionType: 0,
    _conversationId: conversationId,
    _correlationId: 0,
  });
}

describe("attachPane", () => {
  it("names the frame before it is in the page, and restricts it as Office does", () => {
    const { frame, attributes, steps, options } = page("https://localhost:8444/host.html?a=1#b");
    attachPane(options);
    expect(steps).toEqual(["appended with its name"]);
    expect(JSON.parse(frame.name)).toMatchObject({
      xdmInfo: expect.stringMatching(/\|https:\/\/localhost:8444\/host\.html$/) as string,
    });
    expect([frame.src, frame.title]).toEqual(["https://localhost:8443/taskpane.html", "AIアシスト"]);
    expect(attributes["sandbox"]).toContain("allow-scripts");
    expect(attributes["sandbox"]).not.toContain("allow-top-navigation");
    expect(attributes["allow"]).toContain("clipboard-write https://localhost:8443");
  });

  it("answers only its own frame and origin, and nobody after its end", () => {
    const { frame, listeners, options, steps } = page("https://localhost:8444/");
    const pane = attachPane(options);
    const { contentWindow } = frame;
    const data = bootMessage(frame.name);
    const [listen] = listeners;
    listen?.({ source: {}, origin: "https://localhost:8443", data });
    listen?.({ source: contentWindow, origin: "https://localhost:9999", data });
    expect(contentWindow.sent).toEqual([]);
    listen?.({ source: contentWindow, origin: "https://localhost:8443", data });
    expect(contentWindow.sent.map(([, origin]) => origin)).toEqual(["https://localhost:8443"]);
    pane.dispose();
    listen?.({ source: contentWindow, origin: "https://localhost:8443", data });
    expect(contentWindow.sent).toHaveLength(1);
    expect([listeners, steps.at(-1)]).toEqual([[], "removed"]);
  });

  it.each([
    ["http://localhost:8444/", "only host pages on https"],
    ["https://127.0.0.1:8444/", "127.0.0.1 is not localhost"],
  ])("refuses the host page %s, in which office.js would wait for ever", (address, message) => {
    const { options, steps } = page(address);
    expect(() => attachPane(options)).toThrow(message);
    expect(steps).toEqual([]);
  });
});
