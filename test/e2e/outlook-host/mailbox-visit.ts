import { join } from "node:path";
import { officeJsDirectory } from "@genai-office/office-host/node";
import { microsoftAjaxScript, outlookScriptsFolder } from "@genai-office/office-host/outlook/scripts";
import type { Browser, Frame, Page } from "playwright-core";
import { openVisit, type Visit } from "../../support/browser";
import { bundle } from "../office-host/bundle";
import { serve, type Server } from "../office-host/serve";

/** What a call of office.js came to: the result it gave its callback, or what it threw. */
export interface CallResult {
  readonly value?: unknown;
  readonly code?: number;
  readonly name?: string;
  readonly thrown?: string;
}

/** Servers of the host page and of a pane that holds nothing but office.js. */
export async function serveMailbox(): Promise<{ host: Server; pane: Server }> {
  const scripts = `<script src="/scripts/${microsoftAjaxScript}"></script><script src="/office-js/office.js"></script>`;
  const [host, pane] = await Promise.all([
    serve({
      "/": { body: '<!doctype html><meta charset="utf-8"><title>host</title><body><script src="/host.js"></script>' },
      "/host.js": { body: await bundle(join(__dirname, "host-page.ts")) },
    }),
    serve({
      "/taskpane.html": { body: `<!doctype html><meta charset="utf-8"><title>pane</title>${scripts}` },
      "/scripts/": { folder: outlookScriptsFolder },
      "/office-js/": { folder: officeJsDirectory() },
    }),
  ]);
  return { host, pane };
}

/** One page with the mailbox, and the pane in it. */
export class MailboxVisit {
  private constructor(
    readonly visit: Visit,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, servers: { host: Server; pane: Server }, profile = "web"): Promise<MailboxVisit> {
    const visit = await openVisit(browser, { timezoneId: "Asia/Tokyo" });
    const pane = encodeURIComponent(`${servers.pane.origin}/taskpane.html`);
    await visit.page.goto(`${servers.host.origin}/?profile=${profile}&pane=${pane}`);
    return new MailboxVisit(visit, visit.page);
  }

  /** Opens a pane and waits for office.js. */
  async pane(options: Parameters<Window["host"]["open"]>[0]): Promise<void> {
    await this.page.evaluate((given) => window.host.open(given), options);
    await this.ready();
  }

  /** Waits until the pane that is there has started. */
  async ready(): Promise<void> {
    const pane = await this.frame();
    await pane.waitForFunction(() => "Office" in window && Office.context?.mailbox !== undefined);
    await pane.evaluate(() => Office.onReady());
  }

  async frame(): Promise<Frame> {
    const element = await this.page.waitForSelector("iframe");
    const frame = await element.contentFrame();
    if (frame === null) throw new Error("The pane did not open.");
    await frame.waitForURL(/taskpane/);
    return frame;
  }

  /** Calls a member of the mailbox with a callback behind the arguments: `call("item.body.getAsync", "text")`. */
  async call(member: string, ...values: unknown[]): Promise<CallResult> {
    const frame = await this.frame();
    return frame.evaluate(
      ([path, given]) =>
        new Promise<CallResult>((resolve) => {
          const names = (path as string).split(".");
          const method = names.pop()!;
          const root = names[0] === "roamingSettings" ? Office.context : Office.context.mailbox;
          const owner = names.reduce((object, name) => (object as Record<string, unknown>)[name], root as unknown);
          const callback = (result: Office.AsyncResult<unknown>) =>
            resolve(
              result.status === Office.AsyncResultStatus.Succeeded
                ? { value: result.value }
                : { code: result.error.code, name: result.error.name },
            );
          try {
            (owner as Record<string, (...all: unknown[]) => void>)[method]!(...(given as unknown[]), callback);
          } catch (error) {
            resolve({ thrown: `${(error as Error).name}: ${(error as Error).message}` });
          }
        }),
      [member, values] as const,
    );
  }

  /** Calls a member that takes no callback; waits until the host has seen the call. */
  async run(member: string, ...values: unknown[]): Promise<void> {
    const frame = await this.frame();
    const calls = () => window.host.events.filter((event) => event.type === "call").length;
    const before = await this.page.evaluate(calls);
    await frame.evaluate(
      ([path, given]) => {
        const names = (path as string).split(".");
        const method = names.pop()!;
        const owner = names.reduce(
          (object, name) => (object as Record<string, unknown>)[name],
          Office.context.mailbox as unknown,
        );
        (owner as Record<string, (...all: unknown[]) => void>)[method]!(...(given as unknown[]));
      },
      [member, values] as const,
    );
    await this.page.waitForFunction(
      (count) => window.host.events.filter((event) => event.type === "call").length > count,
      before,
    );
  }

  defects(): Promise<string[]> {
    return this.page.evaluate(() => window.host.defects.splice(0));
  }

  close(): Promise<void> {
    return this.visit.close();
  }
}
