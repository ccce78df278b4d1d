import { createOutlookSession, type OutlookSession, type OutlookSessionOptions } from "./outlook-session";

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
  /** Takes the frame away and stops answering it. */
  dispose(): void;
}

/** Opens an add-in's page beside the selected message, as Outlook on the web does with a pinned pane. */
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
  view.addEventListener("message", onMessage);
  container.append(frame);
  return {
    frame,
    session,
    dispose() {
      view.removeEventListener("message", onMessage);
      session.dispose();
      frame.remove();
    },
  };
}
