import type { WireActivity } from "./activity";

/** One request and its answer, either way. All of it is JSON. */
export interface Exchange {
  number: number;
  direction: "to-bot" | "to-connector";
  method: string;
  path: string;
  /** Milliseconds of the connector's clock. */
  startedAt: number;
  /** Undefined while it is not answered. */
  endedAt?: number;
  request?: unknown;
  /** Undefined when no answer came. */
  status?: number;
  response?: unknown;
  /** Kind of the fault that met it. */
  fault?: string;
  /** What went wrong with a request to the bot. */
  failure?: "timeout" | "unreachable";
  /** Whether the request had a token. */
  authorized: boolean;
}

/** Keeps the newest exchanges. */
export class ExchangeLog {
  readonly exchanges: Exchange[] = [];
  private count = 0;

  constructor(
    private readonly now: () => number,
    private readonly changed: (exchange: Exchange) => void,
    private readonly most = 5_000,
  ) {}

  begin(exchange: Pick<Exchange, "direction" | "method" | "path" | "request" | "authorized">): Exchange {
    const begun: Exchange = { number: ++this.count, startedAt: this.now(), ...exchange };
    this.exchanges.push(begun);
    if (this.exchanges.length > this.most) this.exchanges.shift();
    return begun;
  }

  end(exchange: Exchange, outcome: Partial<Pick<Exchange, "status" | "response" | "fault" | "failure">>): void {
    Object.assign(exchange, outcome, { endedAt: this.now() });
    this.changed(exchange);
  }

  /** Activities that the bot has sent, in their order, whatever came of them. */
  sent(match: { method?: string; conversation?: string } = {}): (Exchange & { request: WireActivity })[] {
    return this.exchanges.filter(
      (exchange): exchange is Exchange & { request: WireActivity } =>
        exchange.direction === "to-connector" &&
        ["POST", "PUT"].includes(exchange.method) &&
        (match.method ?? exchange.method) === exchange.method &&
        /^\/v3\/conversations\/[^/]+\/activities/.test(exchange.path) &&
        (match.conversation === undefined || match.conversation === conversationOf(exchange.path)),
    );
  }
}

/** Without the thread of a channel. */
function conversationOf(path: string): string {
  return decodeURIComponent(path.split("/")[3] ?? "").split(";")[0]!;
}
