import { makeStyles, tokens } from "@fluentui/react-components";
import { ActionBar, useTranslation, type Action } from "@genai-office/shared/pane";
import type { MessageKey, Translator } from "@genai-office/shared/i18n";
import type { DocumentCapabilities } from "../../document/document-port";
import type { SummarizeController } from "./summarize-controller";
import type { ApplyAction, Notice, Outcome, SummarizeState } from "./summarize-state";

const useStyles = makeStyles({
  notice: { margin: "0 0 8px", color: tokens.colorNeutralForeground3, minHeight: "22px" },
});

export const noticeKeys: Record<Notice, MessageKey> = {
  cancelled: "summarize.cancelled",
  inserted: "action.inserted",
  insertedAtEnd: "action.insertedAtEnd",
  replaced: "action.replaced",
  commented: "action.commented",
  copied: "action.copied",
  copyFailed: "action.copyFailed",
  undone: "action.undone",
};

export interface ResultActionsProps {
  state: SummarizeState;
  outcome: Outcome;
  controller: SummarizeController;
  /** What this Office can do; undefined while it is not connected. */
  capabilities: DocumentCapabilities | undefined;
}

/** What can be done with a summary; always in view. One of them is primary, 元に戻す stands last. */
export function ResultActions({ state, outcome, controller, capabilities }: ResultActionsProps) {
  const t = useTranslation();
  const styles = useStyles();
  const waiting = state.work.phase !== "idle";
  const apply = (
    action: Exclude<ApplyAction, "undo">,
    label: MessageKey,
    possible: boolean | undefined,
    reason: MessageKey,
  ): Action => ({
    id: action,
    label: t(label),
    waiting,
    disabledReason: possible === false ? t(reason) : undefined,
    onAct: () => void controller.apply(outcome, action),
  });
  const applied = state.applied;
  const actions: Action[] = [
    {
      ...apply("insert", "action.insert", capabilities?.insertBelow, "action.noInsert"),
      primary: applied === undefined && capabilities?.insertBelow !== false,
    },
    apply("replace", "action.replace", capabilities?.replaceTracked, "action.noReplace"),
    apply("comment", "action.comment", capabilities?.comment, "action.noComment"),
    { id: "copy", label: t("action.copy"), waiting, onAct: () => void controller.copy(outcome) },
    {
      id: "undo",
      label: t("action.undo"),
      waiting: waiting || applied === undefined,
      onAct: () => applied !== undefined && void controller.undo(applied),
    },
  ];
  return (
    <>
      {/* Always there: a line that comes and goes would move the buttons under the hand. */}
      <p className={styles.notice} data-part="notice">
        {statusLine(t, state)}
      </p>
      <ActionBar actions={actions} />
    </>
  );
}

/** What was done last, or that nothing has been done to the document. */
function statusLine(t: Translator, { work, notice, applied }: SummarizeState): string {
  if (work.phase === "applying") return t("action.applying");
  if (notice !== undefined) return t(noticeKeys[notice]);
  return applied === undefined ? t("action.unchanged") : "";
}
