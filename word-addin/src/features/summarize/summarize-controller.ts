import {
  createSummaryFlow,
  toldError,
  type SummaryFlow,
  type SummaryFlowOptions,
  type SummaryOutcome,
} from "@genai-office/shared/pane/summary";
import type { Statement } from "@genai-office/shared/vocabulary";
import type { AppliedEdits, DocumentPort, DocumentReading } from "../../document/document-port";
import { createEditWatch, type EditWatch } from "./edit-watch";
import { resultEdits } from "./result-edits";
import type { ApplyAction, SummarizeEvent } from "./summarize-state";

export interface ControllerOptions extends Pick<
  SummaryFlowOptions<DocumentReading>,
  "engine" | "offer" | "choices" | "translator" | "now"
> {
  connect(): Promise<{ document: DocumentPort }>;
  dispatch(event: SummarizeEvent): void;
  /** Finds out how much is changed of what was written; one of its own when left out. */
  watch?: EditWatch;
}

/** The way of every summary, and what only Word has: into the document, back, and to a source. Nothing here rejects. */
export interface SummarizeController extends SummaryFlow<DocumentReading> {
  apply(outcome: SummaryOutcome<DocumentReading>, action: ApplyAction): Promise<void>;
  undo(applied: AppliedEdits): Promise<void>;
  showSource(statement: Statement): Promise<void>;
  /** A quiet moment: sees how much was changed of the summaries that were written. */
  look(): Promise<void>;
  /** The pane goes. */
  release(): void;
}

/** The way of a summary from click to document, without any rendering. */
export function createSummarizeController(options: ControllerOptions): SummarizeController {
  const { dispatch } = options;
  const connect = async () => (await options.connect()).document;

  /** A change of the document. It is not cancelled half-way: writing is short, and is verified or rolled back. */
  async function write(change: () => Promise<SummarizeEvent>): Promise<void> {
    dispatch({ type: "writing" });
    try {
      dispatch(await change());
    } catch (thrown) {
      dispatch({ type: "unwritten", error: toldError(thrown) });
    }
  }

  const flow = createSummaryFlow<DocumentReading>({
    ...options,
    connect,
    // The gate reads the whole document's places, even when only a selection is sent.
    places: ({ markings, blocks }) => ({ ...markings, body: blocks.map((block) => block.text) }),
  });
  /** Which summary each change of the document wrote. */
  const written = new Map<AppliedEdits, SummaryOutcome<DocumentReading>>();
  const watch = options.watch ?? createEditWatch();

  /** Of several changes with one summary the last one is looked at. */
  function watchEdits(handle: AppliedEdits, outcome: SummaryOutcome<DocumentReading>): void {
    for (const [earlier, { run }] of written) if (run === outcome.run) watch.forget(earlier);
    watch.watch(handle, (edits) => flow.tell(outcome, { edits }));
  }

  return {
    ...flow,
    start(intent) {
      // Before the document is read again; nobody waits for it.
      void watch.look();
      return flow.start(intent);
    },
    look: () => watch.look(),
    release: () => watch.close(),
    apply: (outcome, action) =>
      write(async () => {
        const edits = resultEdits(options.translator(), outcome, action);
        const handle = await (await connect()).apply(edits);
        if (outcome.run !== undefined && action !== "comment") watchEdits(handle, outcome);
        written.set(handle, outcome);
        flow.tell(outcome, { decision: "accepted" });
        return { type: "applied", action, handle };
      }),
    undo: (applied) =>
      write(async () => {
        try {
          await applied.undo();
        } catch (thrown) {
          // Most likely it was edited.
          void watch.look();
          throw thrown;
        }
        watch.forget(applied);
        const outcome = written.get(applied);
        written.delete(applied);
        if (outcome !== undefined) flow.tell(outcome, { decision: "undone" });
        return { type: "undone" };
      }),
    async showSource({ sources: [first] }) {
      if (first === undefined) return;
      try {
        await (await connect()).reveal(first);
      } catch (thrown) {
        dispatch({ type: "failed", failure: { error: toldError(thrown) } });
      }
    },
  };
}
