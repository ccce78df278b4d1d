import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import { Hono, type Context } from "hono";
import { describeError } from "../logging/describe-error";
import { readJsonBody } from "../routes/read-json-body";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import type { AiAppSettings } from "./ai-app-settings";
import { callerOf, openApp, ownerOf } from "./app-caller";
import { appStatus, errorAnswer, errorBody } from "./error-answer";
import { FilledForm } from "./form/filled-form";
import { uploadedFiles } from "./inputs/uploaded-file";
import type { Job } from "./jobs/job";
import { JobDesk, type JobHandle } from "./jobs/job-desk";
import { isJobIdOf, newJobId, ownerDigest, personDigest, type JobOwner } from "./jobs/job-id";
import type { JobStore } from "./jobs/job-store";
import { createMemoryJobStore } from "./jobs/memory-job-store";
import { admitWork } from "./run/perform-request";
import { acceptedDocument, statusDocument } from "./status-document";
import { errorSentence } from "./texts/error-sentence";

type AppContext = Context<RelayEnvironment>;

/**
 * The suite's tasks as AI apps that GENAI can register (AI app specification of March 2026):
 * POST {task}/invoke, POST {task}/requests, GET {task}/requests/{id}, GET {task}/form. Called by GENAI's server with the
 * app's key and the person's pseudonym; every answer is one of the protocol, errors included.
 */
export function aiAppRoutes(
  services: RelayServices,
  settings: AiAppSettings,
  store: JobStore = createMemoryJobStore(settings),
): Hono<RelayEnvironment> {
  const { logger } = services;
  const desk = new JobDesk(store, services.openStreams, settings.runningJobs);

  function refuseWhenStopping(): void {
    if (services.isStopping()) throw new GenaiError("unavailable", "the relay is being stopped", { retryable: true });
  }

  /** Reads, judges and takes in a request. Nothing leaves before the gate has said yes. */
  async function submit(context: AppContext): Promise<{ owner: JobOwner; handle: JobHandle }> {
    const opened = await openApp(context, services, settings);
    const owner = ownerOf(context, opened);
    refuseWhenStopping();
    const requestId = context.get("requestId");
    const inputs = inputsOf(await readJsonBody(context.req.raw));
    const { app } = opened;
    const form = new FilledForm(app.form, inputs);
    const request = await app.read(form, uploadedFiles(inputs["files"]));
    const confirmed = form.ticked("confirmed");
    const caller = callerOf(owner);
    const wanted = form.additional("model");
    const { signal } = context.req.raw;
    const work = await admitWork(services, { app, request, confirmed, wanted, caller, requestId, signal });
    const characters = request.documents
      .flatMap(({ blocks }) => blocks)
      .reduce((sum, { text }) => sum + text.length, 0);
    const job = {
      id: newJobId(owner, opened.key),
      owner: ownerDigest(owner),
      person: personDigest(owner),
      requestId,
    };
    // Reading and judging may have taken a while.
    refuseWhenStopping();
    const handle = await desk.submit(job, characters * 2, work);
    const startedAt = performance.now();
    const line = { requestId, route: "ai-apps", task: app.task, caller: caller.id.slice(0, 16) };
    logger.info({ ...line, documents: request.documents.length, characters }, "job accepted");
    void handle.ended.then(
      ({ status, error }) => {
        const ms = Math.round(performance.now() - startedAt);
        logger.info({ ...line, status, ...(error === undefined ? {} : { outcome: error }), ms }, "job ended");
      },
      (thrown: unknown) => logger.error({ ...line, error: describeError(asGenaiError(thrown)) }, "job lost"),
    );
    return { owner, handle };
  }

  /** The answer when it comes in time, else the promise of one: GENAI reads a 202 with a status URL from any endpoint. */
  async function invoke(context: AppContext): Promise<Response> {
    const deadline = performance.now() + settings.syncLimitMs;
    const { owner, handle } = await submit(context);
    const left = (): void => handle.cancel();
    const { signal } = context.req.raw;
    signal.addEventListener("abort", left, { once: true });
    const job = await within(handle.ended, deadline - performance.now());
    signal.removeEventListener("abort", left);
    if (job === undefined) return context.json(acceptedDocument(owner.app, handle.id), 202);
    await store.remove(handle.id);
    if (job.error === undefined) return context.json({ outputs: job.outputs ?? "" });
    return context.json(errorBody(job.error, job.outputs ?? "", job.requestId), appStatus(job.error));
  }

  async function accept(context: AppContext): Promise<Response> {
    const { owner, handle } = await submit(context);
    return context.json(acceptedDocument(owner.app, handle.id), 202);
  }

  async function status(context: AppContext): Promise<Response> {
    const opened = await openApp(context, services, settings);
    const owner = ownerOf(context, opened);
    const id = context.req.param("id") ?? "";
    const job = await store.find(id, ownerDigest(owner));
    if (job !== undefined) {
      await store.delivered(id);
      return context.json(statusDocument(job));
    }
    if (!isJobIdOf(id, owner, opened.keys)) throw new GenaiError("not-found", "no such job");
    return context.json(statusDocument(forgottenJob(id, context.get("requestId"))));
  }

  async function form(context: AppContext): Promise<Response> {
    const { app } = await openApp(context, services, settings);
    return context.json(app.form);
  }

  const routes = new Hono<RelayEnvironment>();
  const answered =
    (handler: (context: AppContext) => Promise<Response>) =>
    async (context: AppContext): Promise<Response> => {
      context.header("Cache-Control", "no-store");
      try {
        return await handler(context);
      } catch (thrown) {
        const error = asGenaiError(thrown);
        const line = { requestId: context.get("requestId"), route: "ai-apps", error: describeError(error) };
        if (error.code === "internal") logger.error(line, "unexpected error");
        else logger.info(line, "request error");
        return errorAnswer(context, error);
      }
    };
  // GENAI's own instructions register asynchronous apps with a slash at the end.
  routes.on("POST", ["/:task/invoke", "/:task/invoke/"], answered(invoke));
  routes.on("POST", ["/:task/requests", "/:task/requests/"], answered(accept));
  routes.get("/:task/requests/:id", answered(status));
  routes.get("/:task/form", answered(form));
  routes.all(
    "*",
    answered(() => Promise.reject(new GenaiError("not-found", "no such route"))),
  );
  return routes;
}

/** @throws GenaiError "bad-request" */
function inputsOf(body: unknown): Record<string, unknown> {
  const inputs = isRecord(body) ? body["inputs"] : undefined;
  if (!isRecord(inputs)) throw new GenaiError("bad-request", "the body has no inputs");
  return inputs;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A job of ours that is not kept any more. Its times are not known; the person has to be told that it is over. */
function forgottenJob(id: string, requestId: string): Job {
  const now = Date.now();
  const outputs = errorSentence("expired");
  return {
    id,
    owner: "",
    person: "",
    requestId,
    status: "ERROR",
    error: "expired",
    outputs,
    createdAt: now,
    updatedAt: now,
  };
}

/** The value when it comes within so many milliseconds, else undefined. */
async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
