import { Batch, type Host, isEmulatedObject, type Target } from "./batch";
import { BatchError, itemNotFound } from "./batch-error";
import { type EmulatedObject, type EmulatedType, type HostValue, nullObject } from "./emulated-type";
import { addinInternalService, addinInternalServiceName } from "./internal-service";
import { asJson, ids, query, recursiveQuery } from "./query";
import { References } from "./references";
import { reportDefect } from "./report-defect";
import {
  type ActionResult,
  actionType,
  type Json,
  type ReplyBody,
  type RequestAction,
  type RequestBody,
  wireName,
} from "./wire";

export interface InterpreterOptions {
  /** What `context.document` is: the object behind every path that starts at the root. */
  readonly root: EmulatedObject;
  /** Objects that add-ins create by name (`Microsoft.WordServices.Application`). Undefined: not emulated. */
  readonly newObject?: (typeName: string) => EmulatedObject | undefined;
  /** Called after every batch. */
  readonly onSync?: (info: SyncInfo) => void;
  /** A member of an emulated type threw something that is no `HostError`. Default: `console.error`. */
  readonly onDefect?: (error: unknown, location: string) => void;
}

/** One round trip: what the performance of an add-in is counted in. */
export interface SyncInfo {
  /** Number of actions in the batch. */
  readonly actions: number;
  readonly requestBytes: number;
  readonly replyBytes: number;
  /** office.js marked the batch as one that changes the document. */
  readonly writes: boolean;
  /** The batch only releases references, as office.js does after each `Word.run`, usually without waiting. */
  readonly cleanup: boolean;
  /** Milliseconds that the host worked on it. */
  readonly duration: number;
}

export interface Interpreter {
  /** Answers one `ProcessQuery` body. Batches run one after the other, in the order of the calls. Never rejects. */
  process(body: string, flags: number): Promise<string>;
  /** Objects that add-ins still hold on to; a leak shows as a number that grows. */
  readonly liveReferences: number;
}

const writesFlag = 1;
const encoder = new TextEncoder();

/**
 * An interpreter for the batches that office.js sends for `context.sync()`. It knows the wire and no application: what
 * there is to read and to call comes from the `EmulatedType` descriptions of the objects that it meets.
 */
