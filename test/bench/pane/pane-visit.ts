import { gzipSync } from "node:zlib";
import { DevtoolsBrowser } from "./devtools-pipe";

/** A request of the pane. */
export interface PaneRequest {
  url: string;
  type: string;
  /** Body of a script, compressed; 0 for everything else. */
  gzipBytes: number;
}

export interface VisitOptions {
  executable: string;
  hostUrl: string;
  /** What the page around the pane needs above and below it. Pixels. */
  barsHeight: number;
  /** End of the address of the pane's page. */
  panePath: string;
  /** What has to be there beside the primary button, as a CSS selector; nothing more for a pane that is its button. */
  content?: string;
  /** How much slower the processor is made, for the page and for the pane: 1 or 4. */
  slowdown: number;
  /** True: clicks the primary button as soon as it is painted. False: touches nothing and waits two seconds more. */
  click: boolean;
  /** Source of axe-core, run in the pane at the end of a visit without a click. */
  axe?: string;
}

export interface Visit {
  /** Since the navigation of the pane's frame, in milliseconds. */
  firstPaintMs: number;
  /** The button was painted and enabled. */
  paintedMs: number;
  /** A real click was reacted to, seen in the pane; null without a click. */
  usableMs: number | null;
  /** The pane itself stood where its skeleton had been, with all its controls. */
  completeMs: number;
  width: number;
  height: number;
  requests: PaneRequest[];
  violations: string[];
}

/** Runs in the pane before anything else: waits for the button, and for its reaction. Times count from navigation. */
const watcherOf = ({ panePath, content }: Pick<VisitOptions, "panePath" | "content">) => `(() => {
  if (!location.pathname.endsWith(${JSON.stringify(panePath)})) return;
  const seen = (globalThis.paneWatch = { painted: null, reacted: null, complete: null, point: null, paint: null });
  const lookForAll = () => {
    if (document.querySelector("[data-part=primary]") === null || document.querySelector(".skeleton") !== null)
      return requestAnimationFrame(lookForAll);
    requestAnimationFrame(() => setTimeout(() => (seen.complete = performance.now())));
  };
  requestAnimationFrame(lookForAll);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") seen.paint = entry.startTime;
  }).observe({ type: "paint", buffered: true });
  const look = () => {
    const button = document.querySelector("[data-part=primary]");
    const box = button?.getBoundingClientRect();
    if (!button || button.disabled || !box || box.width === 0 || box.bottom > innerHeight) return requestAnimationFrame(look);
    if (document.querySelector(${JSON.stringify(content ?? "body")}) === null) return requestAnimationFrame(look);
    // The button of the skeleton, or the one that has taken its place since.
    new MutationObserver(() => {
      const phase = document.querySelector("[data-part=primary]")?.dataset.phase ?? "idle";
      if (seen.reacted === null && phase !== "idle") seen.reacted = performance.now();
    }).observe(document, { attributes: true, childList: true, subtree: true });
    // The frame after the next callback has been painted.
    requestAnimationFrame(() => setTimeout(() => {
      seen.point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      seen.painted = performance.now();
    }));
  };
  requestAnimationFrame(look);
})();`;

interface Watch {
  painted: number | null;
  reacted: number | null;
  complete: number | null;
  point: { x: number; y: number } | null;
  paint: number | null;
  width: number;
  height: number;
}

/** One cold visit: a new browser, the playground's host page, and in it the pane in a frame of 320x720. */
export async function visitPane(options: VisitOptions): Promise<Visit> {
  const browser = await DevtoolsBrowser.start(options.executable);
  try {
    return await visit(browser, options);
  } finally {
    await browser.stop();
  }
}

