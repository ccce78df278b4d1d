import type { GenaiError } from "@genai-office/shared/vocabulary";
import type { Outgoing, Speech } from "../../../teams-bot/src/channel/outgoing";

/** What was said into a conversation, in its order. */
export interface Said {
  kind: "post" | "update";
  activity: string;
  text: string;
  card: object | undefined;
  /** Name of the file that was offered, and its size. */
  file: string | undefined;
  bytes: number | undefined;
}

/** A speech that keeps what was said; it can be made to fail. */
export interface RecordedSpeech extends Speech {
  said: Said[];
  /** Thrown by the next calls, one each; undefined lets one through. */
  failures: (GenaiError | undefined)[];
  /** Called before each call is answered. */
  before: ((said: Said) => Promise<void>) | undefined;
  posts(): Said[];
  updatesOf(activity: string): Said[];
}

export function recordedSpeech(): RecordedSpeech {
  let last = 0;
  const speech: RecordedSpeech = {
    said: [],
    failures: [],
    before: undefined,
    posts: () => speech.said.filter(({ kind }) => kind === "post"),
    updatesOf: (activity) => speech.said.filter((one) => one.kind === "update" && one.activity === activity),
    post: async (_conversation, message, options) => {
      const activity = `activity-${(last += 1)}`;
      await say("post", activity, message);
      await options?.onStarted?.(activity);
      return activity;
    },
    typing: () => Promise.resolve(),
    update: (_conversation, activity, message) => say("update", activity, message),
    stream: () => {
      throw new Error("no job of these tests streams");
    },
  };
  async function say(kind: Said["kind"], activity: string, message: Outgoing): Promise<void> {
    const failure = speech.failures.shift();
    if (failure !== undefined) throw failure;
    const { text, card, file } = message;
    const said = { kind, activity, text, card, file: file?.name, bytes: file?.bytes };
    await speech.before?.(said);
    speech.said.push(said);
  }
  return speech;
}
