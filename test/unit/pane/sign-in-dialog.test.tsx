import { openSignInDialog } from "../../../shared/src/pane/office/sign-in-dialog";

const answer = { type: "genai-sign-in", state: "s", code: "c" };

afterEach(() => {
  Reflect.deleteProperty(window, "Office");
  jest.restoreAllMocks();
});

/** Office as far as it opens dialogs. */
function fakeOffice(status = "succeeded") {
  const handlers: Record<string, (told: { message?: string; origin?: string }) => void> = {};
  const closed = jest.fn();
  const displayDialogAsync = jest.fn((_url: string, _options: object, opened: (result: object) => void) => {
    const addEventHandler = (event: string, handler: (typeof handlers)[string]) => (handlers[event] = handler);
    opened({ status, value: { addEventHandler, close: closed } });
  });
  Object.defineProperty(window, "Office", { value: { context: { ui: { displayDialogAsync } } }, configurable: true });
  return { handlers, closed, displayDialogAsync };
}

describe("in Office", () => {
  it("opens a dialog of Office and takes its answer, from our own origin only", async () => {
    const { handlers, closed, displayDialogAsync } = fakeOffice();
    const signedIn = openSignInDialog("https://relay.example/open");
    handlers["dialogMessageReceived"]!({ message: "not json" });
    handlers["dialogMessageReceived"]!({ message: JSON.stringify({ type: "other" }) });
    handlers["dialogMessageReceived"]!({
      message: JSON.stringify({ ...answer, code: "evil" }),
      origin: "https://evil.example",
    });
    handlers["dialogMessageReceived"]!({ message: JSON.stringify(answer), origin: window.location.origin });
    expect(await signedIn).toEqual({ state: "s", code: "c" });
    expect(closed).toHaveBeenCalledTimes(1);
    expect(displayDialogAsync.mock.calls[0]![0]).toBe("https://relay.example/open");
  });

  it("hears the page of a dialog that is a window of this page, as in Office on the web", async () => {
    const { closed } = fakeOffice();
    const signedIn = openSignInDialog("https://relay.example/open");
    window.dispatchEvent(
      new MessageEvent("message", { origin: "https://evil.example", data: { ...answer, code: "x" } }),
    );
    window.dispatchEvent(new MessageEvent("message", { origin: window.location.origin, data: answer }));
    expect(await signedIn).toEqual({ state: "s", code: "c" });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it("knows when the person has closed it, and when the sign-in was refused", async () => {
    const first = fakeOffice();
    const left = openSignInDialog("https://relay.example/open");
    first.handlers["dialogEventReceived"]!({});
    expect(await left).toBeUndefined();
    const second = fakeOffice();
    const refused = openSignInDialog("https://relay.example/open");
    second.handlers["dialogMessageReceived"]!({
      message: JSON.stringify({ ...answer, code: undefined, failed: true }),
    });
    await expect(refused).rejects.toMatchObject({ code: "unauthorized" });
  });
});

describe("elsewhere", () => {
  function fakeWindow() {
    const opened = { closed: false, close: jest.fn() };
    jest.spyOn(window, "open").mockReturnValue(opened as unknown as Window);
    return opened;
  }
  const tell = (source: unknown, origin: string, data: unknown) =>
    window.dispatchEvent(new MessageEvent("message", { source: source as Window, origin, data }));

  it("opens a window and takes the answer of that window and origin only", async () => {
    const opened = fakeWindow();
    const signedIn = openSignInDialog("https://relay.example/open");
    tell(opened, "https://evil.example", { ...answer, code: "evil" });
    tell({}, window.location.origin, { ...answer, code: "evil" });
    tell(opened, window.location.origin, answer);
    expect(await signedIn).toEqual({ state: "s", code: "c" });
    expect(opened.close).toHaveBeenCalled();
  });

  it("knows when the person has closed it", async () => {
    const opened = fakeWindow();
    const left = openSignInDialog("https://relay.example/open");
    opened.closed = true;
    expect(await left).toBeUndefined();
  });

  it("says when no window opens", async () => {
    jest.spyOn(window, "open").mockReturnValue(null);
    await expect(openSignInDialog("https://relay.example/open")).rejects.toMatchObject({ code: "host-error" });
  });
});
