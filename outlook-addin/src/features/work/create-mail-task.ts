import type { Translator } from "@genai-office/shared/i18n";
import {
  createTaskFlow,
  type Sending,
  type TaskChoices,
  type TaskFlow,
  type TaskFlowEvent,
  type TaskOutcome,
  type TaskOutput,
  type SendPlan,
} from "@genai-office/shared/pane/task";
import type { ModelOffer } from "@genai-office/shared/pane/summary";
import type { Step, TaskEvent, TaskLanguage } from "@genai-office/shared/vocabulary";
import type { MailReading } from "../../mailbox";
import type { MailSource } from "../parts/mail-source";
import type { MailSelection } from "../selection/mail-selection";
import { leftOutOf } from "./left-out";
import { readSource } from "./read-source";
import type { MailEngine } from "./mail-engine";

/** What the pane gives every task on a mail; asked for at each click. */
export interface MailTaskServices {
  selection: Pick<MailSelection, "read" | "requireCurrent">;
  engine(): Promise<MailEngine>;
  offer(): Promise<ModelOffer>;
  choices(): TaskChoices;
  translator(): Translator;
  now(): Date;
}

/** What makes one task out of the way that all go. */
export interface MailTaskKind<Result extends TaskOutput> {
  task: Step["task"];
  /** Cuts what was read into what leaves, by the person's choice of parts. */
  cut(reading: MailReading): Promise<MailSource>;
  /** Language of the result, where it is not that of the pane. */
  languageOf?(source: MailSource): TaskLanguage | undefined;
  plan?(source: MailSource): Partial<SendPlan<MailSource>>;
  perform(engine: MailEngine, sending: Sending<MailSource>): AsyncIterable<TaskEvent<Result>>;
  /** Texts that leave besides the mail, for the gate. */
  besides?(): readonly string[];
  resultText(t: Translator, outcome: TaskOutcome<MailSource, Result>): string;
}

export type MailTaskFlow<Result extends TaskOutput> = TaskFlow<MailSource, Result, MailEngine>;
export type MailTaskEvent<Result extends TaskOutput> = TaskFlowEvent<MailSource, Result>;
export type MailOutcome<Result extends TaskOutput> = TaskOutcome<MailSource, Result>;

/**
 * The way of a task on the message that is shown: captured once, checked against the selection after the reading and right before
 * the text leaves. What a person leaves out no longer decides; where it is marked more strictly than what leaves, they are
 * asked with the text in front of them.
 */
export function createMailTask<Result extends TaskOutput>(
  services: MailTaskServices,
  kind: MailTaskKind<Result>,
  dispatch: (event: MailTaskEvent<Result>) => void,
): MailTaskFlow<Result> {
  return createTaskFlow<MailSource, Result, MailEngine>({
    task: kind.task,
    engine: () => services.engine(),
    offer: () => services.offer(),
    choices: () => services.choices(),
    translator: () => services.translator(),
    now: () => services.now(),
    connect: () =>
      Promise.resolve({
        read: (signal) => readSource(services.selection, (reading) => kind.cut(reading), signal),
      }),
    places({ places }) {
      return { ...places, body: [...(places.body ?? []), ...(kind.besides?.() ?? [])] };
    },
    languageOf: (source) => kind.languageOf?.(source) ?? services.choices().language,
    requireCurrent: ({ reading }) => services.selection.requireCurrent(reading),
    plan: (source, engine) => ({ ...leftOutOf(source, engine), ...kind.plan?.(source) }),
    perform: (engine, sending) => kind.perform(engine, sending),
    resultText: (t, outcome) => kind.resultText(t, outcome),
    dispatch,
  });
}
