import { DatabaseError, type Database } from "@genai-office/shared/database";
import {
  cancelJobOfPerson,
  jobOfPerson,
  jobsOfPerson,
  removeJobOfPerson,
  type Job,
  type JobOwner,
} from "@genai-office/shared/jobs";
import type { JobView } from "@genai-office/shared/relay-client";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { Hono, type Context } from "hono";
import { onBehalfOfHeader } from "../sign-in/require-sign-in";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/** Header by which a tab in development mode says which tenant its person is of. */
export const developmentTenantHeader = "x-genai-tenant";

/**
 * What the tab shows of the bot's jobs: GET `/` (own jobs, newest first, `{ jobs }`), GET `/{id}` (`{ job, record }`),
 * POST `/{id}/cancel`, DELETE `/{id}`. Everybody sees their own only; somebody else's is not there (404), whatever is asked.
 * Errors: "not-found", "forbidden" for who has no jobs of their own (applications), "unavailable" while the database is away.
 */
export function jobRoutes({ database }: Pick<RelayServices, "database">): Hono<RelayEnvironment> {
  const asked = async <Result>(work: (database: Database) => Promise<Result>): Promise<Result> => {
    if (database === undefined) throw new GenaiError("unavailable", "this relay keeps no state");
    try {
      return await work(database);
    } catch (thrown) {
      if (!(thrown instanceof DatabaseError)) throw thrown;
      throw new GenaiError("unavailable", "the database does not answer", { retryable: true, cause: thrown });
    }
  };
  return new Hono<RelayEnvironment>()
    .use(async (context, next) => {
      await next();
      // Minutes are nobody else's, not even a cache's.
      context.header("Cache-Control", "no-store");
    })
    .get("/", async (context) => {
      const jobs = await asked((open) => jobsOfPerson(open, ownerOf(context)));
      return context.json({ jobs: jobs.map(viewOf) });
    })
    .get("/:id", async (context) => {
      const found = await asked((open) => jobOfPerson(open, ownerOf(context), context.req.param("id")));
      if (found === undefined) throw notThere();
      return context.json({
        job: viewOf(found.job),
        ...(found.record === undefined ? {} : { record: found.record }),
      });
    })
    .post("/:id/cancel", async (context) => {
      // What is over cannot be cancelled, and need not be: the list says so.
      const owner = ownerOf(context);
      const id = context.req.param("id");
      const known = await asked(async (open) => {
        return (await cancelJobOfPerson(open, owner, id)) || (await jobOfPerson(open, owner, id)) !== undefined;
      });
      if (!known) throw notThere();
      return context.json({});
    })
    .delete("/:id", async (context) => {
      const removed = await asked((open) => removeJobOfPerson(open, ownerOf(context), context.req.param("id")));
      if (!removed) throw notThere();
      return context.json({});
    });
}

function notThere(): GenaiError {
  return new GenaiError("not-found", "there is no such job of this person");
}

/** Whose jobs are asked for. In development mode, on this machine only, the page says itself who it is. */
function ownerOf(context: Context<RelayEnvironment>): JobOwner {
  const signedIn = context.get("person");
  if (signedIn !== undefined) {
    if (signedIn.owner === undefined) throw new GenaiError("forbidden", "only people have jobs");
    return signedIn.owner;
  }
  return {
    person: context.req.header(onBehalfOfHeader) ?? "",
    tenant: context.req.header(developmentTenantHeader) ?? "",
  };
}

/** Neither person nor tenant: who asks knows who they are. */
function viewOf({ id, kind, state, title, createdAt, finishedAt, steps, errorCode }: Job): JobView {
  return {
    id,
    kind,
    state,
    title,
    createdAt: createdAt.toISOString(),
    ...(finishedAt === undefined ? {} : { finishedAt: finishedAt.toISOString() }),
    steps,
    ...(errorCode === undefined ? {} : { errorCode }),
  };
}
