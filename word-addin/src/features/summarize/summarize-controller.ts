import {
  createSummaryFlow,
  toldError,
  type SummaryFlow,
  type SummaryFlowOptions,
  type SummaryOutcome,
} from "@genai-office/shared/pane/summary";
import type { Statement } from "@genai-office/shared/vocabulary";
import type { AppliedEdits, DocumentPort, DocumentReading } from "../../document/document-port";
import { resultEdits } from "./result-edits";
import type { ApplyAction, SummarizeEvent } from "./summarize-state";

export interface ControllerOptions extends Pick<
  SummaryFlowOptions<DocumentReading>,
  "engine" | "offer" | "choices" | "translator" | "now"
> {
  connect(): Promise<{ document: DocumentPort }>;
  dispatch(event: SummarizeEvent): void;
}

/** The way of every summary, and what only Word has: into the document, back, and to a source. Nothing here rejects. */
export interface SummarizeController extends SummaryFlow<DocumentReading> {
  apply(outcome: SummaryOutcome<DocumentReading>, action: ApplyAction): Promise<void>;
  undo(applied: AppliedEdits): Promise<void>;
  showSource(statement: Statement): Promise<void>;
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
  const written = new WeakMap<AppliedEdits, SummaryOutcome<DocumentReading>>();

  return {
    ...flow,
    apply: (outcome, action) =>
      write(async () => {
        const edits = resultEdits(options.translator(), outcome, action);
        const handle = await (await connect()).apply(edits);
        written.set(handle, outcome);
        // The summary goes in as it was shown: there is no way to change it before.
        const characters = Array.from(outcome.result.text).length;
        flow.tell(outcome, { decision: "accepted", edits: { distance: 0, characters } });
        return { type: "applied", action, handle };
      }),
    undo: (applied) =>
      write(async () => {
        await applied.undo();
        const outcome = written.get(applied);
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
