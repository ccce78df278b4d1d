import { checkAppInputs, type AppInputProblem } from "../../tasks/research";
import {
  asGenaiError,
  GenaiError,
  higherClass,
  type AppCard,
  type AppInputs,
  type AppTurn,
  type ConfidentialityClass,
  type ModelCard,
  type RunDecision,
} from "../../vocabulary";
import { diagnose } from "../diagnostics";
import { toldError } from "../summary/summary-flow";
import { decidingMarking, type Judgement } from "../summary/summary-engine";
import { createInquiries, type Inquiries } from "./jobs/inquiries";
import type { Inquiry } from "./jobs/inquiry";
import { browserInquiryStore, isPending, type InquiryStore } from "./jobs/inquiry-store";
import { filesOfForm, judgeForm, mustAsk, refusalOfForm, type FormJudgement } from "./judge-form";
import type { AppList } from "../../relay-client";
import type { SignInMessage } from "../office/sign-in-dialog";
import { signInTo } from "../sign-in-to";
import { ownValue } from "./own-value";
import type { ResearchBackend } from "./research-backend";
import type { ResearchHost } from "./research-host";
import { takeFile, type TakenFile } from "./take-files";

/** A form as it is being filled in. */
export interface Draft {
  app: AppCard;
  values: Record<string, string | string[]>;
  files: Record<string, TakenFile[]>;
  /** Of the document whose text was put into a field; its class holds for the whole form. */
  taken?: Judgement | undefined;
  /** Of the conversation that goes on. */
  sessionId?: string | undefined;
  conversation: AppTurn[];
  problems: AppInputProblem[];
  failure?: { error: GenaiError; marking?: { where: string; text: string } | undefined } | undefined;
}

/** What would be sent to an app. */
export interface ResearchPlan {
  draft: Draft;
  inputs: AppInputs;
  judgement: FormJudgement;
  ask: boolean;
  service: ModelCard;
}

export type ResearchPage = { page: "apps" } | { page: "app" } | { page: "inquiry"; id: string };

export interface ResearchState {
  /** undefined while they are asked for. */
  offer?: AppList | undefined;
  loading: boolean;
  failure?: GenaiError | undefined;
  search: string;
  where: ResearchPage;
  draft?: Draft | undefined;
  confirming?: ResearchPlan | undefined;
  /** True while a document is read or a form is prepared. */
  busy: boolean;
  inquiries: readonly Inquiry[];
  /** False when inquiries cannot be kept beyond this pane. */
  stored: boolean;
  /** Connection that is being signed in to, and what went wrong. */
  signingIn?: string | undefined;
  signInFailure?: { connection: string; error: GenaiError } | undefined;
}

export interface ResearchSessionOptions {
  backend(): Promise<ResearchBackend>;
  host(): Promise<ResearchHost>;
  /** Opens the page of a sign-in; resolves with what it answers, undefined when the person has closed it. */
  openSignIn(url: string): Promise<SignInMessage | undefined>;
  /** Asks for whatever sign-in is missing, the one to the relay first. */
  signIn?(): Promise<boolean>;
  store?: InquiryStore;
}

/** 調べる, without any rendering. Nothing here rejects. */
export interface ResearchSession {
  state(): ResearchState;
  subscribe(changed: () => void): () => void;
  inquiries: Pick<Inquiries, "pause" | "resume" | "remove" | "see">;
  /** Asks for the apps; again when that failed before. */
  load(): Promise<void>;
  search(words: string): void;
  go(where: ResearchPage): void;
  openApp(app: AppCard): void;
  fill(key: string, value: string | string[]): void;
  addFiles(key: string, files: readonly File[], several: boolean): Promise<void>;
  removeFile(key: string, index: number): void;
  /** Puts the text of the document into a field, behind what stands there. */
  takeText(key: string): Promise<void>;
  /** 調べる, or a look at what would be sent. False when the form has to be mended first. */
  submit(intent: "ask" | "look"): Promise<boolean>;
  confirm(plan: ResearchPlan, declared: ConfidentialityClass): Promise<void>;
  closeSheet(): void;
  /** The form again, in the same conversation. */
  goOn(inquiry: Inquiry): void;
  /** Tells the relay what was done with an answer. Nobody waits for it. */
  tell(inquiry: Pick<Inquiry, "id">, decision: RunDecision): void;
  /** Signs in to a connection, or to the one that is missing; then the apps are asked for again. */
  signIn(connection?: string): Promise<void>;
  close(): void;
}

