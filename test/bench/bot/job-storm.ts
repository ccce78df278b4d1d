import type { Database } from "@genai-office/shared/database";
import type { Connector } from "../../../playground/src/teams/connector";
import type { AskedStep, CountingRelay } from "./counting-relay";
import { longMeeting } from "./long-meeting";
import type { NodeProcess, PreparedNode } from "./node-process";

/** What became of jobs while nodes were killed. */
export interface StormOutcome {
  jobs: number;
  finished: number;
  /** How the others ended. */
  failures: string[];
  kills: number;
  /** "Accepted" messages that the connector had taken, and whose ids were not stored, when both nodes were killed. */
  killsBeforeCommit: number;
  steps: number;
  checkpointedStepsRepeated: number;
  /** Activities that hold a final answer: one for each job. */
  finalPosts: number;
  /** Of them, those that replaced the stored "accepted" activity. */
  finalReplacements: number;
  notices: number;
  /** "Accepted" messages that nothing replaced: the connector took them, and the node was killed before it stored their id. */
  orphans: number;
  /** Milliseconds from the last kill to the end of the last job. */
  lastTakeoverMs: number;
  /** Resident memory of the larger node at the end. */
  memoryMb: number;
}

export interface StormParts {
  database: Database;
  connector: Connector;
  relay: CountingRelay;
  prepareNode(): Promise<PreparedNode>;
  jobs: number;
  /** Turns of each meeting: more of them are more steps. */
  turns: number;
  kills: number;
  /** Between kills at random. Milliseconds. */
  shortestMs: number;
  longestMs: number;
  withinMs: number;
}

/**
 * Two nodes on one database are given transcripts by a fake Teams. First both are killed with SIGKILL while the connector holds
 * back its answer to an "accepted" message that it has taken; then now one, now the other at random times. What was
 * checkpointed when is noted by the database itself.
 */
export async function runStorm(parts: StormParts): Promise<StormOutcome> {
  const { database, connector, relay, prepareNode } = parts;
  await noteCheckpoints(database);
  // Whoever takes the place of a node that was killed has been loaded by then.
  const spares = [prepareNode(), prepareNode()];
  const nodes = await Promise.all([prepareNode(), prepareNode()].map(async (node) => (await node).start()));
  const replacement = async (): Promise<NodeProcess> => {
    spares.push(prepareNode());
    return (await spares.shift()!).start();
  };
  let killsBeforeCommit = 0;
  let lastKill = Date.now();
  const held = connector.faults.add({ kind: "hold" }, { method: "POST", text: /受け付けました/ }, Infinity);
  const delivered = deliverAll(connector, parts, () => nodes);
  for (let kill = 0; kill < parts.kills; kill += 1) {
    if (kill === 0 && (await within(held.reached, parts.withinMs))) {
      // The connector has taken "accepted" messages, and their ids have not arrived: whoever waits for them is gone.
      killsBeforeCommit = held.met;
      await Promise.all(nodes.splice(0, 2).map((node) => node.kill()));
      held.remove();
      held.release();
      nodes.push(...(await Promise.all([replacement(), replacement()])));
    } else {
      await pause(parts.shortestMs + Math.random() * (parts.longestMs - parts.shortestMs));
      const at = kill % 2;
      const [gone] = nodes.splice(at, 1);
      await gone!.kill();
      // The other one is alone for a while, which is when it has to take over.
      await pause(parts.shortestMs);
      nodes.splice(at, 0, await replacement());
    }
    lastKill = Date.now();
  }
  await delivered;
  const open = async (): Promise<number> =>
    (await database.query("select 1 from jobs where kind = 'minutes' and finished_at is null")).length;
  const until = Date.now() + parts.withinMs;
  while (Date.now() < until && (await open()) > 0) await pause(100);
  const lastTakeoverMs = Date.now() - lastKill;
  const memoryMb = Math.max(...nodes.map((node) => node.memoryMb() ?? 0));
  await Promise.all([...nodes.map((node) => node.stop()), ...spares.map(async (node) => (await node).discard())]);
  return {
    ...(await judge(database, connector, relay)),
    kills: parts.kills,
    killsBeforeCommit,
    lastTakeoverMs,
    memoryMb,
  };
}

