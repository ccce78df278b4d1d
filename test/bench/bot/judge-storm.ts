import type { Database } from "@genai-office/shared/database";
import type { JobKind, JobState } from "@genai-office/shared/jobs";
import type { Connector, StandingActivity } from "../../../playground/src/teams/connector";
import type { AskedStep, CountingRelay } from "./counting-relay";

/** What stands in the database and in the chats when a storm is over. */
export interface StormJudgement {
  jobs: number;
  /** Jobs that ended as they are meant to: with their answer, or as `toldInterrupted` says. */
  finished: number;
  /** The same for each kind. */
  byKind: Partial<Record<JobKind, { jobs: number; finished: number }>>;
  /** Of them, research whose node was killed while the app was being asked: the person is told, and nothing is asked twice. */
  toldInterrupted: number;
  /** How the others ended that did not finish. */
  failures: string[];
  steps: number;
  checkpointedStepsRepeated: number;
  /** AI apps are asked once for each question, whatever happens. */
  invocations: number;
  invocationsRepeated: number;
  /** Activities that hold a final answer: one for each job that answers in a chat. */
  finalPosts: number;
  finalPostsExpected: number;
  /** Of them, those that stand in the place of the activity that is stored with the job. */
  finalReplacements: number;
  /** Offers of files, files that were put, and files that are shown. */
  notices: number;
  filesPut: number;
  filesShown: number;
  /** Activities that nothing replaced: the connector took them, and the node was killed before it stored their id. */
  orphans: number;
}

interface JobRow {
  id: string;
  kind: JobKind;
  state: JobState;
  accepted: string | null;
  code: string | null;
}

/** Kinds whose answer is an activity of its own in the chat. */
const answering: readonly JobKind[] = ["minutes", "ask", "summarize", "translate", "research"];

const consent = "application/vnd.microsoft.teams.card.file.consent";
const shown = "application/vnd.microsoft.teams.card.file.info";

export async function judgeStorm(
  database: Database,
  connector: Connector,
  relay: CountingRelay,
): Promise<StormJudgement> {
  const jobs = await database.query<JobRow>(
    "select id, kind, state, accepted_activity as accepted, error_code as code from jobs",
  );
  const checkpoints = await database.query<{ job: string; key: string; at: Date }>("select * from checkpoint_times");
  const stored = new Map(checkpoints.map(({ job, key, at }) => [`${job} ${key}`, at.getTime()]));
  const isRepeated = ({ run, key, at }: AskedStep): boolean => (stored.get(`${run} ${key}`) ?? Infinity) < at;
  const finished = jobs.filter(isFinished);
  const said = connector.conversations.flatMap(({ id }) => connector.botActivities(id));
  const finals = said.filter((entry) => JSON.stringify(entry.activity).includes("AIGeneratedContent"));
  const known = new Set(jobs.map(({ accepted }) => accepted));
  const expected = finished.filter((job) => answering.includes(job.kind) && !isInterrupted(job));
  const invocations = relay.invocations();
  return {
    jobs: jobs.length,
    finished: finished.length,
    byKind: kindsOf(jobs),
    toldInterrupted: jobs.filter(isInterrupted).length,
    failures: jobs.filter((job) => !isFinished(job)).map(({ kind, state, code }) => `${kind} ${state} ${code ?? ""}`),
    steps: relay.asked.length,
    checkpointedStepsRepeated: relay.asked.filter(isRepeated).length,
    invocations: invocations.length,
    invocationsRepeated: invocations.length - new Set(invocations).size,
    finalPosts: finals.length,
    finalPostsExpected: expected.length,
    finalReplacements: expected.filter(({ accepted }) => finals.some(({ id }) => id === accepted)).length,
    notices: said.filter((entry) => holds(entry, consent) || holds(entry, shown)).length,
    filesPut: [...connector.files.values()].filter(({ name }) => name.endsWith(".docx")).length,
    filesShown: said.filter((entry) => holds(entry, shown)).length,
    orphans: said.filter((entry) => !known.has(entry.id) && isUnfinished(entry)).length,
  };
}

function isInterrupted({ kind, state, code }: JobRow): boolean {
  return kind === "research" && state === "failed" && code === "connection-lost";
}

function isFinished(job: JobRow): boolean {
  return job.state === "finished" || isInterrupted(job);
}

function kindsOf(jobs: readonly JobRow[]): StormJudgement["byKind"] {
  const kinds: StormJudgement["byKind"] = {};
  for (const job of jobs) {
    const counts = (kinds[job.kind] ??= { jobs: 0, finished: 0 });
    counts.jobs += 1;
    if (isFinished(job)) counts.finished += 1;
  }
  return kinds;
}

function holds({ activity }: StandingActivity, contentType: string): boolean {
  return activity.attachments?.some((attachment) => attachment.contentType === contentType) === true;
}

/** Says that something is on its way. */
function isUnfinished({ activity, streaming }: StandingActivity): boolean {
  return streaming !== undefined || /受け付けました|調べています|作成しています/.test(activity.text ?? "");
}
