import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { people, startConnector, type Connector, type ConnectorOptions } from "../../../playground/src/teams/connector";
import { createChannel, type Channel, type ChannelOptions, type Conversation } from "../../../teams-bot/src/channel";
import { watchRequests } from "./requests-under-way";
import { createVirtualClock, type VirtualClock } from "./virtual-clock";

export const personalChat = "a:1takasaki";
export const groupChat = "19:group@thread.v2";
export const takasaki = people[0]!;

/** A channel and a connector, one on the wire of the other. */
export interface WiredChannel {
  connector: Connector;
  channel: Channel;
  clock: VirtualClock;
  defects: unknown[];
  /** Where the bot speaks in a chat of the connector. */
  conversation(id?: string): Conversation;
  stop(): Promise<void>;
}

export interface WiringOptions {
  connector?: ConnectorOptions;
  channel?: Partial<ChannelOptions>;
  /** Real time instead of one that runs as fast as it can. */
  realTime?: boolean;
}

/** Of a channel that meets a silent connector: real time, which a busy machine needs for answers that do come. */
export const impatient: WiringOptions = { channel: { requestMs: 1_000 } };

/** Wires a channel to a connector; time is the tests'. */
export async function wireChannel(options: WiringOptions = {}): Promise<WiredChannel> {
  const requests = watchRequests();
  const clock = createVirtualClock(
    () => requests.count > 0 || connector.log.some(({ endedAt }) => endedAt === undefined),
  );
  const timed = options.realTime === true ? {} : { now: clock.now };
  const connector: Connector = await startConnector({ ...timed, ...options.connector });
  const defects: unknown[] = [];
  const channel = createChannel({
    credentials: undefined,
    handler: { onEvent: () => Promise.resolve(), onMessageAction: () => Promise.resolve({ kind: "close" }) },
    onDefect: (error) => void defects.push(error),
    ...(options.realTime === true ? {} : { clock }),
    ...options.channel,
  });
  const bot = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const activity: unknown = JSON.parse(Buffer.concat(parts).toString());
      void channel.receive(request.headers.authorization ?? "", activity).then(({ status, body }) => {
        response.writeHead(status, { "Content-Type": "application/json" });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      });
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  connector.connect(`http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`);
  return {
    connector,
    channel,
    clock,
    defects,
    conversation: (id = personalChat) => ({
      channelId: "msteams",
      serviceUrl: connector.url,
      id,
      kind: id === personalChat ? "personal" : "group",
      tenant: "",
      bot: { id: "28:0f0f0f0f-aaaa-4bbb-8ccc-000000000200", name: "AIアシスト" },
      person: { id: takasaki.id, name: takasaki.name, objectId: takasaki.objectId },
      locale: "ja-JP",
    }),
    async stop() {
      requests.stop();
      await connector.stop();
      bot.closeAllConnections();
      await new Promise<void>((resolve) => bot.close(() => resolve()));
    },
  };
}
