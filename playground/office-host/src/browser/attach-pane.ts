import { createOfficeHostSession, type OfficeHostSession, type OfficeHostSessionOptions } from "../protocol";

export interface AttachPaneOptions extends Omit<OfficeHostSessionOptions, "post" | "hostOrigin"> {
  readonly container: HTMLElement;
  /** Address of the add-in's page: https, same host name as the host page, another port or the same. */
  readonly paneUrl: string;
  /** Name of the frame for screen readers. Default: the add-in's name. */
  readonly title?: string;
}

export interface AttachedPane {
  readonly frame: HTMLIFrameElement;
  readonly session: OfficeHostSession;
  /** Takes the frame away and stops answering it. */
  dispose(): void;
}

/** What Office on the web grants the frames of add-ins. */
const sandbox = [
  "allow-downloads",
  "allow-forms",
  "allow-modals",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-same-origin",
  "allow-scripts",
  "allow-storage-access-by-user-activation",
];
const allow = ["camera", "clipboard-read", "clipboard-write", "geolocation", "microphone"];

/**
 * Opens an add-in's page beside the document, as Office does: in a frame whose name tells office.js about its host.
 * Only messages of that frame, from the add-in's origin, are answered; answers go to that origin only.
 * @throws TypeError when office.js would not trust the host page
 */
export function attachPane(options: AttachPaneOptions): AttachedPane {
  const { container, paneUrl, title, ...sessionOptions } = options;
  const page = container.ownerDocument;
  const view = page.defaultView;
  if (view === null) throw new TypeError("attachPane needs a container in a window");
  const url = new URL(paneUrl, view.location.href);
  const paneOrigin = url.origin;
  requireTrust(view.location, url);
  const frame = page.createElement("iframe");
  const session = createOfficeHostSession({
    ...sessionOptions,
    hostOrigin: view.location.origin,
    post: (message) => frame.contentWindow?.postMessage(message, paneOrigin),
  });

  // Chromium ignores a name that is set after the frame is in the page.
  frame.name = session.windowName(`${view.location.origin}${view.location.pathname}`);
  frame.title = title ?? options.addinName ?? "";
  frame.setAttribute("sandbox", sandbox.join(" "));
  frame.setAttribute("allow", allow.map((feature) => `${feature} ${paneOrigin}`).join("; "));
  frame.src = url.href;

  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source === frame.contentWindow && event.origin === paneOrigin) session.receive(event.data);
  };
  view.addEventListener("message", onMessage);
  container.append(frame);
  return {
    frame,
    session,
    dispose: () => {
      view.removeEventListener("message", onMessage);
      session.dispose();
      frame.remove();
    },
  };
}

/** office.js waits for ever, and says nothing, in a host page that it does not trust. */
function requireTrust(hostPage: Location, pane: URL): void {
  if (hostPage.protocol !== "https:") throw new TypeError("office.js trusts only host pages on https");
  if (hostPage.hostname !== pane.hostname) {
    throw new TypeError(
      `office.js trusts a host page only on its own host name: ${hostPage.hostname} is not ${pane.hostname}`,
    );
  }
}
