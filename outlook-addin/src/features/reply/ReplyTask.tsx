import { ErrorMessage, useTexts, useTranslation } from "@genai-office/shared/pane";
import { SummaryActions } from "@genai-office/shared/pane/summary";
import type { ReplyResult as Reply } from "@genai-office/shared/tasks";
import type { ReplyTone } from "@genai-office/shared/vocabulary";
import type { MailboxPort } from "../../mailbox";
import { EmptyTask } from "../work/EmptyTask";
import { MailTaskView } from "../work/MailTaskView";
import { shownRun } from "../work/shown-run";
import type { TaskSurroundings } from "../work/task-surroundings";
import type { MailTask } from "../work/use-mail-task";
import { workTexts } from "../work/work-texts";
import { IntentionField } from "./IntentionField";
import { ReplyOptions } from "./ReplyOptions";
import { ReplyResult } from "./ReplyResult";
import type { ReplyWishes } from "./reply-kind";
import { deliveryTexts } from "./delivery-texts";
import { toneNames } from "./tone-names";
import { useDelivery, type DeliveryStore } from "./use-delivery";

export interface ReplyTaskProps extends TaskSurroundings {
  task: MailTask<Reply>;
  wishes: ReplyWishes;
  onWishes(wishes: ReplyWishes): void;
  /** The tone that the recipients ask for. */
  proposedTone: ReplyTone;
  /** The pane stands beside a message that is being written. */
  isDraft: boolean;
  connect(): Promise<{ port: MailboxPort }>;
  /** What becomes of the draft; it stays while another task is shown. */
  delivery: DeliveryStore;
  /** The reply to the message of that subject may have opened on another one. */
  onElsewhere(subject: string): void;
}

/** 返信案: a few words in, a draft out, opened as a reply or inserted into the draft beside the pane. */
export default function ReplyTask(props: ReplyTaskProps) {
  const { task, about, maskOption, off, failure, signIn, sourceKey, wishes, onWishes, isDraft, connect } = props;
  const t = useTranslation();
  const texts = useTexts(workTexts);
  const told = useTexts(deliveryTexts);
  const tones = useTexts(toneNames);
  const { state, flow } = task;
  const { outcome, work } = state;
  const delivery = useDelivery({
    outcome,
    flow,
    connect,
    all: wishes.all,
    store: props.delivery,
    onElsewhere: props.onElsewhere,
  });
  const shown = shownRun(t, state);
  const busy = work.phase !== "idle";
  const waiting = busy || delivery.delivering;
  const notice = delivery.delivering ? told("opening") : told(delivery.told ?? (delivery.error ? "useCopy" : "unsent"));
  return (
    <MailTaskView
      name="reply"
      task={task}
      about={about}
      field={
        <IntentionField
          value={wishes.intention}
          disabled={busy}
          onChange={(intention) => onWishes({ ...wishes, intention })}
        />
      }
      optionsLabel={texts("options.reply", { tone: tones(wishes.tone ?? props.proposedTone) })}
      options={
        <>
          <ReplyOptions wishes={wishes} choosesRecipients={!isDraft} onChange={onWishes} />
          {maskOption}
        </>
      }
      waiting={delivery.delivering}
      off={off}
      failure={failure}
      signIn={signIn}
      result={
        <>
          {delivery.error !== undefined && <ErrorMessage error={delivery.error} />}
          {shown !== undefined && (
            <ReplyResult
              key={sourceKey}
              label={shown.label}
              streaming={shown.streaming}
              result={shown.result}
              edited={delivery.edited}
              onEdit={delivery.onEdit}
            />
          )}
        </>
      }
      empty={<EmptyTask name={isDraft ? "draft" : "reply"} />}
      actions={
        outcome !== undefined && (
          <SummaryActions
            notice={notice}
            actions={[
              {
                id: "deliver",
                label: told(isDraft ? "insert" : "openReply"),
                primary: true,
                waiting,
                onAct: () => void delivery.deliver(),
              },
              { id: "copy", label: t("action.copy"), waiting, onAct: () => void delivery.copy() },
              { id: "discard", label: t("action.discard"), waiting, onAct: () => flow.discard(outcome) },
            ]}
          />
        )
      }
    />
  );
}