/** See `ResearchSession`. */
export function createResearchSession(options: ResearchSessionOptions): ResearchSession {
  const inquiries = createInquiries({ backend: options.backend, store: options.store ?? browserInquiryStore() });
  const listeners = new Set<() => void>();
  let state: ResearchState = {
    loading: false,
    search: "",
    where: { page: "apps" },
    busy: false,
    inquiries: inquiries.list(),
    stored: true,
  };

  function set(values: Partial<ResearchState>): void {
    state = { ...state, ...values };
    listeners.forEach((listener) => listener());
  }

  function draft(values: Partial<Draft>): void {
    if (state.draft !== undefined) set({ draft: { ...state.draft, ...values } });
  }

  const stopListening = inquiries.subscribe(() => set({ inquiries: inquiries.list(), stored: inquiries.stored() }));

  async function load(): Promise<void> {
    if (state.loading) return;
    set({ loading: true, failure: undefined });
    try {
      const backend = await options.backend();
      set({ offer: await backend.apps(new AbortController().signal), loading: false });
    } catch (thrown) {
      set({ loading: false, failure: toldError(thrown) });
    }
  }

  /** One piece of work on the draft; a draft that was left meanwhile is not touched. */
  async function onDraft(work: (current: Draft) => Promise<void>): Promise<void> {
    const current = state.draft;
    if (current === undefined) return;
    set({ busy: true });
    try {
      await work(current);
    } catch (thrown) {
      if (state.draft?.app.id === current.app.id) draft({ failure: { error: toldError(thrown) } });
    } finally {
      set({ busy: false });
    }
  }

  function send(plan: ResearchPlan, declared: ConfidentialityClass): void {
    const { app, sessionId, conversation } = plan.draft;
    const id = inquiries.ask({
      app,
      inputs: plan.inputs,
      declaredClass: higherClass(plan.judgement.class, declared),
      confirmed: plan.ask,
      sessionId,
      conversation,
    });
    set({ confirming: undefined, where: { page: "inquiry", id } });
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    inquiries,
    load,
    search: (words) => set({ search: words }),
    go(where) {
      if (where.page === "inquiry") inquiries.see(where.id);
      set({ where });
    },
    openApp(app) {
      const same = state.draft?.app.id === app.id && state.draft.sessionId === undefined;
      set({ where: { page: "app" }, draft: same ? state.draft : newDraft(app) });
    },
    fill(key, value) {
      const current = state.draft;
      if (current === undefined) return;
      draft({
        values: { ...current.values, [key]: value },
        problems: current.problems.filter((problem) => problem.key !== key),
        failure: undefined,
      });
    },
    addFiles: (key, files, several) =>
      onDraft(async () => {
        const read = await Promise.allSettled(files.map(takeFile));
        const current = state.draft;
        if (current === undefined) return;
        const taken = read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
        const broken = files.filter((_, index) => read[index]?.status === "rejected");
        const before = several ? (ownValue(current.files, key) ?? []) : [];
        draft({
          files: { ...current.files, [key]: [...before, ...taken] },
          problems: [
            ...current.problems.filter((problem) => problem.key !== key && problem.key !== undefined),
            ...broken.map(({ name }) => ({ key, code: "file-broken" as const, values: { file: name } })),
          ],
          failure: undefined,
        });
      }),
    removeFile(key, index) {
      const current = state.draft;
      if (current === undefined) return;
      const files = (ownValue(current.files, key) ?? []).filter((_, at) => at !== index);
      draft({
        files: { ...current.files, [key]: files },
        problems: current.problems.filter((problem) => problem.key !== key && problem.key !== undefined),
      });
    },
    takeText: (key) =>
      onDraft(async () => {
        const [backend, host] = await Promise.all([options.backend(), options.host()]);
        const { text, places } = await host.take(new AbortController().signal);
        const judgement = backend.judge(places);
        if (judgement.decision === "block") {
          const error = new GenaiError("confidentiality-blocked", "refused by the gate in the pane");
          draft({ failure: { error, marking: decidingMarking(judgement) } });
          return;
        }
        const current = state.draft;
        if (current === undefined) return;
        const before = ownValue(current.values, key);
        const filled = typeof before === "string" && before.trim() !== "" ? `${before}\n${text}` : text;
        draft({
          values: { ...current.values, [key]: filled },
          taken: current.taken === undefined ? judgement : stricter(current.taken, judgement),
          problems: current.problems.filter((problem) => problem.key !== key),
          failure: undefined,
        });
      }),
    async submit(intent) {
      let ready = false;
      await onDraft(async (current) => {
        const inputs = inputsOf(current);
        const problems = checkAppInputs(current.app, inputs);
        if (problems.length > 0) {
          draft({ problems, failure: undefined });
          return;
        }
        const backend = await options.backend();
        const earlier = current.conversation.flatMap(({ values, answer }) => [...Object.values(values).flat(), answer]);
        const judgement = judgeForm(backend, current.app.fields, { ...current, earlier });
        if (judgement.decision === "block") {
          const error = new GenaiError("confidentiality-blocked", "refused by the gate in the pane");
          draft({ problems: [], failure: { error, marking: decidingMarking(judgement) } });
          return;
        }
        const { models } = await backend.models();
        const service = models.find(({ id }) => id === current.app.service);
        if (service === undefined) throw new GenaiError("model-unknown", "the service of the app has no card");
        const ask = mustAsk(judgement);
        const refusal = ask ? undefined : refusalOfForm(backend, judgement, service, judgement.class);
        if (refusal !== undefined) {
          const error = new GenaiError(refusal, "refused by the gate in the pane");
          draft({ problems: [], failure: { error, marking: decidingMarking(judgement) } });
          return;
        }
        ready = true;
        const plan: ResearchPlan = { draft: current, inputs, judgement, ask, service };
        draft({ problems: [], failure: undefined });
        // Text of a document and files are looked at before they leave; so is whatever is of class 2.
        const careful =
          ask || judgement.class === "2" || current.taken !== undefined || filesOfForm(current.files).length > 0;
        if (intent === "look" || careful) set({ confirming: plan });
        else send(plan, judgement.class);
      });
      return ready;
    },
    async confirm(plan, declared) {
      try {
        const refusal = refusalOfForm(await options.backend(), plan.judgement, plan.service, declared);
        if (refusal === undefined) send(plan, declared);
        else throw new GenaiError(refusal, "refused by the gate in the pane");
      } catch (thrown) {
        set({ confirming: undefined });
        draft({ failure: { error: asGenaiError(thrown), marking: decidingMarking(plan.judgement) } });
      }
    },
    closeSheet: () => set({ confirming: undefined }),
    goOn(inquiry) {
      const app = state.offer?.apps.find(({ id }) => id === inquiry.app);
      if (app === undefined || inquiry.inputs === undefined) return;
      const turn = { values: inquiry.inputs.values, answer: inquiry.text, askedAt: inquiry.since };
      const conversation = [...(inquiry.conversation ?? []), turn];
      const next = { ...newDraft(app), sessionId: inquiry.sessionId, conversation };
      // The class of what was asked before holds for the whole conversation: it is sent again.
      const taken: Judgement = { class: inquiry.declaredClass, decision: decisionOf(inquiry), markings: [] };
      set({ where: { page: "app" }, draft: { ...next, taken: taken.class === "none" ? undefined : taken } });
    },
    tell({ id }, decision) {
      options.backend().then(
        (backend) => backend.report?.({ run: id, decision }),
        (thrown: unknown) => diagnose("what became of an answer could not be told", thrown),
      );
    },
    async signIn(named) {
      if (state.signingIn !== undefined) return;
      set({ signingIn: named ?? "", signInFailure: undefined });
      try {
        const signedIn =
          named === undefined && options.signIn !== undefined
            ? await options.signIn()
            : await signInTo((await options.backend()).connections, (url) => options.openSignIn(url), named);
        if (!signedIn) {
          set({ signingIn: undefined });
          return;
        }
        set({ signingIn: undefined });
        await load();
      } catch (thrown) {
        set({ signingIn: undefined, signInFailure: { connection: named ?? "", error: toldError(thrown) } });
      }
    },
    close() {
      stopListening();
      inquiries.close();
    },
  };
}

