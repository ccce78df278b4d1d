import { randomUUID } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { closeServers, listen } from "@genai-office/relay";
import { Hono } from "hono";
import { articlesAnswer, articlesTable, findArticles } from "./find-articles";

/** How long the slow example works, so that waiting can be seen: the relay looks every half a minute. Milliseconds. */
const slowMs = 20_000;
/** Invocations that are kept; nobody asks for older ones. */
const mostKept = 100;

/** The addresses of the example. */
export interface ExampleAppServer {
  invokeUrl: string;
  requestsUrl: string;
  stop(): Promise<void>;
}

interface Inputs {
  question: string;
  count: number;
}

/**
 * An AI app of our own by the published protocol, on the loopback: `POST /invoke` answers at once, `POST /requests` accepts
 * with 202 and is asked at `GET /status/{id}`. It finds articles of the Constitution by their words and uses no model.
 */
export async function startExampleApp(workMs = slowMs): Promise<ExampleAppServer> {
  const accepted = new Map<string, { inputs: Inputs; doneAt: number }>();
  const app = new Hono();

  app.post("/invoke", async (context) => {
    const inputs = readInputs(await context.req.json().catch(() => undefined));
    if (inputs === undefined) return context.json({ error: "Invalid request: question is required" }, 400);
    return context.json({ outputs: articlesAnswer(findArticles(inputs.question, inputs.count)) });
  });

  app.post("/requests", async (context) => {
    const inputs = readInputs(await context.req.json().catch(() => undefined));
    if (inputs === undefined) return context.json({ error: "Invalid request: question is required" }, 400);
    const id = randomUUID();
    accepted.set(id, { inputs, doneAt: Date.now() + workMs });
    if (accepted.size > mostKept) accepted.delete(accepted.keys().next().value!);
    const body = {
      outputs: "リクエストを受け付けました",
      request_id: id,
      status: "PENDING",
      status_url: `/status/${id}`,
    };
    return context.json(body, 202);
  });

  app.get("/status/:id", (context) => {
    const id = context.req.param("id");
    const job = accepted.get(id);
    if (job === undefined) return context.json({ error: "not found" }, 404);
    if (Date.now() < job.doneAt) return context.json({ request_id: id, status: "IN_PROGRESS" });
    const articles = findArticles(job.inputs.question, job.inputs.count);
    const table = Buffer.from(articlesTable(articles)).toString("base64");
    return context.json({
      request_id: id,
      status: "COMPLETED",
      outputs: articlesAnswer(articles),
      artifacts: articles.length === 0 ? [] : [{ display_name: "条文の一覧.csv", content: table }],
    });
  });

  const answer = getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false });
  const listener: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing);
  const server = await listen(() => createServer(listener), "127.0.0.1", 0);
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    invokeUrl: `${origin}/invoke`,
    requestsUrl: `${origin}/requests`,
    stop: () => closeServers(server.servers, Promise.resolve(0), 0),
  };
}

function readInputs(body: unknown): Inputs | undefined {
  const inputs = (body as { inputs?: Record<string, unknown> } | null | undefined)?.inputs;
  const question = inputs?.["question"];
  if ((typeof question !== "string" && typeof question !== "number") || String(question).trim() === "")
    return undefined;
  const count = Number(inputs?.["count"] ?? 3);
  return { question: String(question), count: Number.isInteger(count) ? Math.min(5, Math.max(1, count)) : 3 };
}
