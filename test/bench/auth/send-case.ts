import { request } from "node:http";

/** One token, good or wrong in one way, as headers of a request. */
export interface AuthCase {
  name: string;
  expected: "accepted" | "refused";
  /** Names and values in turn, so that a header can stand there twice. */
  headers: string[];
  /** Added to the address. */
  query?: string;
  /** In the place of the target's own body. */
  body?: string;
}

/** What the cases are sent to. */
export interface AuthTarget {
  name: "relay" | "bot";
  port: number;
  method: "GET" | "POST";
  path: string;
  body?: string;
  cases: AuthCase[];
  close(): Promise<void>;
  /** Refusals seen so far, by status: without ids and times. */
  seen: Map<number, string>;
}

export interface AuthRow {
  target: string;
  case: string;
  expected: "accepted" | "refused";
  outcome: "accepted" | "refused" | "other";
  status: number;
  code: string | null;
  leaked: boolean;
}

interface Answer {
  status: number;
  headers: string[];
  body: string;
}

/** 431: HTTP itself takes no headers of that size, and says nothing more. */
const refusals = [401, 403, 431];

/** Words that would tell what was wrong. */
const telling =
  /expired|signature|audience|issuer|tenant|scope|kid|jwk|alg\b|claim|malformed|invalid|token|nbf|exp\b|aud\b|iss\b|jwt/i;

function send(target: AuthTarget, one: AuthCase): Promise<Answer> {
  const { port, method } = target;
  const body = one.body ?? target.body ?? "";
  const headers = ["Host", `127.0.0.1:${port}`, "Content-Type", "application/json", ...one.headers];
  if (method === "POST") headers.push("Content-Length", String(Buffer.byteLength(body)));
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port, method, path: target.path + (one.query ?? ""), headers },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part));
        reply.on("end", () =>
          resolve({ status: reply.statusCode ?? 0, headers: reply.rawHeaders, body: Buffer.concat(parts).toString() }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(method === "POST" ? body : undefined);
  });
}

function codeOf(body: string): string | null {
  try {
    const parsed = JSON.parse(body) as { error?: { code?: string } };
    return parsed.error?.code ?? null;
  } catch {
    // No JSON: no code.
    return null;
  }
}

/** What one refusal may have in common with no other: ids and times. */
function shapeOf({ headers, body }: Answer): string {
  const stable = headers.filter((_, index) => !/^(x-request-id|date)$/i.test(headers[index - (index % 2)] ?? ""));
  return JSON.stringify([stable, body.replace(/"requestId":"[0-9a-f-]{36}"/, '"requestId":"-"')]);
}

/** Detail is told by words, or by a difference between two refusals of one status. */
function tellsWhy(target: AuthTarget, answer: Answer): boolean {
  const shape = shapeOf(answer);
  const first = target.seen.get(answer.status) ?? shape;
  target.seen.set(answer.status, first);
  const challenge = answer.headers.filter((_, index) => /^www-authenticate$/i.test(answer.headers[index - 1] ?? ""));
  return shape !== first || telling.test(answer.body) || challenge.some((value) => value !== "Bearer");
}

/** Sends one case and judges the answer. */
export async function sendCase(target: AuthTarget, one: AuthCase): Promise<AuthRow> {
  const answer = await send(target, one);
  const { status } = answer;
  const outcome = status >= 200 && status < 300 ? "accepted" : refusals.includes(status) ? "refused" : "other";
  const leaked = outcome !== "accepted" && tellsWhy(target, answer);
  return {
    target: target.name,
    case: one.name,
    expected: one.expected,
    outcome,
    status,
    code: codeOf(answer.body),
    leaked,
  };
}
