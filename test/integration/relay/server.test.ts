import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { get } from "node:https";
import { join } from "node:path";
import { ConfigurationError, createRelay, PortInUseError, readEnvironment, relayDefaults } from "@genai-office/relay";
import { localCertificate } from "../../../playground/src/server/certificate";
import { paneApplication, relayApplication, testTenant } from "../../support/entra/tenant";
import { startModelServer, type ModelServer, type Reply } from "../../support/model-server";
import { answerReply, bodyReply, chatChunk } from "../../support/model-server-replies";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { post, readEvents, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

/** Resolves when a stopped response takes bytes again, or is closed; leaves no listener behind. */
function writableAgain(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    function settle(): void {
      response.off("drain", settle).off("close", settle);
      resolve();
    }
    response.on("drain", settle).on("close", settle);
  });
}

const floodBytes = 60_000_000;

/** Writes as fast as the reader takes it, up to 60 MB, and tells how much it has written. */
function floodReply(onWritten: (bytes: number) => void): Reply {
  const piece = chatChunk("あ".repeat(5000));
  return async (response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    for (let written = 0; written < floodBytes && !response.destroyed; written += Buffer.byteLength(piece)) {
      onWritten(Buffer.byteLength(piece));
      if (!response.write(piece)) await writableAgain(response);
    }
    response.end();
  };
}

