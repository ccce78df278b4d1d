import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { PortInUseError } from "@genai-office/relay";
import { startPlayground, type Playground } from "../../../playground/src/server";
import { withLock } from "../../../playground/src/server/build-lock";
import { isStale } from "../../../playground/src/server/build-when-stale";
import { localCertificate } from "../../../playground/src/server/certificate";
import { startModelServer } from "../../support/model-server";
import { answerReply } from "../../support/model-server-replies";
import { summarizeStep } from "../relay/relay-under-test";

// The first start in a fresh folder generates Word's newer members, which takes the compiler some seconds.
interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** An https request that trusts exactly this certificate, for exactly this name: what a browser does after it asked once. */
function ask(
  url: string,
  ca: string,
  options: { method?: string; body?: string; family?: number } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const agent = new Agent({ ca, ...(options.family === undefined ? {} : { family: options.family }) });
    const headers = options.body === undefined ? {} : { "Content-Type": "application/json" };
    const asked = httpsRequest(url, { agent, method: options.method ?? "GET", headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        agent.destroy();
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(pieces) });
      });
    });
    asked.on("error", reject);
    asked.end(options.body);
  });
}

describe("startPlayground", () => {
  let folder: string;
  let builtFolder: string;
  let localFolder: string;
  let running: Playground[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "playground-"));
    builtFolder = join(folder, "dist");
    localFolder = join(folder, "local");
    mkdirSync(join(builtFolder, "word"), { recursive: true });
    mkdirSync(join(builtFolder, "playground"), { recursive: true });
    writeFileSync(
      join(builtFolder, "word/taskpane.html"),
      '<title>{{displayName}}</title><meta name="office-scripts" content="{{officeJsUrl}} {{officeScripts}}">',
    );
    mkdirSync(join(builtFolder, "outlook"), { recursive: true });
    writeFileSync(
      join(builtFolder, "outlook/taskpane.html"),
      '<meta name="office-scripts" content="{{officeScripts}} {{officeJsUrl}}">',
    );
    writeFileSync(join(builtFolder, "playground/index.html"), "<title>host page</title>");
    writeFileSync(join(builtFolder, "playground/mail.html"), "<title>mailbox</title>");
  });
  afterEach(async () => {
    await Promise.all(running.map((playground) => playground.stop()));
    running = [];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function start(options: Parameters<typeof startPlayground>[0] = {}): Promise<Playground> {
    const playground = await startPlayground({
      panePort: 0,
      hostPort: 0,
      build: false,
      builtFolder,
      localFolder,
      ...options,
    });
    running.push(playground);
    return playground;
  }
  const certificate = (): string => readFileSync(join(localFolder, "localhost.crt"), "utf8");

  test("pane and host page stand on two origins of localhost, each an agent cluster of its own", async () => {
    const { hostUrl, paneUrl } = await start();
    expect(hostUrl).toMatch(/^https:\/\/localhost:\d+$/);
    expect(new URL(hostUrl).port).not.toBe(new URL(paneUrl).port);
    const page = await ask(`${hostUrl}/`, certificate());
    expect([page.status, page.body.toString()]).toEqual([200, "<title>host page</title>"]);
    expect(page.headers["origin-agent-cluster"]).toBe("?1");
    expect(page.headers["content-security-policy"]).toContain(`frame-src ${paneUrl}`);
    const pane = await ask(`${paneUrl}/word/taskpane.html`, certificate());
    expect(pane.body.toString()).toContain("<title>AIアシスト</title>");
    expect(pane.headers["origin-agent-cluster"]).toBe("?1");
    expect(pane.headers["content-security-policy"]).toContain(`frame-ancestors 'self' ${hostUrl}`);
    expect(pane.headers["content-security-policy"]).toContain("script-src 'self';");
    expect((await ask(`${paneUrl}/playground/index.html`, certificate())).status).toBe(404);
  });

  test("the host page is told where the panes are, and gets the samples", async () => {
    const { hostUrl, paneUrl } = await start({ environment: { DISPLAY_NAME: "省内アシスト" } });
    expect(JSON.parse((await ask(`${hostUrl}/config.json`, certificate())).body.toString())).toEqual({
      paneOrigin: paneUrl,
      wordPaneUrl: `${paneUrl}/word/taskpane.html`,
      outlookPaneUrl: `${paneUrl}/outlook/taskpane.html`,
      sampleUrl: "/samples/ministry-report.docx",
      teamsTabUrl: `${paneUrl}/teams/tab.html`,
      displayName: "省内アシスト",
    });
    const list = JSON.parse((await ask(`${hostUrl}/samples/index.json`, certificate())).body.toString()) as {
      file: string;
    }[];
    expect(list[0]!.file).toBe("ministry-report.docx");
    for (const { file } of list) {
      const sample = await ask(`${hostUrl}/samples/${file}`, certificate());
      expect(sample.body.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    }
    expect((await ask(`${hostUrl}/samples/..%2fsecret`, certificate())).status).toBe(404);
  });

  test("the mailbox has a page of its own, its mails, and what Outlook's script needs before it", async () => {
    const { hostUrl, paneUrl } = await start();
    const page = await ask(`${hostUrl}/mail`, certificate());
    expect([page.status, page.body.toString()]).toEqual([200, "<title>mailbox</title>"]);
    const list = JSON.parse((await ask(`${hostUrl}/samples/mail/index.json`, certificate())).body.toString()) as {
      owner: { address: string };
      mails: { file: string }[];
    };
    expect(list.owner.address).toBe("hanako.yamada@gyosei.example.go.jp");
    expect(list.mails.length).toBeGreaterThanOrEqual(14);
    for (const { file } of list.mails) {
      const mail = await ask(`${hostUrl}/samples/mail/${file}`, certificate());
      expect([mail.status, mail.headers["content-type"]]).toEqual([200, "message/rfc822"]);
      expect(mail.body.toString("latin1")).toMatch(/^Received: from /);
    }
    expect((await ask(`${hostUrl}/samples/mail/thread-9.eml`, certificate())).status).toBe(404);
    // Word's newer members are no business of Outlook; Outlook's own script looks for another one before it.
    const pane = (await ask(`${paneUrl}/outlook/taskpane.html`, certificate())).body.toString();
    const [before] = /content="(\S+) \/office-js\/office\.js"/.exec(pane)!.slice(1);
    expect(before).toBe("/office-host/outlook/microsoft-ajax.js");
    expect((await ask(paneUrl + before!, certificate())).body.toString()).toContain("Sys");
    expect((await ask(`${paneUrl}/word/taskpane.html`, certificate())).body.toString()).not.toContain("ajax");
  });

  test("serves the unmodified office.js and the files it loads", async () => {
    const { paneUrl } = await start();
    const original = join(__dirname, "../../../node_modules/@microsoft/office-js/dist");
    for (const file of ["office.js", "word-web-16.00.js", "ja-jp/office_strings.js"]) {
      const answer = await ask(`${paneUrl}/office-js/${file}`, certificate());
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
      expect(answer.body.equals(readFileSync(join(original, file)))).toBe(true);
    }
  });

  test("the pane is told to load the generated members after office.js, and nothing private is beside them", async () => {
    const { paneUrl } = await start();
    const html = (await ask(`${paneUrl}/word/taskpane.html`, certificate())).body.toString();
    const [, script] = /<meta name="office-scripts" content="\/office-js\/office.js (\S+)">/.exec(html)!;
    const answer = await ask(paneUrl + script!, certificate());
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toContain("applyWordProxies(window");
    expect((await ask(`${paneUrl}/office-host/localhost.key`, certificate())).status).toBe(404);
    expect((await ask(`${paneUrl}/office-host/../localhost.key`, certificate())).status).toBe(404);
  });

  test("localhost is reached over IPv4 and IPv6, and numbers lead to the name", async () => {
    const { hostUrl, paneUrl } = await start();
    for (const address of ["127.0.0.1", "[::1]"]) {
      const pane = await ask(`${paneUrl.replace("localhost", address)}/api/health`, certificate());
      expect(pane.status).toBe(200);
      const host = await ask(`${hostUrl.replace("localhost", address)}/?x=1`, certificate());
      expect([host.status, host.headers.location]).toEqual([302, `${hostUrl}/?x=1`]);
    }
  });

  test("with nothing set, the offline engine answers inside this process", async () => {
    const { paneUrl, hostUrl } = await start();
    const models = JSON.parse((await ask(`${paneUrl}/api/models`, certificate())).body.toString()) as {
      defaultModel: string;
    };
    expect(models.defaultModel).toBe("offline-extractive");
    const step = summarizeStep({ model: "offline-extractive", declaredClass: "2" });
    const answer = await ask(`${paneUrl}/api/steps`, certificate(), { method: "POST", body: JSON.stringify(step) });
    expect(answer.body.toString()).toMatch(/"type":"text-delta".*"type":"finished","reason":"stop"/s);
    expect(hostUrl).not.toBe(paneUrl);
  });

  test("with an upstream in the environment the same start talks to it", async () => {
    const upstream = await startModelServer(answerReply("要約である。[1]"));
    try {
      const { paneUrl } = await start({
        environment: { GENAI_UPSTREAM_URL: upstream.url, GENAI_UPSTREAM_MODEL: "stand-in" },
      });
      const answer = await ask(`${paneUrl}/api/steps`, certificate(), {
        method: "POST",
        body: JSON.stringify(summarizeStep()),
      });
      expect(answer.body.toString()).toContain("要約である。[1]");
      expect(upstream.requests).toHaveLength(1);
    } finally {
      await upstream.close();
    }
  });

  test("a port that was asked for and is taken is said by name; nothing is left listening", async () => {
    const first = await start();
    const taken = Number(new URL(first.paneUrl).port);
    const second = await start();
    await second.stop();
    const hostUrl = new URL(second.hostUrl);
    await expect(start({ panePort: taken, hostPort: Number(hostUrl.port) })).rejects.toThrow(PortInUseError);
    await expect(ask(hostUrl.href, certificate())).rejects.toThrow("ECONNREFUSED");
  });

  test("ports of the environment are checked before anything starts", async () => {
    const ports = (PORT: string, HOST_PORT: string) =>
      startPlayground({ environment: { PORT, HOST_PORT }, build: false, builtFolder, localFolder });
    await expect(ports("9443", "9443")).rejects.toThrow("must differ");
    await expect(ports("nine", "9444")).rejects.toThrow("PORT must be a port");
  });

  test("stops within its time although a client keeps a connection", async () => {
    const playground = await start();
    const socket = connect(Number(new URL(playground.paneUrl).port), "localhost", { ca: certificate() });
    await new Promise((resolve) => socket.on("secureConnect", resolve));
    const startedAt = Date.now();
    await playground.stop();
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    socket.destroy();
  });

  test("logs to a file, without texts", async () => {
    const { paneUrl } = await start();
    await ask(`${paneUrl}/api/steps`, certificate(), {
      method: "POST",
      body: JSON.stringify(
        summarizeStep({
          model: "offline-extractive",
          blocks: [{ id: "1", text: "目印の本文である。", kind: "paragraph" }],
        }),
      ),
    });
    const log = readFileSync(join(localFolder, "playground.log"), "utf8");
    expect(log).toContain("step ended");
    expect(log).not.toContain("目印の本文");
  });
});

describe("the certificate", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "certificate-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is used again until a week before its end, and its key is for its owner only", async () => {
    const first = await localCertificate(folder);
    expect(await localCertificate(folder)).toEqual(first);
    expect(statSync(join(folder, "localhost.key")).mode & 0o077).toBe(0);
    const almostOver = new Date(Date.now() + 360 * 86_400_000);
    expect((await localCertificate(folder, almostOver)).cert).not.toBe(first.cert);
  });

  test("is made anew when a file is broken, foreign or missing", async () => {
    const first = await localCertificate(folder);
    writeFileSync(join(folder, "localhost.crt"), "junk");
    const second = await localCertificate(folder);
    expect(second.cert).toContain("BEGIN CERTIFICATE");
    writeFileSync(join(folder, "localhost.key"), first.key);
    const third = await localCertificate(folder);
    expect(third.key).not.toBe(first.key);
    rmSync(join(folder, "localhost.key"));
    expect((await localCertificate(folder)).key).not.toBe(third.key);
  });
});

