import { createHash } from "node:crypto";
import { createRelay, readEnvironment } from "@genai-office/relay";
import { admit } from "@genai-office/shared/guards";
import { chooseModel, createFallbackRunner, dateInJapan } from "@genai-office/shared/models";
import { createRelayClient, relayUnreached } from "@genai-office/shared/relay-client";
import { minutes, type MinutesRecord, type MinutesResult } from "@genai-office/shared/tasks";
import {
  readTranscript,
  transcriptBlocks,
  type Transcript,
  type TranscriptFile,
} from "@genai-office/shared/transcript";
import { GenaiError, type Block, type Step, type StepRunner, type TaskEvent } from "@genai-office/shared/vocabulary";
import { judgeTranscript } from "../../../teams-bot/src/minutes/admit-transcript";
import { meetingFacts } from "../../../teams-bot/src/minutes/meeting-facts";

export interface TakenMinutes {
  transcript: Transcript;
  blocks: Block[];
  result: MinutesResult;
  record: MinutesRecord;
  /** Steps that read a piece of the transcript. */
  chunks: number;
  steps: number;
  milliseconds: number;
}

export interface MinutesWay {
  /** A server of contract `openai`; the catalogue's own models, the embedded engine first of all, when left out. */
  upstream?: string;
  /** Settings of the relay besides. */
  environment?: Record<string, string>;
}

/**
 * Minutes of a file on the way of the bot's job: read, judged, asked of a relay over HTTP as its client does, checked. The
 * relay masks where its policy says so, as it does for the bot.
 * @throws GenaiError with which reading, the gate or the task failed
 */
export async function takeMinutes(
  file: TranscriptFile,
  { upstream, environment = {} }: MinutesWay,
): Promise<TakenMinutes> {
  const started = performance.now();
  const transcript = readTranscript(file);
  const { meeting, date } = meetingFacts({ file: file.name }, transcript, "ja");
  const blocks = transcriptBlocks(transcript);
  const judged = judgeTranscript(file.name, meeting, transcript, blocks);
  const server = upstream === undefined ? {} : await settingsOf(upstream);
  const config = readEnvironment({ LOG_LEVEL: "silent", ...server, ...process.env, ...environment });
  // Nothing is put on record: the audit would only cost time here.
  delete config.database;
  const relay = createRelay({ ...config, port: 0 });
  const { port } = await relay.start();
  try {
    const client = createRelayClient({ baseUrl: `http://127.0.0.1:${port}` });
    const signal = AbortSignal.timeout(30 * 60_000);
    const { models, defaultModel, defaults = {} } = await client.fetchModels(signal);
    const wish = {
      task: "minutes",
      class: judged.judgement.class,
      defaults,
      defaultModel,
      today: dateInJapan(new Date()),
    } as const;
    const card = chooseModel(models, wish) ?? models.find(({ id }) => id === defaultModel);
    if (card === undefined) throw new GenaiError("no-model", "the relay offers no default model");
    // Nobody is asked here: what the gate wants to ask about is refused.
    const admission = admit(judged.judgement, card, false);
    if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the transcript");
    const counted = countSteps(createFallbackRunner({ runner: client, cards: models, concernsAll: relayUnreached }));
    const result = await resultOf(
      minutes(
        {
          blocks,
          card,
          others: models,
          declaredClass: judged.judgement.class,
          confirmed: false,
          documentHash: createHash("sha256").update(file.bytes).digest("hex"),
          title: meeting,
          ...(date === undefined ? {} : { date }),
        },
        counted.runner,
        { signal },
      ),
    );
    const names = result.models.map((id) => models.find((model) => model.id === id)?.name.ja ?? id);
    const record = { title: meeting, date, result, utterances: blocks, models: names, mark: judged.mark };
    const { chunks, steps } = counted.counts();
    return { transcript, blocks, result, record, chunks, steps, milliseconds: performance.now() - started };
  } finally {
    await relay.stop();
  }
}

/** The one server becomes the relay's default model; of several that it has, the first. */
async function settingsOf(upstream: string): Promise<Record<string, string>> {
  const model = await fetch(`${upstream.replace(/\/+$/, "")}/models`, { signal: AbortSignal.timeout(5_000) })
    .then(async (response) => ((await response.json()) as { data?: { id?: string }[] }).data?.[0]?.id)
    // Many servers list nothing, and take any name.
    .catch(() => undefined);
  return { GENAI_UPSTREAM_URL: upstream, GENAI_UPSTREAM_CLEARANCE: "2", GENAI_UPSTREAM_MODEL: model ?? "default" };
}

/** Counts the steps that pass; those of one kind read pieces of the transcript. */
function countSteps(runner: StepRunner): { runner: StepRunner; counts(): { chunks: number; steps: number } } {
  const seen: Step[] = [];
  return {
    runner: {
      run: (step, options) => {
        seen.push(step);
        return runner.run(step, options);
      },
    },
    counts: () => ({
      steps: seen.length,
      chunks: seen.filter((step) => step.task === "minutes" && step.options.part === "chunk").length,
    }),
  };
}

async function resultOf(events: AsyncIterable<TaskEvent<MinutesResult>>): Promise<MinutesResult> {
  for await (const event of events) {
    if (event.type === "completed") return event.result;
    if (event.type === "failed") throw event.error;
    if (event.type === "aborted") throw new GenaiError("aborted", "the task was cancelled");
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}
