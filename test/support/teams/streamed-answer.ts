import type { AnswerStream, Outgoing } from "../../../teams-bot/src/channel";
import type { WireActivity } from "../../../playground/src/teams/connector";
import type { WiredChannel } from "./wired-channel";

export interface StreamInfo {
  type: string;
  streamType: string;
  streamSequence?: number;
  streamId?: string;
}

/** The `streaminfo` of what the bot sent; it has to be the first entity. */
export const streamInfoOf = (request: WireActivity): StreamInfo | undefined =>
  request.entities?.[0] as StreamInfo | undefined;

export const generated = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({ text, generated: true, ...more });

/** Writes a text a sentence at a time, each so many milliseconds after the last. @returns the text */
export async function writeText(
  { clock }: WiredChannel,
  stream: AnswerStream,
  sentences: number,
  gapMs: number,
): Promise<string> {
  let text = "";
  for (let index = 1; index <= sentences && !stream.stopped.aborted; index++) {
    text += `第${index}文。`;
    stream.show(text);
    await clock.sleep(gapMs, stream.stopped);
  }
  return text;
}

/** Streams an answer to its end, with time passing. */
export function streamAnswer(
  wired: WiredChannel,
  stream: AnswerStream,
  sentences: number,
  gapMs: number,
  more: Partial<Outgoing> = {},
): Promise<{ text: string; id: string }> {
  const work = async () => {
    const text = await writeText(wired, stream, sentences, gapMs);
    return { text, id: await stream.finish(generated(text, more)) };
  };
  return wired.clock.until(work());
}
