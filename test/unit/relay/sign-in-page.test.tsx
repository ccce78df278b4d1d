import { readFileSync } from "node:fs";
import { join } from "node:path";

const source = readFileSync(join(__dirname, "../../../relay/src/upstreams/connections/sign-in-page.js"), "utf8");

describe("the script of the page that a sign-in ends on", () => {
  const posted: unknown[] = [];

  function open(query: string, opener: object | null): void {
    posted.length = 0;
    document.head.innerHTML = "";
    document.body.innerHTML = '<p id="done" hidden></p><p id="failed" hidden></p>';
    history.replaceState(null, "", `/api/connections/callback${query}`);
    Object.defineProperty(window, "opener", { value: opener, configurable: true });
    const script = document.createElement("script");
    script.dataset.officeJs = "/office-js/office.js";
    script.textContent = source;
    document.head.append(script);
  }
  const opener = { postMessage: (...message: unknown[]) => void posted.push(message) };
  const shown = (): string[] => [...document.querySelectorAll("p:not([hidden])")].map(({ id }) => id);

  test("hands code and state to the window that opened it, if that is of our own origin, and keeps neither", () => {
    open("?code=the-code&state=the-state", opener);
    expect(posted).toEqual([[{ type: "genai-sign-in", state: "the-state", code: "the-code" }, location.origin]]);
    expect(location.href).toBe(`${location.origin}/api/connections/callback`);
    expect(shown()).toEqual(["done"]);
  });

  test("tells of a sign-in that was refused, without the words of the other side", () => {
    open("?error=access_denied&error_description=secret&state=the-state", opener);
    expect(posted).toEqual([[{ type: "genai-sign-in", state: "the-state", failed: true }, location.origin]]);
    expect(shown()).toEqual(["failed"]);
  });

  test("without a window that opened it, asks Office whose dialog it may be", () => {
    open("?code=the-code&state=the-state", null);
    expect(posted).toEqual([]);
    expect(document.querySelector<HTMLScriptElement>("script[src]")!.getAttribute("src")).toBe("/office-js/office.js");
    expect(shown()).toEqual([]);
  });
});
