import { useTranslation } from "@genai-office/shared/pane";
import { SummaryActions } from "@genai-office/shared/pane/summary";
import type { TaskOutput } from "@genai-office/shared/pane/task";
import type { MailTask } from "./use-mail-task";

/** What can be done with a result that is only read: copied, or done away with. Nothing while there is none. */
export function CopyOrDiscard<Result extends TaskOutput>({ task: { state, flow } }: { task: MailTask<Result> }) {
  const t = useTranslation();
  const { outcome } = state;
  if (outcome === undefined) return null;
  const waiting = state.work.phase !== "idle";
  return (
    <SummaryActions
      notice={t(state.notice ?? "action.unchanged")}
      actions={[
        { id: "copy", label: t("action.copy"), primary: true, waiting, onAct: () => void flow.copy(outcome) },
        { id: "discard", label: t("action.discard"), waiting, onAct: () => flow.discard(outcome) },
      ]}
    />
  );
}
