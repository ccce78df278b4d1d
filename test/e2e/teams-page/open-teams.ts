import type { Browser, Frame, Locator, Page } from "playwright-core";
import type { Playground } from "../../../playground/src/server";
import { openVisit, type Visit } from "../../support/browser";

/** The Teams page as somebody sees it who comes for the first time. */
export interface TeamsVisit extends Visit {
  /** Sends what is written in the box. */
  say(text: string): Promise<void>;
  /** Messages of the bot, oldest first. */
  readonly answers: Locator;
  readonly composer: Locator;
  openChat(kind: "personal" | "groupChat" | "meeting"): Promise<void>;
  /** The bot's own tab, as soon as it has told the Teams around it that it is there. */
  tab(): Promise<Frame>;
  /** What went over the wire between connector and bot so far. */
  wire(): Promise<WireExchange[]>;
}

export interface WireExchange {
  direction: string;
  method: string;
  path: string;
  status?: number;
  request?: { type?: string; text?: string; serviceUrl?: string; entities?: { streamType?: string }[] };
}

/** @param query e.g. "?tab=minutes" */
export async function openTeams(
  browser: Browser,
  playground: Playground,
  { width = 1280, height = 800, query = "" } = {},
): Promise<TeamsVisit> {
  const visit = await openVisit(browser, { viewport: { width, height } });
  const { page } = visit;
  await page.goto(`${playground.hostUrl}/teams${query}`);
  await page.waitForSelector("html[data-teams=ready]");
  const composer = page.locator("#composer textarea");
  return Object.assign(visit, {
    composer,
    answers: page.locator(".message.bot"),
    async say(text: string) {
      await composer.fill(text);
      await composer.press("Enter");
    },
    async openChat(kind: string) {
      await page.locator(`.chat-entry[data-kind=${kind}]`).click();
    },
    async tab() {
      await page.waitForSelector(".tab-holder[data-loaded=yes]");
      return (await (await page.waitForSelector(".tab-holder iframe")).contentFrame())!;
    },
    wire: () => wireOf(page),
  });
}

function wireOf(page: Page): Promise<WireExchange[]> {
  return page.evaluate(async () => {
    const response = await fetch("/teams/api/log");
    return ((await response.json()) as { exchanges: WireExchange[] }).exchanges;
  });
}