export function createInterpreter(options: InterpreterOptions): Interpreter {
  const references = new References();
  const host: Host = {
    root: options.root,
    references,
    newObject: (name) => (name === addinInternalServiceName ? addinInternalService : options.newObject?.(name)),
    onDefect: options.onDefect ?? reportDefect,
  };
  let last: Promise<unknown> = Promise.resolve();

  async function processNow(body: string, flags: number): Promise<string> {
    const start = performance.now();
    const request = parseRequest(body);
    const reply = JSON.stringify(request === undefined ? malformedRequest : await new BatchRun(host, request).run());
    options.onSync?.({
      actions: request?.Actions.length ?? 0,
      requestBytes: encoder.encode(body).length,
      replyBytes: encoder.encode(reply).length,
      writes: (flags & writesFlag) !== 0,
      cleanup: request !== undefined && isCleanup(request),
      duration: performance.now() - start,
    });
    return reply;
  }

  return {
    process(body, flags) {
      const result = last.then(() => processNow(body, flags));
      last = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
    get liveReferences() {
      return references.size;
    },
  };
}

const malformedRequest: ReplyBody = {
  Results: [],
  TraceIds: [],
  Error: {
    Code: "InvalidArgument",
    Message: "The request is not a ProcessQuery body.",
    Location: "",
    HttpStatusCode: 400,
    ActionIndex: -1,
  },
};

function parseRequest(body: string): RequestBody | undefined {
  try {
    const parsed = JSON.parse(body) as Partial<RequestBody> | null;
    if (!Array.isArray(parsed?.Actions) || typeof parsed.ObjectPaths !== "object") return undefined;
    return parsed as RequestBody;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCleanup(request: RequestBody): boolean {
  const methods = request.Actions.filter((action) => action.ActionType === actionType.method);
  return (
    methods.length > 0 &&
    methods.every((action) => action.Name === "_RemoveReference") &&
    request.Actions.every(({ ActionType: type }) => type === actionType.method || type === actionType.instantiate)
  );
}

/** Runs the actions of one batch in order, up to the first error; the results before it are kept, as in Office. */
class BatchRun {
  private readonly batch: Batch;
  private readonly results: ActionResult[] = [];
  private readonly traceIds: number[] = [];

  constructor(
    private readonly host: Host,
    private readonly request: RequestBody,
  ) {
    this.batch = new Batch(host, request.ObjectPaths, request.AutoKeepReference === true);
  }

  async run(): Promise<ReplyBody> {
    const reply = { Results: this.results, TraceIds: this.traceIds };
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        await this.perform(action);
      } catch (error) {
        if (!(error instanceof BatchError)) throw error;
        return {
          ...reply,
          Error: {
            Code: error.code,
            Message: error.message,
            Location: error.location,
            HttpStatusCode: error.httpStatusCode,
            ActionIndex: index,
          },
        };
      }
    }
    return reply;
  }

  private async perform(action: RequestAction): Promise<void> {
    if (action.ActionType === actionType.trace) {
      this.traceIds.push(action.Id);
      return;
    }
    const target = await this.batch.target(action.ObjectPathId);
    this.results.push({ ActionId: action.Id, Value: await this.valueOf(action, target) });
  }

  private async valueOf(action: RequestAction, target: Target): Promise<Json> {
    const referenceId = target === nullObject ? undefined : this.batch.referenceId(action.ObjectPathId, target);
    switch (action.ActionType) {
      case actionType.instantiate:
        return target === nullObject ? null : ids(target, referenceId);
      case actionType.query:
        return query(this.batch, target, action.QueryInfo ?? {}, referenceId);
      case actionType.queryAsJson:
        return asJson(await query(this.batch, target, action.QueryInfo ?? {}, referenceId));
      case actionType.recursiveQuery:
        return recursiveQuery(this.batch, target, action.RecursiveQueryInfo ?? {}, referenceId);
      case actionType.method:
        return this.callMethod(action, target);
      case actionType.setProperty: {
        const [value] = await this.batch.arguments(action.ArgumentInfo);
        await this.batch.write(existing(target, action.Name), action.Name, value);
        return null;
      }
      case actionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          await this.batch.write(existing(target, name), wireName(name), value as HostValue);
        }
        return null;
      case actionType.ensureUnchanged:
        await this.ensureUnchanged(action, target);
        return null;
      default:
        throw new BatchError("NotImplemented", `Action type ${action.ActionType} is not emulated`, "", 501);
    }
  }

  private async callMethod(action: RequestAction, target: Target): Promise<Json> {
    if (action.Name === "_KeepReference") {
      if (target !== nullObject) this.batch.referenceId(action.ObjectPathId, target, true);
      return null;
    }
    const args = await this.batch.arguments(action.ArgumentInfo);
    if (action.Name === "_RemoveReference") {
      this.host.references.remove(String(args[0]));
      return null;
    }
    if (action.Name === "_RemoveAllReferences") {
      this.host.references.removeAll();
      return null;
    }
    const result = await this.batch.call(existing(target, action.Name), action.Name, args);
    // Methods that give objects are reached as object paths; called as an action, only their effect counts.
    if (result === undefined || result === nullObject || isEmulatedObject(result)) return null;
    return result;
  }

  private async ensureUnchanged(action: RequestAction, target: Target): Promise<void> {
    const object = existing(target, "ensureUnchanged");
    for (const [name, expected] of Object.entries(action.ObjectState ?? {})) {
      const current = await this.batch.read(object, wireName(name));
      if (isEmulatedObject(current) || JSON.stringify(current ?? null) === JSON.stringify(expected)) continue;
      const location = `${(object.emulatedType as EmulatedType).name}.${name}`;
      throw new BatchError("GeneralException", `${location} has changed since it was read.`, location, 409);
    }
  }
}

/** Reading a null object gives null; using it is an error (believed: not recorded in Word). */
function existing(target: Target, member: string): EmulatedObject {
  if (target === nullObject) throw itemNotFound(`null object.${member}`);
  return target;
}
