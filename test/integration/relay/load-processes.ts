import { Child } from "../../bench/client/child";
import type { LoadOrder } from "../../bench/relay/load-process";
import { startRelayProcess, type RelayProcess } from "../../bench/relay/relay-process";
import type { UpstreamOrder, UpstreamState } from "../../bench/relay/upstream-process";

/** Model server, relay (started as in production) and clients, each in a process of its own. */
export interface LoadProcesses {
  relay: RelayProcess;
  /** Lets the clients do something. */
  ask<Reply>(order: LoadOrder): Promise<Reply>;
  /** What the model server sees. */
  state(order?: UpstreamOrder): Promise<UpstreamState>;
  stop(): Promise<void>;
}

/** Starts the three. `environment` is the relay's. */
export async function startLoadProcesses(
  environment: Record<string, string> = {},
  tokens: readonly string[] = [],
): Promise<LoadProcesses> {
  const { child: upstream, first } = await Child.start<{ port: number }>(file("upstream-process.ts"));
  const relay = await startRelayProcess(first.port, environment);
  const { child: load } = await Child.start(
    file("load-process.ts"),
    String(first.port),
    String(relay.port),
    tokens.join(","),
  );
  return {
    relay,
    ask: (order) => load.ask(order),
    state: (order = "state") => upstream.ask(order as unknown as object),
    async stop() {
      load.stop();
      await relay.stop();
      upstream.stop();
    },
  };
}

function file(name: string): URL {
  return new URL(`../../bench/relay/${name}`, import.meta.url);
}
