import type { Database, Queries } from "@genai-office/shared/database";
import { forgetMemory, readMemory, writeMemory } from "@genai-office/shared/jobs";
import type { Marking } from "@genai-office/shared/guards";
import type { AskTurn } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../../channel/conversation";
import { removeMaterial } from "../../store/remove-material";

/** A question of this conversation and its answer. */
export interface RememberedTurn extends AskTurn {
  /** The file that it was answered from, and the job that keeps its bytes as long as retention lets it. */
  file?: { name: string; job: string };
  /** Markings of what was asked, said before and read: the answer carries them into the next question. */
  markings: Marking[];
  /** When it was answered (ISO 8601): a turn grows old by itself, also in a conversation that goes on. */
  at: string;
}

/** What is remembered of a conversation; older turns go first. */
const mostTurns = 20;
const mostCharacters = 40_000;

/** Conversations of different tenants and channels never share a memory. */
function keyOf({ channelId, tenant, id }: Conversation): string {
  return `${channelId} ${tenant} ${id}`;
}

/** Turns of a conversation, oldest first, and by what is told whether they were forgotten meanwhile. */
export interface Remembered {
  entries: RememberedTurn[];
  version: number;
}

/** @param oldest turns from before are not remembered any more @throws DatabaseError */
export async function turnsOf(queries: Queries, conversation: Conversation, oldest: Date): Promise<Remembered> {
  const { entries, version } = await readMemory<RememberedTurn>(queries, keyOf(conversation));
  return { entries: since(entries, oldest), version };
}

function since(turns: readonly RememberedTurn[], oldest: Date): RememberedTurn[] {
  return turns.filter(({ at }) => Date.parse(at) > oldest.getTime());
}

/**
 * Adds a turn, unless the conversation was forgotten since it was asked.
 * @param before what was remembered when it was asked
 * @param oldest turns from before go
 * @throws DatabaseError
 */
export async function rememberTurn(
  database: Database,
  conversation: Conversation,
  turn: RememberedTurn,
  before: Pick<Remembered, "version">,
  oldest: Date,
): Promise<void> {
  const key = keyOf(conversation);
  const { entries, version } = await readMemory<RememberedTurn>(database, key);
  // Only this job answers here: whatever changed since was forgetting, and so is what changes now.
  if (version !== before.version) return;
  await writeMemory(
    database,
    { conversation: key, tenant: conversation.tenant },
    withinLimits(since([...entries, turn], oldest)),
    version,
  );
}

/** Forgets a conversation, and the files that were sent in it. @returns how many turns were forgotten @throws DatabaseError */
export async function forgetTurns(queries: Queries, conversation: Conversation): Promise<number> {
  const { entries } = await readMemory<RememberedTurn>(queries, keyOf(conversation));
  await forgetMemory(queries, { conversation: keyOf(conversation), tenant: conversation.tenant });
  await removeMaterial(queries, conversation);
  return entries.length;
}

function withinLimits(turns: readonly RememberedTurn[]): RememberedTurn[] {
  const kept = turns.slice(-mostTurns);
  const size = (): number => kept.reduce((sum, { question, answer }) => sum + question.length + answer.length, 0);
  // The last one stays, however long it is: the next question is about it.
  while (kept.length > 1 && size() > mostCharacters) kept.shift();
  return kept;
}
