/// <reference types="office-js" />
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { findProfile, type Profile, type ProfileId } from "../profiles";
import { type BeforeReply, wait } from "../protocol/interference";
import { loadWordProxies } from "../proxies/word-proxies-file";
import { createInterpreter, type EmulatedObject, type Interpreter, type SyncInfo } from "../rich-api";
import { officeJsDirectory } from "./office-js-directory";
import { createPageGlobals } from "./page-globals";

export interface NodeOfficeOptions {
  /** What `context.document` is. */
  readonly root: EmulatedObject;
  readonly newObject?: (typeName: string) => EmulatedObject | undefined;
  /** Default "web". */
  readonly profile?: ProfileId | Profile;
  /** `Office.context.document.url`: where the document is; empty for one that was never saved. Default empty. */
  readonly documentUrl?: string;
  /** Folder with `word-web-16.00.debug.js`. Default: the installed `@microsoft/office-js`. */
  readonly officeJsDirectory?: string;
  /**
   * Source texts of scripts to run after office.js and before the add-in. Default: the generated Word proxies, without
   * which most members of WordApi 1.4 and later are missing; `[]` gives office.js as it is.
   */
  readonly extensions?: readonly string[];
  readonly beforeReply?: BeforeReply;
  readonly onSync?: (info: SyncInfo) => void;
  readonly onDefect?: (error: unknown, location: string) => void;
}

/** The part of `Office` that exists here. Everything that needs the Common API does not (see `createNodeOffice`). */
export interface NodeOfficeNamespace {
  readonly context: {
    readonly requirements: { isSetSupported(name: string, version?: string): boolean };
    readonly document: { readonly url: string };
    readonly host: "Word";
    readonly platform: "OfficeOnline";
  };
  onReady(callback?: (info: { host: "Word"; platform: "OfficeOnline" }) => unknown): Promise<{
    host: "Word";
    platform: "OfficeOnline";
  }>;
}

export interface NodeOffice {
  /** The real proxies of office.js. */
  readonly Word: typeof Word;
  readonly Office: NodeOfficeNamespace;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly interpreter: Interpreter;
  /** Every round trip so far, clean-up batches included and marked. Empty it to measure a part: `syncs.length = 0`. */
  readonly syncs: SyncInfo[];
  /** Runs one more script in the page, as a `<script>` would. */
  runScript(source: string, name?: string): void;
  /** Makes `Word`, `Office` and `OfficeExtension` global, as add-in code expects them. Returns what restores the former ones. */
  installGlobals(): () => void;
}

interface ExecutorMessage {
  readonly Body: unknown;
}

interface ExecutorResponse {
  HttpStatusCode: number;
  ErrorCode: string;
  ErrorMessage: string;
  Headers: Record<string, string> | null;
  Body: unknown;
}

/** The inner side of the runtime: public on the object, absent from its types. */
interface Runtime {
  readonly SessionBase: { _overrideSession: unknown };
  readonly RichApiMessageUtility: { buildResponseOnError(code: number, message: string): ExecutorResponse };
}

const wordFile = "word-web-16.00.debug.js";
const compiled = new Map<string, Promise<Script>>();

/** Compiled once per process and file: a test suite makes many pages. */
function compile(file: string): Promise<Script> {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const script = readFile(file, "utf8").then((source) => new Script(source, { filename: file }));
  compiled.set(file, script);
  return script;
}

/**
 * The real Word proxies of the unmodified office.js in plain Node: batching, load discipline, reference ids and errors
 * are office.js's own; the host is the interpreter. No browser and no messages, so a document of hundreds of pages is
 * read in milliseconds.
 *
 * Not here, because it lives in the message layer: the Common API (`getFileAsync`, `getSelectedDataAsync`, settings,
 * `addHandlerAsync`, dialogs, tokens) and events. Use the session in a browser for these.
 */
