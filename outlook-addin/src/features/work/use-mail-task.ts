import { lazyFlow, reduceTask, type TaskOutput, type TaskState } from "@genai-office/shared/pane/task";
import { useMemo, useReducer, useRef } from "react";
import type { MailSource } from "../parts/mail-source";
import type { MailTaskEvent, MailTaskFlow, MailTaskKind, MailTaskServices } from "./create-mail-task";
import type { MailEngine } from "./mail-engine";

export type MailTaskState<Result extends TaskOutput> = TaskState<MailSource, Result>;

type Event<Result extends TaskOutput> = MailTaskEvent<Result> | { type: "left" };

/** With another message everything that belongs to the one before goes; what was stopped is said. */
export function reduceMailTask<Result extends TaskOutput>(
  state: MailTaskState<Result>,
  event: Event<Result>,
): MailTaskState<Result> {
  if (event.type !== "left") return reduceTask<MailSource, Result, MailTaskState<Result>>(state, event);
  return { work: { phase: "idle" }, notice: state.work.phase === "idle" ? undefined : "mail.switched" };
}

export interface MailTask<Result extends TaskOutput> {
  state: MailTaskState<Result>;
  flow: MailTaskFlow<Result>;
  /** The message has gone. */
  leave(): void;
}

/** One task on the message that is shown: its state, and what can be done. */
export function useMailTask<Result extends TaskOutput>(
  services: MailTaskServices,
  kind: MailTaskKind<Result>,
): MailTask<Result> {
  const [state, dispatch] = useReducer(reduceMailTask<Result>, { work: { phase: "idle" } });
  const latest = useRef({ services, kind });
  latest.current = { services, kind };
  const made = useMemo(() => {
    const now = () => latest.current;
    const load = async () => {
      const { createMailTask } = await import(/* webpackChunkName: "mail-flow" */ "./create-mail-task");
      return createMailTask<Result>(
        {
          selection: {
            read: (signal) => now().services.selection.read(signal),
            requireCurrent: (reading) => now().services.selection.requireCurrent(reading),
          },
          engine: () => now().services.engine(),
          offer: () => now().services.offer(),
          choices: () => now().services.choices(),
          translator: () => now().services.translator(),
          now: () => now().services.now(),
        },
        {
          task: now().kind.task,
          cut: (reading) => now().kind.cut(reading),
          languageOf: (source) => now().kind.languageOf?.(source),
          plan: (source) => now().kind.plan?.(source) ?? {},
          besides: () => now().kind.besides?.() ?? [],
          perform: (engine, sending) => now().kind.perform(engine, sending),
          resultText: (t, outcome) => now().kind.resultText(t, outcome),
        },
        dispatch,
      );
    };
    const flow: MailTaskFlow<Result> = lazyFlow<"run" | "look", MailSource, Result, MailEngine>(load, dispatch);
    const leave = () => {
      flow.abandon();
      dispatch({ type: "left" });
    };
    return { flow, leave };
  }, []);
  return { state, ...made };
}
