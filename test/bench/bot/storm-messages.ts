import type { Connector, Delivery } from "../../../playground/src/teams/connector";
import { longMeeting } from "./long-meeting";

/** Kinds of jobs that people ask for; a delivery follows minutes whose file somebody accepts. */
export const stormKinds = ["minutes", "ask", "summarize", "translate", "message-action", "research"] as const;
export type StormKind = (typeof stormKinds)[number];

/** Something that a person does in a chat. */
export interface StormMessage {
  kind: StormKind;
  /** Sends it to the bot for the first time. */
  send(): Promise<Delivery>;
}

/**
 * So many messages, of all kinds in turn, spread over the personal chats of a fake Teams.
 * @param turns of each meeting and text: more of them are more steps
 */
export function stormMessages(connector: Connector, count: number, turns: number): StormMessage[] {
  const chats = connector.conversations.filter(({ kind }) => kind === "personal");
  return Array.from({ length: count }, (_, index) => {
    const kind = stormKinds[index % stormKinds.length]!;
    const number = index + 1;
    const { id, members } = chats[index % chats.length]!;
    const person = members[0]!;
    const say = (text: string, file?: { name: string; bytes: Uint8Array }): Promise<Delivery> =>
      connector.deliver(connector.compose(id, person, text, file === undefined ? {} : { files: [file] }));
    const send: Record<StormKind, () => Promise<Delivery>> = {
      minutes: () => say("議事録", { name: `会議${number}_20260715.vtt`, bytes: longMeeting(number, turns) }),
      ask: () => say("費用はいくらを見込んでいますか。", textFile(number, turns)),
      summarize: () => say("要約", textFile(number, turns)),
      translate: () => say("翻訳", textFile(number, Math.ceil(turns / 4))),
      "message-action": () => {
        const message = connector.compose(id, person, textOf(number, 12));
        const data = { request: `storm-${number}`, step: "start", length: "100" };
        return connector.messageAction(id, person, message.id!, "summarize", data);
      },
      research: () => say(`調べる 1 第${number}案の根拠となる要綱を教えてください`),
    };
    return { kind, send: send[kind] };
  });
}

function textFile(number: number, turns: number): { name: string; bytes: Uint8Array } {
  return { name: `資料${number}.txt`, bytes: new TextEncoder().encode(textOf(number, turns)) };
}

/** What is said in a meeting, as a text. */
function textOf(number: number, turns: number): string {
  const cues = new TextDecoder().decode(longMeeting(number, turns)).split("\n\n").slice(1);
  return cues.map((cue) => cue.replace(/^.*\n<v [^>]*>|<\/v>$/g, "")).join("\n");
}
