import { copyText, useTranslation } from "@genai-office/shared/pane";
import { toldError } from "@genai-office/shared/pane/task";
import type { ReplyResult } from "@genai-office/shared/tasks";
import type { Dispatch } from "react";
import type { MailboxPort } from "../../mailbox";
import { draftStorage } from "../draft/sealed-place";
import { draftHeading } from "../work/draft-heading";
import type { MailOutcome } from "../work/create-mail-task";
import type { MailTaskFlow } from "../work/create-mail-task";
import { deliverReply } from "./deliver-reply";
import { nothingDelivered, type DeliveryEvent, type DeliveryState } from "./delivery-state";

/** Where the state of a draft is kept, and changed. */
export type DeliveryStore = readonly [DeliveryState, Dispatch<DeliveryEvent>];

export interface DeliveryOptions {
  store: DeliveryStore;
  outcome: MailOutcome<ReplyResult> | undefined;
  flow: Pick<MailTaskFlow<ReplyResult>, "tell" | "requireCurrent">;
  connect(): Promise<{ port: MailboxPort }>;
  all: boolean;
  /** The form may have opened on another message; this one's result goes with its selection, the warning must not. */
  onElsewhere(subject: string): void;
}

export interface DeliveryParts extends Omit<DeliveryState, "of"> {
  onEdit(text: string | undefined): void;
  /** Opens the reply, or inserts it into the draft the pane stands beside. */
  deliver(): Promise<void>;
  copy(): Promise<void>;
}

/** What the person does with a draft: change it, open it as a reply, copy it. Nothing here rejects. */
export function useDelivery({ store, outcome, flow, connect, all, onElsewhere }: DeliveryOptions): DeliveryParts {
  const t = useTranslation();
  const [state, dispatch] = store;
  const own: DeliveryState = state.of === outcome ? state : nothingDelivered;
  const textOf = (done: MailOutcome<ReplyResult>) =>
    [draftHeading(t, "reply", done), "", own.edited ?? done.result.text].join("\n");
  return {
    ...own,
    onEdit: (text) => dispatch({ type: "edited", of: outcome, text }),
    async deliver() {
      if (outcome === undefined || own.delivering) return;
      dispatch({ type: "delivering", of: outcome });
      try {
        const { source } = outcome.plan;
        const { port } = await connect();
        flow.requireCurrent(source);
        const delivery = await deliverReply(textOf(outcome), source.reading, all, {
          mailbox: port,
          storage: draftStorage(),
          now: () => new Date(),
        });
        dispatch({ type: "told", of: outcome, told: delivery });
        if (delivery === "elsewhere") return onElsewhere(source.reading.subject);
        flow.tell(outcome, { decision: "accepted" });
      } catch (thrown) {
        const error = toldError(thrown);
        const unknown = outcome.plan.source.reading.kind === "draft" ? "unknownInsert" : "unknownForm";
        if (error.code === "timeout") dispatch({ type: "told", of: outcome, told: unknown });
        else dispatch({ type: "failed", of: outcome, error });
      }
    },
    async copy() {
      if (outcome === undefined) return;
      const worked = await copyText(textOf(outcome));
      dispatch({ type: "told", of: outcome, told: worked ? "copied" : "copyFailed" });
      if (worked) flow.tell(outcome, { decision: "accepted" });
    },
  };
}
