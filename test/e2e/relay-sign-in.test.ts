import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { defaultModelsFile, readModelsFile } from "@genai-office/relay";
import { localCertificate } from "../../playground/src/server/certificate";
import type { Playground } from "../../playground/src/server";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startEntra, type EntraServer } from "../support/entra/entra-server";
import { entraSettings } from "../support/entra/relay-settings";
import { hanako, otherTenant } from "../support/entra/tenant";
import { startTestPlayground } from "../support/playground";
import { people } from "../../playground/src/teams/connector/people";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

let folder: string;
let entra: EntraServer;
let keys: EntraServer;
let playground: Playground;
let browser: Browser;
let visit: Visit;
let page: Page;
let pane: Frame;
let authorizations: (string | undefined)[];

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "relay-sign-in-"));
  const redirectUris: string[] = [];
  entra = await startEntra({ tls: await localCertificate(folder), redirectUris });
  // Browsers want https; the relay trusts no certificate of ours, and reaches the same service by another door.
  keys = await startEntra({ publicOrigin: entra.origin });
  keys.keys = entra.keys;
  playground = await startTestPlayground({
    relay: {
      entra: entraSettings(entra, { keysOrigin: keys.origin }),
      catalogue: readModelsFile(defaultModelsFile),
    },
  });
  redirectUris.push(...["dialog", "return", "teams"].map((name) => `${playground.paneUrl}/sign-in/${name}.html`));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await Promise.all([entra?.close(), keys?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  entra.accessTokenSeconds = 3600;
  entra.tamper = undefined;
  entra.sessions.clear();
  entra.requests.length = 0;
  authorizations = [];
  visit = await openVisit(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  page = visit.page;
  page.on("request", (request) => {
    if (request.url().startsWith(`${playground.paneUrl}/api/steps`))
      authorizations.push(request.headers()["authorization"]);
  });
  await page.goto(playground.hostUrl);
  await openPane();
});

afterEach(() => visit?.close());

async function openPane(): Promise<void> {
  await page.waitForSelector("html[data-pane=ready]");
  pane = (await (await page.waitForSelector("#pane-frame iframe")).contentFrame())!;
  await part("primary").waitFor();
}

const part = (name: string) => pane.locator(`[data-part="${name}"]`);
const chip = (text: string) => part("model-chip").filter({ hasText: text });
const authorizeCalls = () => entra.of("/authorize").length;

/** 要約, which finds nobody signed in, and then the button that asks for it. */
async function signIn(): Promise<void> {
  await part("primary").click();
  await part("sign-in-offer").getByRole("button").click();
  // office.js asks first, as it does in Office on the web.
  await pane.getByRole("button", { name: "許可" }).click();
}

async function confirmAndRead(): Promise<void> {
  await part("send-sheet").getByRole("button", { name: "この内容で要約する" }).click();
  await pane.locator("[data-action=insert]").waitFor();
}

it("the first click asks the person, the dialog signs them in, and the summary works with their token", async () => {
  await chip("取得").waitFor({ state: "detached" });
  expect(authorizeCalls()).toBe(0);
  await part("primary").click();
  await part("sign-in-offer").waitFor();
  await page.screenshot({ path: join(screenshots, "relay-sign-in.png") });
  expect(authorizeCalls()).toBe(0);
  await part("sign-in-offer").getByRole("button").click();
  await pane.getByRole("button", { name: "許可" }).click();
  await confirmAndRead();
  expect(authorizations.length).toBeGreaterThan(0);
  const payload = JSON.parse(Buffer.from(authorizations[0]!.split(".")[1]!, "base64url").toString()) as unknown;
  expect(payload).toMatchObject({ oid: hanako.objectId, scp: "GenAI.Use" });
  const grants = entra.of("/token").map(({ form }) => form.get("grant_type"));
  expect(grants).toEqual(["authorization_code"]);
  expect(entra.of("/token")[0]!.form.get("code_verifier")).toMatch(/^[\w-]{43,}$/);
  // The token is in this tab only, and in no address.
  for (const url of visit.requests) expect(url).not.toContain(authorizations[0]!.slice(-40));
});

/** How the login service was asked: by a window (null) or in silence ("none"). */
const prompts = () => entra.of("/authorize").map(({ path }) => new URL(path, entra.origin).searchParams.get("prompt"));

it("a token that has ended is renewed without a window, again and again", async () => {
  // Over for the pane at once; the relay allows clocks to differ by a minute.
  entra.accessTokenSeconds = 1;
  await signIn();
  await confirmAndRead();
  expect(prompts()).toEqual([null, "none"]);
  const used = new Set(authorizations).size;
  await part("primary").click();
  await confirmAndRead();
  expect(prompts()).toEqual([null, "none"]);
  expect(entra.of("/token").at(-1)!.form.get("grant_type")).toBe("refresh_token");
  expect(new Set(authorizations).size).toBeGreaterThan(used);
});

it("a token that the relay refuses is renewed once without a window", async () => {
  entra.tamper = (claims) => {
    entra.tamper = undefined;
    return { ...claims, tid: otherTenant };
  };
  await signIn();
  await confirmAndRead();
  expect(prompts()).toEqual([null, "none"]);
});

it("who is signed out at the login service is told so, and signs in again with a click", async () => {
  // Over for the pane at once; the relay allows clocks to differ by a minute.
  entra.accessTokenSeconds = 1;
  await signIn();
  await confirmAndRead();
  entra.sessions.clear();
  entra.refreshTokens.clear();
  await part("primary").click();
  await part("send-sheet").getByRole("button", { name: "この内容で要約する" }).click();
  await part("sign-in-offer").waitFor();
  expect(await pane.getByRole("alert").first().textContent()).toContain("サインイン");
  await page.screenshot({ path: join(screenshots, "relay-signed-out.png") });
  entra.accessTokenSeconds = 3600;
  await part("sign-in-offer").getByRole("button").click();
  await pane.getByRole("button", { name: "許可" }).click();
  await confirmAndRead();
});

it("who closes the dialog is asked again, and nothing has left", async () => {
  entra.person = hanako;
  await part("primary").click();
  await part("sign-in-offer").getByRole("button").click();
  const opened = page.context().waitForEvent("page");
  // The dialog waits at the login page, as for somebody who has to type.
  await page.context().route(`${entra.origin}/**/authorize*`, () => undefined);
  await pane.getByRole("button", { name: "許可" }).click();
  await (await opened).close();
  await part("sign-in-offer").getByRole("button").waitFor();
  expect(authorizations).toEqual([]);
});

it("in a Teams without nested app authentication the tab signs people in by a window that Teams opens", async () => {
  entra.person = { ...hanako, objectId: people[0]!.objectId };
  await page.goto(`${playground.hostUrl}/teams?tab=minutes`);
  await page.waitForSelector(".tab-holder[data-loaded=yes]");
  const tab = (await (await page.waitForSelector(".tab-holder iframe")).contentFrame())!;
  const opened = page.context().waitForEvent("page");
  await tab.getByRole("button", { name: "サインイン" }).click();
  const window = await opened;
  await window.waitForURL(/\/sign-in\/teams\.html/);
  await tab.getByText("まだ議事録はありません").waitFor();
  if (!window.isClosed()) await window.waitForEvent("close");
  expect(prompts().at(-1)).toBeNull();
  expect(await tab.locator("[data-part=sign-in]").count()).toBe(0);
});
