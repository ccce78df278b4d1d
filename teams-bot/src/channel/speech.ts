import { createAnswerStream } from "./answer-stream";
import { sendFollowUp } from "./follow-up";
import { messageActivities } from "./message-activities";
import { filesOf, isEmpty, partsOf } from "./message-parts";
import type { Speech } from "./outgoing";
import { replaceWith } from "./replace-with";
import { createSender, type SenderParts } from "./sender";

/** Speaks into conversations; what is repeated, and what is not, see `createSender`. */
export function createSpeech(parts: SenderParts): Speech {
  const sender = createSender(parts);
  return {
    async post(conversation, message, { onStarted, further } = {}) {
      const files = filesOf(conversation, message);
      const text = isEmpty(message) && files.length > 0 ? [] : partsOf(messageActivities(message));
      const [first, ...others] = [...text, ...files];
      const id = await sender.post(conversation, first![1]);
      await onStarted?.(id);
      await sendFollowUp(sender, conversation, others, further);
      return id;
    },
    async update(conversation, activityId, message, { further } = {}) {
      await replaceWith(sender, conversation, activityId, message, further);
    },
    async typing(conversation) {
      const { connection, pace } = parts;
      await pace.run(conversation.id, false, () => connection.send(conversation, { activity: { type: "typing" } }));
    },
    stream: (conversation, options = {}) => createAnswerStream({ ...parts, sender, conversation, options }),
  };
}
