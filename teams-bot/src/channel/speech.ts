import { createAnswerStream } from "./answer-stream";
import { messageActivities } from "./message-activities";
import type { Speech } from "./outgoing";
import { isEmpty, replaceWith, restOf } from "./replace-with";
import { createSender, type SenderParts } from "./sender";

/** Speaks into conversations; what is repeated, and what is not, see `createSender`. */
export function createSpeech(parts: SenderParts): Speech {
  const sender = createSender(parts);
  return {
    async post(conversation, message) {
      const rest = restOf(conversation, message);
      const first = isEmpty(message) && rest.length > 0 ? [] : messageActivities(message);
      const ids: string[] = [];
      for (const activity of [...first, ...rest]) ids.push(await sender.post(conversation, activity));
      // Label and feedback are on the last part of the text; the offer of a file stands apart from it.
      return ids[Math.max(0, first.length - 1)] ?? "";
    },
    async update(conversation, activityId, message) {
      await replaceWith(sender, conversation, activityId, message);
    },
    stream: (conversation, options = {}) => createAnswerStream({ ...parts, sender, conversation, options }),
  };
}