async function visit(browser: DevtoolsBrowser, options: VisitOptions): Promise<Visit> {
  const requests = new Map<string, PaneRequest>();
  const bodies: Promise<void>[] = [];
  const failures: Error[] = [];
  let paneSession: string | undefined;

  // Every target is held before its first instruction, slowed down, watched, and let go.
  const prepare = async (sessionId: string, isPane: boolean): Promise<void> => {
    await browser.send(
      "Target.setAutoAttach",
      { autoAttach: true, waitForDebuggerOnStart: true, flatten: true },
      sessionId,
    );
    await browser.send(
      "Network.enable",
      { maxTotalBufferSize: 100_000_000, maxResourceBufferSize: 50_000_000 },
      sessionId,
    );
    await browser.send("Page.enable", {}, sessionId);
    if (isPane) await browser.send("Page.addScriptToEvaluateOnNewDocument", { source: watcherOf(options) }, sessionId);
    if (options.slowdown > 1)
      await browser.send("Emulation.setCPUThrottlingRate", { rate: options.slowdown }, sessionId);
    await browser.send("Runtime.runIfWaitingForDebugger", {}, sessionId);
  };

  browser.on((method, parameters, sessionId) => {
    if (method === "Target.attachedToTarget") {
      const info = parameters["targetInfo"] as { type: string };
      const child = parameters["sessionId"] as string;
      // The host page opens a frame for warming up first; the pane's is the last one.
      if (info.type === "iframe") {
        paneSession = child;
        requests.clear();
      }
      prepare(child, info.type === "iframe").catch((error: Error) => failures.push(error));
    }
    if (sessionId === undefined || sessionId !== paneSession) return;
    if (method === "Network.requestWillBeSent") {
      const request = parameters["request"] as { url: string };
      const id = parameters["requestId"] as string;
      requests.set(id, { url: request.url, type: (parameters["type"] as string | undefined) ?? "Other", gzipBytes: 0 });
    }
    if (method === "Network.loadingFinished") {
      const request = requests.get(parameters["requestId"] as string);
      // Bytes are counted in visits that touch nothing; reading bodies would cost time in the others.
      if (request?.type !== "Script" || options.click) return;
      const body = browser.send("Network.getResponseBody", { requestId: parameters["requestId"] }, sessionId);
      bodies.push(
        body.then(
          ({ body: text, base64Encoded }) => {
            const bytes = Buffer.from(text as string, base64Encoded === true ? "base64" : "utf8");
            request.gzipBytes = gzipSync(bytes, { level: 9 }).length;
          },
          (error: Error) => void failures.push(error),
        ),
      );
    }
  });

  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = (await browser.send("Target.attachToTarget", { targetId, flatten: true })) as {
    sessionId: string;
  };
  await prepare(sessionId, false);
  await setViewport(browser, sessionId, frameOf(320, 720, options.barsHeight));
  await browser.send("Page.navigate", { url: options.hostUrl }, sessionId);

  const evaluate = async <Value>(expression: string): Promise<Value | undefined> => {
    if (paneSession === undefined) return undefined;
    const answer = await browser.send(
      "Runtime.evaluate",
      { expression, returnByValue: true, awaitPromise: true },
      paneSession,
    );
    return (answer["result"] as { value?: Value }).value;
  };
  const state = async (): Promise<Watch | undefined> => {
    try {
      return await evaluate<Watch>("globalThis.paneWatch && { ...paneWatch, width: innerWidth, height: innerHeight }");
    } catch (error) {
      // Between two documents a frame has no context to ask in.
      if (/execution context|navigated/i.test((error as Error).message)) return undefined;
      throw error;
    }
  };
  const waitFor = async (ready: (watch: Watch) => boolean): Promise<Watch> => {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      if (failures[0] !== undefined) throw failures[0];
      const watch = await state();
      if (watch !== undefined && ready(watch)) return watch;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error("the pane did not become usable within a minute");
  };

  let watch = await waitFor((now) => now.painted !== null);
  if (options.click) {
    const point = { ...watch.point!, button: "left", clickCount: 1 };
    await browser.send("Input.dispatchMouseEvent", { type: "mousePressed", ...point }, paneSession);
    await browser.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...point }, paneSession);
    // One click has to do: a button that had moved from under it would be a fault of the pane.
    watch = await waitFor((now) => now.reacted !== null && now.complete !== null);
  } else await new Promise((resolve) => setTimeout(resolve, 2000));
  await Promise.all(bodies);
  if (failures[0] !== undefined) throw failures[0];

  const violations = options.axe === undefined ? [] : await axeViolations(evaluate, options.axe);
  return {
    firstPaintMs: watch.paint ?? NaN,
    paintedMs: watch.painted ?? NaN,
    usableMs: watch.reacted,
    completeMs: watch.complete ?? NaN,
    width: watch.width,
    height: watch.height,
    requests: [...requests.values()].filter(({ url }) => !/^(data|blob|about):/.test(url)),
    violations,
  };
}

async function axeViolations(
  evaluate: <Value>(expression: string) => Promise<Value | undefined>,
  source: string,
): Promise<string[]> {
  await evaluate(`${source}; undefined`);
  const found = await evaluate<string[]>(
    "axe.run(document).then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => v.id + ' ' + n.target.join(' '))))",
  );
  if (found === undefined) throw new Error("axe did not answer in the pane");
  return found;
}

/** The window that gives the pane's frame this size: the playground's own bars come on top. */
function frameOf(width: number, height: number, barsHeight: number): { width: number; height: number } {
  return { width: width + 960, height: height + barsHeight };
}

async function setViewport(
  browser: DevtoolsBrowser,
  sessionId: string,
  { width, height }: { width: number; height: number },
): Promise<void> {
  await browser.send(
    "Emulation.setDeviceMetricsOverride",
    { width, height, deviceScaleFactor: 1, mobile: false },
    sessionId,
  );
}
