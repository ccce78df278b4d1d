import { useTexts, useTranslation } from "@genai-office/shared/pane";
import type { PaneSurroundings } from "@genai-office/shared/pane/office";
import type { SummaryOptions } from "@genai-office/shared/pane/summary";
import type { ReplyResult, ThreadSummaryResult, TranslateResult } from "@genai-office/shared/tasks";
import { useReducer, useRef, useState } from "react";
import type { OutlookConnection } from "../connect-outlook";
import type { PaneServices } from "../pane-services";
import { everything, type PartsChoice } from "./parts/parts-choice";
import { nothingDelivered, reduceDelivery } from "./reply/delivery-state";
import { noWishes, replyKind, type ReplyWishes } from "./reply/reply-kind";
import { useSelection } from "./selection/use-selection";
import { summaryCut } from "./summarize/summary-cut";
import { useMailSession } from "./summarize/use-mail-session";
import { threadKind } from "./thread/thread-kind";
import { translateKind, type Direction } from "./translate/translate-kind";
import { useMailTask } from "./work/use-mail-task";
import { workTexts } from "./work/work-texts";

/** Something that a person has set for one message; with another message it begins anew. */
function useForMessage<Value>(identity: string, initial: Value): [Value, (value: Value) => void] {
  const [kept, setKept] = useState<{ of: string; value: Value }>();
  const value = kept !== undefined && kept.of === identity ? kept.value : initial;
  return [value, (next) => setKept({ of: identity, value: next })];
}

/** The message that the pane is about, and every task on it. */
export function useMailTasks(
  services: PaneServices,
  { office, connect, locale }: PaneSurroundings<OutlookConnection>,
  options: SummaryOptions,
) {
  const t = useTranslation();
  const texts = useTexts(workTexts);
  const leaves = useRef<(() => void)[]>([]);
  const [selected, selection] = useSelection(
    {
      connect,
      gate: () => services.gate(),
      attention: () => services.attention?.() ?? Promise.resolve(),
      onLeave: () => leaves.current.forEach((leave) => leave()),
    },
    office?.port,
  );
  const identity = typeof selected.mail === "object" ? selected.mail.identity : "none";
  const [parts, onParts] = useForMessage<PartsChoice>(identity, everything);
  const [wishes, onWishes] = useForMessage<ReplyWishes>(identity, noWishes);
  const delivery = useReducer(reduceDelivery, nothingDelivered);
  const [direction, onDirection] = useState<Direction>("automatic");
  const owner = office?.port.owner();
  const words = { unknownSender: texts("unknownSender"), attachments: texts("attachments") };
  const taskServices = {
    selection,
    engine: () => services.mailEngine(),
    offer: options.offer,
    choices: options.choices,
    translator: () => t,
    now: () => new Date(),
  };
  const thread = useMailTask<ThreadSummaryResult>(
    taskServices,
    threadKind({ parts, words, owner, language: locale, readerName: texts("reader"), now: () => new Date() }),
  );
  const reply = useMailTask<ReplyResult>(
    taskServices,
    replyKind({ parts, words, owner, wishes, intentionName: texts("intention"), readerName: texts("reader") }),
  );
  const translate = useMailTask<TranslateResult>(taskServices, translateKind({ parts, words, direction }));
  const summary = useMailSession({
    engine: () => services.engine(),
    offer: options.offer,
    choices: options.choices,
    translator: () => t,
    now: () => new Date(),
    read: (signal) => selection.read(signal),
    requireCurrent: (reading) => selection.requireCurrent(reading),
    cut: summaryCut(parts, words),
  });
  leaves.current = [thread.leave, reply.leave, translate.leave, summary.leave];
  return {
    selected,
    selection,
    identity,
    owner,
    parts,
    onParts,
    wishes,
    onWishes,
    direction,
    onDirection,
    delivery,
    thread,
    reply,
    translate,
    summary,
  };
}

export type MailTasks = ReturnType<typeof useMailTasks>;