export async function createNodeOffice(options: NodeOfficeOptions): Promise<NodeOffice> {
  const profile = findProfile(options.profile ?? "web");
  const syncs: SyncInfo[] = [];
  const interpreter = createInterpreter({
    root: options.root,
    ...(options.newObject && { newObject: options.newObject }),
    ...(options.onDefect && { onDefect: options.onDefect }),
    onSync: (info) => {
      syncs.push(info);
      options.onSync?.(info);
    },
  });
  const page = createPageGlobals(options.documentUrl ?? "");
  const context = createContext(page);
  const word = await compile(join(options.officeJsDirectory ?? officeJsDirectory(), wordFile));
  word.runInContext(context);
  announce(page, profile);

  const runtime = page["OfficeExtension"] as Runtime;
  runtime.SessionBase._overrideSession = session(runtime, interpreter, profile, options.beforeReply);
  const runScript = (source: string, name = "extension.js") => {
    new Script(source, { filename: name }).runInContext(context);
  };
  for (const extension of options.extensions ?? [await loadWordProxies()]) runScript(extension);

  return {
    get Word() {
      return page["Word"] as typeof Word;
    },
    get Office() {
      return page["Office"] as NodeOfficeNamespace;
    },
    get OfficeExtension() {
      return page["OfficeExtension"] as typeof OfficeExtension;
    },
    interpreter,
    syncs,
    runScript,
    installGlobals: () => installGlobals(page),
  };
}

/** Announces the profile's requirement sets through office.js's own matrix, with the exceptions word-web makes. */
function announce(page: Record<string, unknown>, profile: Profile): void {
  const extensionNamespace = page["OfficeExt"] as {
    Requirement: { RequirementsMatrixFactory: { getDefaultRequirementMatrix(appContext: unknown): unknown } };
  };
  const office = page["Office"] as { context: { requirements?: unknown }; onReady?: unknown };
  office.context.requirements = extensionNamespace.Requirement.RequirementsMatrixFactory.getDefaultRequirementMatrix({
    get_requirementMatrix: () => JSON.stringify(profile.requirements),
  });
  const requirements = office.context.requirements as { isSetSupported(name: string, version?: string): boolean };
  // word-web wraps the function without its object, as office.js binds it before.
  requirements.isSetSupported = requirements.isSetSupported.bind(requirements);
  (page["OSF"] as { AdditionalPostContextSettingOverride(): void }).AdditionalPostContextSettingOverride();
  const info = { host: "Word", platform: "OfficeOnline" } as const;
  office.onReady = (callback?: (value: typeof info) => unknown) => {
    const ready = Promise.resolve(info);
    if (callback === undefined) return ready;
    return ready.then(async (value) => {
      await callback(value);
      return value;
    });
  };
}

/** What office.js asks for a way to its host, instead of the message layer. */
function session(runtime: Runtime, interpreter: Interpreter, profile: Profile, beforeReply: BeforeReply | undefined) {
  const executor = {
    async executeAsync(_customData: string, flags: number, message: ExecutorMessage): Promise<ExecutorResponse> {
      const batch = JSON.stringify(message.Body);
      const interference = await beforeReply?.({ dispatchId: 93, batch });
      const delay = Math.max(interference?.delay ?? 0, profile.behaviours.syncLatency);
      if (delay > 0) await wait(delay);
      if (interference?.silent) await new Promise(() => undefined);
      if (interference?.errorCode !== undefined) {
        return runtime.RichApiMessageUtility.buildResponseOnError(
          interference.errorCode,
          `The host answered with error ${interference.errorCode}.`,
        );
      }
      const reply = JSON.parse(await interpreter.process(batch, flags)) as unknown;
      return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: {}, Body: reply };
    },
  };
  return {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "", headers: {} }),
    _createRequestExecutorOrNull: () => executor,
  };
}

function installGlobals(page: Record<string, unknown>): () => void {
  const target = globalThis as unknown as Record<string, unknown>;
  const names = ["Word", "Office", "OfficeExtension"];
  const former = names.map((name) => Object.getOwnPropertyDescriptor(target, name));
  for (const name of names) {
    Object.defineProperty(target, name, { configurable: true, enumerable: true, writable: true, value: page[name] });
  }
  return () => {
    for (const [index, name] of names.entries()) {
      const descriptor = former[index];
      if (descriptor === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, descriptor);
    }
  };
}
