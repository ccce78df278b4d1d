import type { Conversation } from "../../channel/conversation";
import { personOf } from "../../channel/conversation";
import type { Speech } from "../../channel/outgoing";
import type { JobWork } from "../../jobs/job-port";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { wordsFor } from "../texts/words";
import { createResearch } from "./research";

/** What a research job is asked. */
export interface ResearchInput {
  /** What stands behind the command. */
  request: string;
}

/**
 * 調べる as a job. The wait for an app is held by the node that works on it; when that node goes, another one asks the app
 * anew, because nobody can take over a wait whose ticket was not stored yet.
 */
export function createResearchWork(relayOf: (conversation: Conversation) => RelayClient, speech: Speech): JobWork {
  const research = createResearch();
  return {
    announces: false,
    tries: 2,
    async perform(job) {
      const { conversation, signal } = job;
      const { translate } = wordsFor(conversation);
      const { request } = job.input as ResearchInput;
      const answer = await research(
        {
          request,
          person: personOf(conversation),
          relay: relayOf(conversation),
          translate,
          post: async (message) => void (await speech.post(conversation, message)),
        },
        signal,
      );
      await job.answer(answer);
      await job.finish(undefined);
    },
  };
}
