import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromiumArguments, findChromium } from "./chromium";

/** Starts the browser that is installed. Throws when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("No Chromium was found; npm test provides one.");
  return chromium.launch({ executablePath, args: chromiumArguments() });
}

/** A page of its own, as a person opens it for the first time. */
export interface Visit {
  page: Page;
  /** Addresses of all requests so far, those of frames included. */
  requests: string[];
  /** Closes the page. Throws when a script of it, or of a frame, threw. */
  close(): Promise<void>;
}

/** Opens an empty page in a context of its own; Japanese, unless told otherwise. */
export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "ja-JP", ...options });
  // A machine that does much else at once is slow, not wrong.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  return {
    page,
    requests,
    async close() {
      await context.close();
      if (errors.length > 0) throw new Error(`A script of the page threw: ${errors.join("\n")}`);
    },
  };
}
