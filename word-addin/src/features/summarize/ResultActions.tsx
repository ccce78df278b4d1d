import type { MessageKey, Translator } from "@genai-office/shared/i18n";
import { useTranslation, type Action } from "@genai-office/shared/pane";
import { SummaryActions, type SummaryOutcome } from "@genai-office/shared/pane/summary";
import type { DocumentCapabilities, DocumentReading } from "../../document/document-port";
import type { SummarizeController } from "./summarize-controller";
import type { ApplyAction, SummarizeState } from "./summarize-state";

export interface ResultActionsProps {
  state: SummarizeState;
  /** Undefined when it was discarded: what was written before can still be taken back. */
  outcome: SummaryOutcome<DocumentReading> | undefined;
  controller: SummarizeController;
  /** What this Office can do; undefined while it is not connected. */
  capabilities: DocumentCapabilities | undefined;
}

/** What can be done with a summary of a document. One action is primary, 元に戻す stands last. */
export function ResultActions({ state, outcome, controller, capabilities }: ResultActionsProps) {
  const t = useTranslation();
  const applied = state.applied.at(-1);
  const waiting = state.work.phase !== "idle" || state.writing;
  const apply = (
    action: ApplyAction,
    label: MessageKey,
    possible: boolean | undefined,
    reason: MessageKey,
  ): Action => ({
    id: action,
    label: t(label),
    waiting,
    disabledReason: possible === false ? t(reason) : undefined,
    onAct: () => outcome !== undefined && void controller.apply(outcome, action),
  });
  const undo: Action = {
    id: "undo",
    label: t("action.undo"),
    waiting: waiting || applied === undefined,
    onAct: () => applied !== undefined && void controller.undo(applied),
  };
  // The notice stands where the result was.
  if (outcome === undefined) return <SummaryActions notice="" actions={[undo]} />;
  const actions: Action[] = [
    {
      ...apply("insert", "action.insert", capabilities?.insertBelow, "action.noInsert"),
      primary: applied === undefined && capabilities?.insertBelow !== false,
    },
    apply("replace", "action.replace", capabilities?.replaceTracked, "action.noReplace"),
    apply("comment", "action.comment", capabilities?.comment, "action.noComment"),
    { id: "copy", label: t("action.copy"), waiting, onAct: () => void controller.copy(outcome) },
    undo,
  ];
  return <SummaryActions notice={statusLine(t, state)} actions={actions} />;
}

/** What was done last, or that nothing has been done to the document. */
function statusLine(t: Translator, { writing, notice, applied }: SummarizeState): string {
  if (writing) return t("action.applying");
  if (notice !== undefined) return t(notice);
  return applied.length === 0 ? t("action.unchanged") : "";
}