/** Asks for a summary on a bare socket and reads nothing of the answer. */
function silentReader(port: number): Socket {
  const body = JSON.stringify(summarizeStep());
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.pause();
  socket.write(
    `POST /api/steps HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return socket;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("the relay's server", () => {
  const cleanUps: (() => Promise<unknown> | unknown)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });

  async function upstreamWith(...replies: Parameters<typeof startModelServer>): Promise<ModelServer> {
    const upstream = await startModelServer(...replies);
    cleanUps.push(() => upstream.close());
    return upstream;
  }
  async function relayWith(options: Parameters<typeof startRelay>[0]): Promise<RelayUnderTest> {
    const under = await startRelay(options);
    cleanUps.push(() => under.relay.stop());
    return under;
  }

  test("models and health tell what a client needs and no address or key", async () => {
    const upstream = await upstreamWith(answerReply("x"));
    const under = await relayWith({ upstreamUrl: upstream.url, displayName: "省内アシスト" });
    const models = await (await fetch(`${under.origin}/api/models`)).json();
    expect(models).toMatchObject({
      defaultModel: "stand-in",
      displayName: "省内アシスト",
      models: [{ id: "stand-in", contract: "openai" }],
    });
    expect(JSON.stringify(models)).not.toContain("127.0.0.1");
    expect(JSON.stringify(models)).not.toContain("upstreamModel");
    const health = await (await fetch(`${under.origin}/api/health`)).json();
    expect(health).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      database: "none",
      upstream: "openai",
      switchedOff: "none",
      signIn: "development",
    });
    expect((await fetch(`${under.origin}/api/nothing`)).status).toBe(404);
    expect(upstream.connections()).toBe(0);
  });

  test("answers on both loopback addresses when it binds to localhost", async () => {
    const upstream = await upstreamWith(answerReply("x"));
    const under = await relayWith({ upstreamUrl: upstream.url, host: "localhost" });
    for (const host of ["127.0.0.1", "[::1]", "localhost"]) {
      expect((await fetch(`http://${host}:${under.port}/api/models`)).status).toBe(200);
    }
  });

  test("a taken port is said by name, and binding beyond loopback is refused", async () => {
    const upstream = await upstreamWith(answerReply("x"));
    const under = await relayWith({ upstreamUrl: upstream.url });
    await expect(startRelay({ upstreamUrl: upstream.url, port: under.port })).rejects.toThrow(PortInUseError);
    expect(() => createRelay({ ...readEnvironment({}), host: "0.0.0.0" })).toThrow(ConfigurationError);
  });

  test("a card without a server to ask is not offered", async () => {
    const { catalogue } = readEnvironment({ GENAI_UPSTREAM_URL: "http://127.0.0.1:9/v1", GENAI_UPSTREAM_MODEL: "m" });
    const relay = createRelay({ ...relayDefaults, catalogue, logLevel: "silent" });
    const headers = { Host: `localhost:${relayDefaults.port}` };
    const models = (await (await relay.fetch(new Request("http://localhost/api/models", { headers }))).json()) as {
      models: { id: string }[];
      defaultModel: string;
    };
    expect(models.models.map(({ id }) => id)).toEqual(["offline-extractive"]);
    expect(models.defaultModel).toBe("offline-extractive");
  });

  test("serves the panes with their headers, and no host page", async () => {
    const root = mkdtempSync(join(tmpdir(), "relay-panes-"));
    cleanUps.push(() => rmSync(root, { recursive: true }));
    mkdirSync(join(root, "word"));
    mkdirSync(join(root, "playground"));
    writeFileSync(
      join(root, "word/taskpane.html"),
      "<title>{{displayName}}</title><script src='{{officeJsUrl}}'></script>",
    );
    writeFileSync(join(root, "word/big.js"), "x".repeat(300_000));
    writeFileSync(join(root, "playground/index.html"), "host");
    const upstream = await upstreamWith(answerReply("x"));
    const under = await relayWith({
      upstreamUrl: upstream.url,
      staticRoot: root,
      frameAncestors: ["https://localhost:8444"],
    });
    const page = await fetch(`${under.origin}/word/taskpane.html?_host_Info=Word`);
    expect(await page.text()).toContain("<title>AIアシスト</title><script src='https://appsforoffice.microsoft.com/");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'self' https://localhost:8444");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("origin-agent-cluster")).toBe("?1");
    expect((await (await fetch(`${under.origin}/word/big.js`)).text()).length).toBe(300_000);
    for (const path of ["/playground/index.html", "/word/", "/package.json", "/..%2f..%2fetc/passwd", "/"]) {
      expect((await fetch(under.origin + path)).status).toBe(404);
    }
    expect((await fetch(`${under.origin}/word/taskpane.html`, { method: "POST" })).status).toBe(404);
  });

  test("a reader that takes its time slows the upstream down instead of filling memory", async () => {
    let written = 0;
    const upstream = await upstreamWith(floodReply((bytes) => (written += bytes)));
    const under = await relayWith({ upstreamUrl: upstream.url });
    const socket = silentReader(under.port);
    while (upstream.requests.length === 0) await pause(10);
    let before = -1;
    while (before !== written) {
      before = written;
      await pause(300);
    }
    // What was written sits in socket buffers of the system (a few MB), and the upstream waits.
    expect(written).toBeLessThan(floodBytes / 3);
    socket.destroy();
    expect(await upstream.requests[0]!.closedByClient).toBe(true);
  });

  test("a reader that reads nothing for too long is cut off, and so is the upstream", async () => {
    const upstream = await upstreamWith(floodReply(() => undefined));
    const under = await relayWith({ upstreamUrl: upstream.url, heartbeatMs: 100, stalledReaderMs: 400 });
    const socket = silentReader(under.port);
    while (upstream.requests.length === 0) await pause(10);
    const closed = await Promise.race([upstream.requests[0]!.closedByClient, pause(8000)]);
    expect(closed).toBe(true);
    expect(under.logged().find(({ msg }) => msg === "step ended")).toMatchObject({
      outcome: "aborted",
      clientGone: true,
    });
    socket.destroy();
  });

  test("stopping lets an answer finish that needs less than the grace time", async () => {
    const upstream = await upstreamWith(
      bodyReply([
        chatChunk("一"),
        300,
        chatChunk("二"),
        'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n',
        "data: [DONE]\n\n",
      ]),
    );
    const under = await relayWith({ upstreamUrl: upstream.url, shutdownGraceMs: 3000 });
    const response = await post(`${under.origin}/api/steps`, summarizeStep());
    const events = readEvents(response);
    await pause(100);
    const stopped = under.relay.stop();
    // Load balancers are told; nothing new is begun.
    const health = await fetch(`${under.origin}/api/health`);
    expect([health.status, await health.json()]).toMatchObject([503, { status: "stopping" }]);
    expect((await post(`${under.origin}/api/steps`, summarizeStep())).status).toBe(503);
    expect((await events).map(({ type }) => type)).toEqual(["text-delta", "text-delta", "finished"]);
    await stopped;
    await expect(fetch(`${under.origin}/api/health`)).rejects.toThrow();
  });

  describe("as a process", () => {
    const repository = join(__dirname, "../../..");

    async function startProcess(environment: Record<string, string>): Promise<{
      child: ChildProcess;
      output: () => string;
      exit: Promise<number | null>;
    }> {
      const directory = await temporaryDatabaseFolder();
      cleanUps.push(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
      const child = spawn(process.execPath, ["--import", "tsx", "relay/src/main.ts"], {
        cwd: repository,
        env: { PATH: process.env.PATH ?? "", RELAY_PORT: "0", DATABASE_DIRECTORY: directory, ...environment },
      });
      let output = "";
      child.stdout.on("data", (piece: Buffer) => (output += piece.toString()));
      child.stderr.on("data", (piece: Buffer) => (output += piece.toString()));
      cleanUps.push(() => child.kill("SIGKILL"));
      return { child, output: () => output, exit: new Promise((resolve) => child.on("exit", resolve)) };
    }

    async function addressOf(process: { output: () => string }): Promise<string> {
      for (let waited = 0; waited < 20_000; waited += 50) {
        const found = /Relay on (https?:\/\/localhost:\d+)/.exec(process.output())?.[1];
        if (found !== undefined) return found;
        await pause(50);
      }
      throw new Error(process.output());
    }

    test("SIGTERM ends running streams with unavailable after the grace time, and exits with 0", async () => {
      const upstream = await upstreamWith(bodyReply([chatChunk("一")], { end: "never" }));
      const relay = await startProcess({
        GENAI_UPSTREAM_URL: upstream.url,
        GENAI_UPSTREAM_MODEL: "stand-in",
        RELAY_SHUTDOWN_GRACE_MS: "1000",
      });
      const address = await addressOf(relay);
      expect(relay.output()).toContain("without sign-in: this machine only");
      const response = await post(`${address}/api/steps`, summarizeStep());
      const events = readEvents(response);
      await pause(200);
      const askedAt = performance.now();
      relay.child.kill("SIGTERM");
      const last = (await events).at(-1);
      expect(performance.now() - askedAt).toBeGreaterThan(900);
      expect(last).toMatchObject({ type: "failed", error: { code: "unavailable", retryable: true } });
      expect(await relay.exit).toBe(0);
      expect(performance.now() - askedAt).toBeLessThan(15_000);
      expect(await upstream.requests[0]!.closedByClient).toBe(true);
    });

    /** The least that a sign-in needs; nothing is fetched before somebody comes. */
    function signedIn(): Record<string, string> {
      const folder = mkdtempSync(join(tmpdir(), "relay-sign-in-"));
      cleanUps.push(() => rmSync(folder, { recursive: true }));
      const file = join(folder, "pseudonyms");
      writeFileSync(file, "p".repeat(43));
      return {
        ENTRA_TENANT_ID: testTenant,
        ENTRA_AUDIENCE: relayApplication,
        ENTRA_CLIENT_ID: paneApplication,
        PSEUDONYM_SECRET_FILE: file,
      };
    }

    test("an address that is not of this machine is one clear line", async () => {
      const relay = await startProcess({
        RELAY_HOST: "192.0.2.1",
        RELAY_PUBLIC_ORIGIN: "https://genai.example",
        RELAY_TLS_ELSEWHERE: "1",
        ...signedIn(),
      });
      expect(await relay.exit).toBe(1);
      expect(relay.output().trim()).toBe("Cannot start: cannot listen on 192.0.2.1 port 0 (EADDRNOTAVAIL)");
    });

    test("own TLS: key and certificate from files", async () => {
      const folder = mkdtempSync(join(tmpdir(), "relay-tls-"));
      cleanUps.push(() => rmSync(folder, { recursive: true }));
      const { cert } = await localCertificate(folder);
      const files = {
        RELAY_TLS_KEY_FILE: join(folder, "localhost.key"),
        RELAY_TLS_CERT_FILE: join(folder, "localhost.crt"),
      };
      const relay = await startProcess(files);
      const address = await addressOf(relay);
      expect(address).toMatch(/^https:/);
      const status = await new Promise((resolve, reject) => {
        get(`${address}/api/health`, { ca: cert }, (response) => resolve(response.resume().statusCode)).on(
          "error",
          reject,
        );
      });
      expect(status).toBe(200);
      writeFileSync(join(folder, "localhost.crt"), "junk");
      const broken = await startProcess(files);
      expect(await broken.exit).toBe(1);
      expect(broken.output()).toContain("RELAY_TLS_CERT_FILE");
    });

    test("a wrong setting is one clear line", async () => {
      const relay = await startProcess({ RELAY_HOST: "0.0.0.0" });
      expect(await relay.exit).toBe(1);
      expect(relay.output().trim()).toMatch(/^Cannot start: .*ENTRA_TENANT_ID.*$/);
    });
  });
});
