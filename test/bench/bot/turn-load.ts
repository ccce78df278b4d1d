import { Agent, request } from "node:http";
import type { Connector } from "../../../playground/src/teams/connector";

/** What a bot made of messages: how long each waited for its acknowledgement, milliseconds; how many were refused. */
export interface TurnTimes {
  acknowledged: number[];
  refused: number;
}

export interface Turns {
  /** One after the other. */
  sequence(url: string, count: number): Promise<TurnTimes>;
  /** As many as go, so many at once; messages a second. */
  throughput(url: string, atOnce: number, milliseconds: number): Promise<number>;
}

/** Messages of many people in their personal chats, each a new one, signed as the service of Teams signs them. */
export function createTurns(connector: Connector, text: string): Turns {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const personal = connector.conversations.filter(({ kind }) => kind === "personal");
  const authorization = `Bearer ${connector.token()}`;
  let count = 0;

  function send(url: string): Promise<{ ms: number; status: number }> {
    const conversation = personal[(count += 1) % personal.length]!;
    const body = Buffer.from(JSON.stringify(connector.compose(conversation.id, conversation.members[0]!, text)));
    const headers = {
      "Content-Type": "application/json",
      "Content-Length": body.length,
      Authorization: authorization,
    };
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const sent = request(url, { method: "POST", agent, headers }, (response) => {
        response.resume();
        response.once("end", () => resolve({ ms: performance.now() - begun, status: response.statusCode ?? 0 }));
      });
      sent.once("error", reject);
      sent.end(body);
    });
  }

  return {
    async sequence(url, turns) {
      const times: TurnTimes = { acknowledged: [], refused: 0 };
      for (let turn = 0; turn < turns; turn += 1) {
        const { ms, status } = await send(url);
        if (status === 200) times.acknowledged.push(ms);
        else times.refused += 1;
      }
      return times;
    },
    async throughput(url, atOnce, milliseconds) {
      const begun = performance.now();
      let done = 0;
      const work = async (): Promise<void> => {
        while (performance.now() - begun < milliseconds) if ((await send(url)).status === 200) done += 1;
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return (done * 1_000) / (performance.now() - begun);
    },
  };
}
