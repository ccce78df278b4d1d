import { createOutlookSession } from "./outlook-session";
import type { OutlookSession, OutlookSessionOptions } from "./session-types";

export interface AttachOutlookPaneOptions extends Omit<OutlookSessionOptions, "post" | "hostOrigin"> {
  readonly container: HTMLElement;
  /** Address of the add-in's page: https, same host name as the host page, another port or the same. */
  readonly paneUrl: string;
  /** Name of the frame for screen readers. Default: the add-in's name. */
  readonly title?: string;
}

export interface AttachedOutlookPane {
  readonly frame: HTMLIFrameElement;
  readonly session: OutlookSession;
  /** Id of the mail or draft that is selected now. */
  readonly itemId: string | undefined;
  /**
   * Selects another mail, or none, as a person does in the list. A pane that is not pinned is closed by it.
   * @throws TypeError when there is no such mail, and beside a draft
   */
  select(itemId: string | undefined): void;
  /** Takes the frame away and stops answering it. */
  dispose(): void;
}

/**
 * Opens an add-in's page beside a mail, or beside a draft in the window in which it is written. The frame goes when the pane is
 * closed (event "closed"): another mail was selected and it is not pinned, the draft was closed or sent, or the add-in asked.
 * @throws TypeError when office.js would not trust the host page, there is no such item, or the edition runs no add-in there
 */
export function attachOutlookPane(options: AttachOutlookPaneOptions): AttachedOutlookPane {
  const { container, paneUrl, title, ...sessionOptions } = options;
  const page = container.ownerDocument;
  const view = page.defaultView;
  if (view === null) throw new TypeError("attachOutlookPane needs a container in a window");
  const url = new URL(paneUrl, view.location.href);
  if (view.location.protocol !== "https:" || view.location.hostname !== url.hostname)
    throw new TypeError("office.js trusts a host page only on https and on the pane's own host name");
  const frame = page.createElement("iframe");
  const session = createOutlookSession({
    ...sessionOptions,
    hostOrigin: view.location.origin,
    post: (message) => frame.contentWindow?.postMessage(message, url.origin),
    onEvent(event) {
      if (event.type === "reload") frame.src = url.href;
      if (event.type === "closed") takeAway();
      sessionOptions.onEvent?.(event);
    },
  });
  // Chromium ignores a name that is set after the frame is in the page.
  frame.name = session.windowName(`${view.location.origin}${view.location.pathname}`);
  frame.title = title ?? options.addinName ?? "";
  frame.setAttribute("sandbox", "allow-downloads allow-forms allow-popups allow-same-origin allow-scripts");
  frame.setAttribute("allow", `clipboard-write ${url.origin}`);
  frame.src = url.href;
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source === frame.contentWindow && event.origin === url.origin) session.receive(event.data);
  };
  const takeAway = () => {
    view.removeEventListener("message", onMessage);
    frame.remove();
  };
  view.addEventListener("message", onMessage);
  container.append(frame);
  return {
    frame,
    session,
    get itemId() {
      return session.itemId;
    },
    select: (itemId) => session.select(itemId),
    dispose() {
      session.dispose();
      takeAway();
    },
  };
}
