import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { defaultModelsFile, readModelsFile, type UpstreamsConfig } from "@genai-office/relay";
import type { Playground } from "../../playground/src/server";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startCognito, testPool, type CognitoServer } from "../support/cognito/cognito-server";
import { startExappsServer, commonTeam, type ExappsServer } from "../support/exapps/exapps-server";
import { startTestPlayground } from "../support/playground";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

let cognito: CognitoServer;
let exapps: ExappsServer;
let playground: Playground;
let browser: Browser;
let visit: Visit;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  cognito = await startCognito();
  exapps = await startExappsServer({
    apps: [
      {
        teamId: commonTeam,
        exAppId: "11111111-1111-4111-8111-111111111111",
        exAppName: "国会答弁検索",
        placeholder: JSON.stringify({ question: { type: "textarea", title: "質問", required: true } }),
        status: "published",
      },
    ],
    invoke: () => ({ status: 200, body: { outputs: "答弁がある。[1]\n\n## 出典\n[1] 第1回国会 会議録" } }),
    // Whoever holds a token that the user pool has given out.
    users: new Proxy<Record<string, { sub: string; teams: string[] }>>(
      {},
      { get: (_, token) => (cognito.secrets.includes(String(token)) ? { sub: "user-1", teams: [] } : undefined) },
    ),
  });
  const connections: UpstreamsConfig = {
    upstreams: new Map([
      [
        "genai-apps",
        { contract: "exapps", baseUrl: exapps.baseUrl, credentials: { kind: "cognito-user", signIn: "genai" } },
      ],
    ]),
    signIns: new Map([
      [
        "genai",
        {
          kind: "cognito",
          ...testPool,
          domain: cognito.origin,
          issuer: cognito.issuer,
          endpoint: cognito.origin,
          scopes: ["openid", "email"],
        },
      ],
    ]),
  };
  playground = await startTestPlayground({
    relay: { connections, catalogue: readModelsFile(defaultModelsFile) },
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await Promise.all([cognito?.close(), exapps?.close()]);
});

beforeEach(async () => {
  visit = await openVisit(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  page = visit.page;
  await page.goto(playground.hostUrl);
  await openPane();
});

afterEach(() => visit?.close());

async function openPane(): Promise<void> {
  await page.waitForSelector("html[data-pane=ready]");
  pane = (await (await page.waitForSelector("#pane-frame iframe")).contentFrame())!;
  await pane.getByRole("tab", { name: /調べる/ }).click();
}

const part = (name: string) => pane.locator(`[data-part="${name}"]`);

it("a person signs in to GENAI from the pane, uses its apps, and stays signed in when the pane is opened anew", async () => {
  await part("sign-in").waitFor();
  await page.screenshot({ path: join(screenshots, "sign-in.png") });
  await pane.locator("[data-sign-in=genai]").click();
  // office.js asks first, as it does in Office on the web.
  await pane.getByRole("button", { name: "許可" }).click();
  await pane.getByRole("button", { name: /国会答弁検索/ }).click();
  await pane.locator('[data-field="question"]').fill("予備費について");
  await part("research-run").click();
  await part("sources").waitFor();
  expect(await part("sources").textContent()).toContain("第1回国会 会議録");
  await page.reload();
  await openPane();
  await pane.getByRole("button", { name: /国会答弁検索/ }).waitFor();
  expect(await part("sign-in").count()).toBe(0);
});
