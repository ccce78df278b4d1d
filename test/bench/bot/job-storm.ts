import type { Database } from "@genai-office/shared/database";
import type { Connector, Delivery } from "../../../playground/src/teams/connector";
import type { FaultMatch } from "../../../playground/src/teams/connector";
import type { CountingRelay } from "./counting-relay";
import { judgeStorm, type StormJudgement } from "./judge-storm";
import type { NodeProcess, PreparedNode } from "./node-process";
import { stormMessages } from "./storm-messages";

/** What became of jobs while nodes were killed. */
export interface StormOutcome extends StormJudgement {
  kills: number;
  /** Requests that the connector had taken, and whose answers had not arrived, when both nodes were killed. */
  killsBeforeCommit: number;
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
  /** Messages, of all kinds in turn. */
  messages: number;
  /** Turns of each meeting: more of them are more steps. */
  turns: number;
  /** Moments at which both nodes are killed while the connector holds back its answer to what it has taken. */
  moments: readonly FaultMatch[];
  /** Kills of one node at random, behind those. */
  kills: number;
  /** Between kills at random. Milliseconds. */
  shortestMs: number;
  longestMs: number;
  withinMs: number;
}

/** Between the connector's answer and our commit: the "accepted" message, research begun, a stream begun, a final answer. */
export const commitMoments: readonly FaultMatch[] = [
  { method: "POST", text: /受け付けました/ },
  { method: "POST", text: /調べています/ },
  { method: "POST", stream: "informative" },
  { method: "PUT", stream: "none" },
];

/**
 * Two nodes on one database are given work of every kind by a fake Teams. First both are killed with SIGKILL at given moments,
 * then now one, now the other at random times. Files that are offered are accepted at once. What was checkpointed when is
 * noted by the database itself; the rest of a job that waits for an AI app (30 seconds) is cut short.
 */
export async function runStorm(parts: StormParts): Promise<StormOutcome> {
  const { database, connector, relay, prepareNode, withinMs } = parts;
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
  const accepting = acceptFiles(connector, () => nodes);
  const hurry = setInterval(() => void hurryResearch(database), 1_000);
  const delivered = deliverAll(parts, () => nodes);
  for (const moment of parts.moments) {
    const held = connector.faults.add({ kind: "hold" }, moment, Infinity);
    if (!(await within(held.reached, withinMs))) throw new Error("a moment to kill at never came");
    killsBeforeCommit += held.met;
    await Promise.all(nodes.splice(0, 2).map((node) => node.kill()));
    held.remove();
    held.release();
    nodes.push(...(await Promise.all([replacement(), replacement()])));
    lastKill = Date.now();
  }
  for (let kill = 0; kill < parts.kills; kill += 1) {
    await pause(parts.shortestMs + Math.random() * (parts.longestMs - parts.shortestMs));
    const at = kill % 2;
    const [gone] = nodes.splice(at, 1);
    await gone!.kill();
    // The other one is alone for a while, which is when it has to take over.
    await pause(parts.shortestMs);
    nodes.splice(at, 0, await replacement());
    lastKill = Date.now();
  }
  await delivered;
  const isOver = async (): Promise<boolean> =>
    (await database.query("select 1 from jobs where finished_at is null limit 1")).length === 0 &&
    accepting.open() === 0;
  const until = Date.now() + withinMs;
  while (Date.now() < until && !(await isOver())) await pause(100);
  clearInterval(hurry);
  const lastTakeoverMs = Date.now() - lastKill;
  const memoryMb = Math.max(...nodes.map((node) => node.memoryMb() ?? 0));
  accepting.stop();
  await Promise.all([...nodes.map((node) => node.stop()), ...spares.map(async (node) => (await node).discard())]);
  return {
    ...(await judgeStorm(database, connector, relay)),
    kills: parts.moments.length * 2 + parts.kills,
    killsBeforeCommit,
    lastTakeoverMs,
    memoryMb,
  };
}

/** Messages come as long as nodes are killed. */
async function deliverAll(parts: StormParts, nodes: () => NodeProcess[]): Promise<void> {
  const { connector, messages, turns, moments, kills, longestMs } = parts;
  const stormMs = (moments.length + kills) * longestMs;
  for (const [index, message] of stormMessages(connector, messages, turns).entries()) {
    const delivery = await untilTaken(connector, nodes, message.send, index);
    // One in two is delivered once more, to whoever is there: it makes no second job.
    if (index % 2 === 0) await connector.deliver(delivery.activity);
    await pause(stormMs / messages / 2);
  }
}

/** The same message again until a node takes it, as Teams does, only sooner. */
async function untilTaken(
  connector: Connector,
  nodes: () => NodeProcess[],
  send: () => Promise<Delivery>,
  first: number,
): Promise<Delivery> {
  let delivery: Delivery | undefined;
  for (let attempt = first; delivery?.status !== 200; attempt += 1) {
    const all = nodes();
    const node = all[attempt % all.length];
    if (node !== undefined) {
      connector.connect(node.url);
      delivery = delivery === undefined ? await send() : await connector.deliver(delivery.activity);
    }
    if (delivery?.status !== 200) await pause(100);
  }
  return delivery;
}

/** Whoever is offered a file says yes. */
function acceptFiles(connector: Connector, nodes: () => NodeProcess[]): { open(): number; stop(): void } {
  let open = 0;
  const seen = new Set<string>();
  const stop = connector.subscribe((event) => {
    if (event.type !== "activity" || event.change !== "added" || seen.has(event.activity.id)) return;
    if (!JSON.stringify(event.activity.activity.attachments ?? []).includes("file.consent")) return;
    seen.add(event.activity.id);
    open += 1;
    const { conversation, activity } = event;
    const person = connector.conversation(conversation).members[0]!;
    const accept = (): Promise<Delivery> => connector.answerFileConsent(conversation, person, activity.id, "accept");
    void untilTaken(connector, nodes, accept, seen.size).then(() => (open -= 1));
  });
  return { open: () => open, stop };
}

/** A job that waits for an app is looked at in seconds, not in half minutes. */
async function hurryResearch(database: Database): Promise<void> {
  await database.query(
    `update pgboss.job set start_after = now() where name = 'jobs' and start_after > now() + interval '10 seconds'`,
  );
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