/** The same message again until a node takes it, as Teams does, only sooner. */
async function deliverAll(
  connector: Connector,
  { jobs, turns, shortestMs }: StormParts,
  nodes: () => NodeProcess[],
): Promise<void> {
  for (let job = 1; job <= jobs; job += 1) {
    const conversations = connector.conversations.filter(({ kind }) => kind === "personal");
    const conversation = conversations[job % conversations.length]!;
    const file = { name: `会議${job}_20260715.vtt`, bytes: longMeeting(job, turns) };
    const activity = connector.compose(conversation.id, conversation.members[0]!, "議事録", { files: [file] });
    for (let status = 0, attempt = job; status !== 200; attempt += 1) {
      const all = nodes();
      const node = all[attempt % all.length];
      if (node !== undefined) {
        connector.connect(node.url);
        status = (await connector.deliver(activity)).status ?? 0;
      }
      if (status !== 200) await pause(100);
    }
    // One in two is delivered once more, to whoever is there: it makes no second job.
    if (job % 2 === 0) await connector.deliver(activity);
    await pause(shortestMs / 2);
  }
}

/** Who checkpoints is noted in the transaction that does it: a checkpoint that was lost was none. */
async function noteCheckpoints(database: Database): Promise<void> {
  await database.transaction((transaction) =>
    transaction.script(`
      create table if not exists checkpoint_times (job uuid, key text, at timestamptz);
      create or replace function note_checkpoint() returns trigger language plpgsql as $$
        begin insert into checkpoint_times values (new.job, new.key, clock_timestamp()); return new; end $$;
      drop trigger if exists note_checkpoint on job_steps;
      create trigger note_checkpoint after insert on job_steps for each row execute function note_checkpoint();`),
  );
}

type Judged = Omit<StormOutcome, "kills" | "killsBeforeCommit" | "lastTakeoverMs" | "memoryMb">;

async function judge(database: Database, connector: Connector, relay: CountingRelay): Promise<Judged> {
  const jobs = await database.query<{
    id: string;
    state: string;
    accepted: string | null;
    code: string | null;
    missing: string | null;
  }>(
    "select id, state, accepted_activity as accepted, error_code as code, input ->> 'missing' as missing from jobs where kind = 'minutes'",
  );
  const checkpoints = await database.query<{ job: string; key: string; at: Date }>("select * from checkpoint_times");
  const stored = new Map(checkpoints.map(({ job, key, at }) => [`${job} ${key}`, at.getTime()]));
  const isRepeated = ({ run, key, at }: AskedStep): boolean => (stored.get(`${run} ${key}`) ?? Infinity) < at;
  const said = connector.conversations.flatMap(({ id }) => connector.botActivities(id));
  const contentOf = (activity: object): string => JSON.stringify(activity);
  const finals = jobs.map(({ id }) =>
    said.filter(
      ({ activity }) => contentOf(activity).includes("AIGeneratedContent") && contentOf(activity).includes(id),
    ),
  );
  const offers = jobs.map(({ id }) =>
    said.filter(({ activity }) => contentOf(activity).includes(`{"minutes":"${id}"}`)),
  );
  return {
    jobs: jobs.length,
    finished: jobs.filter(({ state }) => state === "finished").length,
    failures: jobs.flatMap(({ state, code, missing }) =>
      state === "finished" ? [] : [`${state} ${code ?? ""}${missing === null ? "" : " (file)"}`],
    ),
    steps: relay.asked.length,
    checkpointedStepsRepeated: relay.asked.filter(isRepeated).length,
    finalPosts: finals.flat().length,
    finalReplacements: jobs.filter(({ accepted }, at) =>
      finals[at]!.some(({ id, editedAt }) => id === accepted && editedAt !== undefined),
    ).length,
    notices: offers.flat().length,
    orphans: said.filter(({ activity }) => /受け付けました/.test(activity.text ?? "")).length,
  };
}

async function within(promise: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ms, false)));
  const reached = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return reached;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