/** Inquiries that ask for attention. */
export function pendingInquiries({ inquiries, where }: ResearchState): number {
  return inquiries.filter((one) => isPending(one) && !(where.page === "inquiry" && where.id === one.id)).length;
}

function newDraft(app: AppCard): Draft {
  // Entries, not assignments: a field may be called `__proto__`.
  const values: [string, string | string[]][] = [];
  for (const field of app.fields) {
    if (field.type === "hidden" || field.type === "file") continue;
    const first = field.type === "select" ? field.items?.[0]?.value : undefined;
    const value = field.defaultValue ?? first;
    if (field.type === "checkbox") values.push([field.key, value === undefined || value === "" ? [] : [value]]);
    else if (value !== undefined) values.push([field.key, value]);
  }
  return { app, values: Object.fromEntries(values), files: {}, conversation: [], problems: [] };
}

function inputsOf({ values, files }: Draft): AppInputs {
  const sent = Object.entries(files).map(([key, chosen]) => [
    key,
    chosen.map(({ filename, content }) => ({ filename, content })),
  ]);
  return { values, files: Object.fromEntries(sent) as AppInputs["files"] };
}

function stricter(one: Judgement, other: Judgement): Judgement {
  const markings = [...one.markings, ...other.markings];
  const strict =
    other.decision === "ask" || (other.decision === "clearedOnly" && one.decision === "allow") ? other : one;
  return { class: higherClass(one.class, other.class), decision: strict.decision, markings };
}

function decisionOf({ declaredClass }: Inquiry): Judgement["decision"] {
  if (declaredClass === "2") return "clearedOnly";
  return declaredClass === "unknown" ? "ask" : "allow";
}
