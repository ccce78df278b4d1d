import type { WindowLike } from "dompurify";

/** The window whose DOM reads HTML: a browser's, or jsdom's in Node. */
export type HtmlWindow = WindowLike & Pick<typeof globalThis, "DOMParser" | "NodeFilter">;

/** @throws TypeError without a DOM: plain Node has to bring one (`createMailboxHost({ window })`) */
export function ownWindow(): HtmlWindow {
  if (typeof window === "undefined")
    throw new TypeError("The mailbox reads HTML by a DOM: run it in a page, or pass a window.");
  return window as unknown as HtmlWindow;
}
