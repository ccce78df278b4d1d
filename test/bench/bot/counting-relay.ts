import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRelay, defaultModelsFile, readModelsFile, relayDefaults } from "@genai-office/relay";
import type { Step } from "@genai-office/shared/vocabulary";
import type { UpstreamsConfig } from "../../../relay/src/config/upstream-settings";
import { stepKey } from "../../../teams-bot/src/jobs/checkpointed-runner";
import { startAiAppServer } from "../../support/ai-app/ai-app-server";
import { testCard } from "../../support/test-step";

/** A step that was asked of the relay. */
export interface AskedStep {
  /** Run of the step: the job. */
  run: string;
  /** What the bot knows the step by. */
  key: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** A relay with the embedded engine, behind a way that notes every step and takes its time. */
export interface CountingRelay {
  url: string;
  asked: AskedStep[];
  /** What its AI app was asked, each time it was. */
  invocations(): string[];
  stop(): Promise<void>;
}

/** An app that takes long, and costs each time. */
const app = {
  id: "archive",
  name: "要綱の検索",
  description: "",
  howToUse: "",
  form: { question: { type: "textarea", title: "質問", required: true } },
};

/**
 * Its model has the limits of the smallest that are on trial (8k tokens), so that a meeting takes many steps.
 * @param delayMs how long a step waits before the relay sees it, as a model would let wait; each up to half more or less
 */
export async function startCountingRelay(delayMs: number): Promise<CountingRelay> {
  const catalogue = readModelsFile(defaultModelsFile);
  const cards = catalogue.models.map((card) => ({ ...card, contextTokens: 8_192, outputTokens: 2_048 }));
  const appCard = testCard({ id: "app", contract: "ai-app", upstream: "app", tasks: ["research"], clearance: "1" });
  const folder = mkdtempSync(join(tmpdir(), "counting-relay-"));
  const file = join(folder, "app-key");
  writeFileSync(file, "app-key");
  const apps = await startAiAppServer({
    looks: [{ status: "IN_PROGRESS" }, { status: "COMPLETED", outputs: "要綱第三条によります。" }],
  });
  const upstream = {
    contract: "ai-app",
    invokeUrl: apps.requestsUrl,
    credentials: { kind: "key-file", file, header: "x-api-key" },
    app,
  };
  const connections = { upstreams: new Map([["app", upstream]]), signIns: new Map() } as unknown as UpstreamsConfig;
  const relay = createRelay({
    ...relayDefaults,
    port: 0,
    logLevel: "silent",
    catalogue: { ...catalogue, models: [...cards, appCard] },
    connections,
  });
  const { port } = await relay.start();
  const asked: AskedStep[] = [];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const body = Buffer.concat(parts);
      const { method, url, headers } = incoming;
      const isStep = url === "/api/steps";
      if (isStep) {
        const step = JSON.parse(body.toString("utf8")) as Step;
        asked.push({ run: step.run ?? "", key: stepKey(step), at: Date.now() });
      }
      const pass = (): void => {
        // Who asked may be gone by now: a node that was killed.
        if (response.destroyed) return;
        const to = { ...headers, host: `127.0.0.1:${port}` };
        const outgoing = forward({ port, host: "127.0.0.1", method, path: url, headers: to }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        outgoing.on("error", () => response.destroy());
        response.on("close", () => outgoing.destroy());
        outgoing.end(body);
      };
      if (isStep && delayMs > 0) setTimeout(pass, delayMs * (0.5 + Math.random()));
      else pass();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    invocations: () =>
      apps.requests.flatMap(({ method, json }) =>
        method === "POST" ? [(json as { inputs: { question: string } }).inputs.question] : [],
      ),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await relay.stop();
      await apps.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