describe("withLock", () => {
  test("one at a time, released after a failure, and a lock of a dead process does not count", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lock-"));
    const file = join(folder, "local", "build.lock");
    try {
      let inside = 0;
      let most = 0;
      const work = async (): Promise<void> => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 50));
        inside--;
      };
      await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
      expect(most).toBe(1);
      await expect(withLock(file, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
      const gone = spawnSync(process.execPath, ["-e", ""]).pid;
      writeFileSync(file, String(gone));
      await withLock(file, work);
      expect(existsSync(file)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("isStale", () => {
  test("pages are stale when one is missing, or a source is newer than the last build", async () => {
    const repository = mkdtempSync(join(tmpdir(), "stale-"));
    const localFolder = join(repository, ".local");
    const options = { repository, localFolder };
    const write = (path: string): void => {
      mkdirSync(join(repository, path, ".."), { recursive: true });
      writeFileSync(join(repository, path), "x");
    };
    try {
      write("shared/src/a.ts");
      expect(await isStale(options)).toBe(true);
      write("dist/word/taskpane.html");
      expect(await isStale(options)).toBe(true);
      write("dist/admin/index.html");
      expect(await isStale(options)).toBe(true);
      write("dist/outlook/taskpane.html");
      expect(await isStale(options)).toBe(true);
      write("dist/playground/index.html");
      expect(await isStale(options)).toBe(true);
      write("dist/playground/mail.html");
      expect(await isStale(options)).toBe(true);
      write("dist/teams/tab.html");
      expect(await isStale(options)).toBe(true);
      write("dist/playground/teams.html");
      expect(await isStale(options)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 20));
      write(".local/last-build");
      expect(await isStale(options)).toBe(false);
      await new Promise((resolve) => setTimeout(resolve, 20));
      write("shared/tsconfig.tsbuildinfo");
      write("word-addin/node_modules/x/index.js");
      expect(await isStale(options)).toBe(false);
      write("shared/src/a.ts");
      expect(await isStale(options)).toBe(true);
    } finally {
      rmSync(repository, { recursive: true });
    }
  });
});
