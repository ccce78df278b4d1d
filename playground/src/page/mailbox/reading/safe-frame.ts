/**
 * A frame for what other people wrote: no scripts, no forms, no way out but links that open a window of their own. It
 * has the page's origin, without which the page could neither hear its keys nor take files that are dropped on it; nothing
 * in it runs that could make use of that.
 */
export function safeFrame(title: string, page: string, onReady: (content: Document) => void): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  frame.referrerPolicy = "no-referrer";
  frame.srcdoc = page;
  frame.addEventListener("load", () => {
    if (frame.contentDocument !== null) onReady(frame.contentDocument);
  });
  return frame;
}

/** Hands on what the page around must hear of: F6, and files that are dragged over the frame. */
export function passEventsOn(content: Document, page: HTMLElement): void {
  content.addEventListener("keydown", (event) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    page.dispatchEvent(
      new KeyboardEvent("keydown", { key: event.key, shiftKey: event.shiftKey, bubbles: true, cancelable: true }),
    );
  });
  for (const type of ["dragenter", "dragleave", "dragover", "drop"] as const) {
    content.addEventListener(type, (event) => {
      const copy = new DragEvent(type, { dataTransfer: event.dataTransfer, bubbles: true, cancelable: true });
      if (!page.dispatchEvent(copy)) event.preventDefault();
    });
  }
}
