import type { TaskName } from "@genai-office/shared/vocabulary";

/** What can be switched off: everything, a task, or a model. */
export type SwitchSubject = { scope: "whole" } | { scope: "task"; task: TaskName } | { scope: "model"; model: string };

/** Something that is switched off now. */
export interface ThrownSwitch {
  subject: SwitchSubject;
  /** What the operator tells people; plain text, "" when they said nothing. */
  reason: string;
  /** Pseudonym of the operator. */
  by: string;
  /** When it was switched off: milliseconds since 1970. */
  since: number;
  /** Holds on this node only: the database does not have it yet. */
  pending?: true;
}

/** Longest reason. UTF-16 units. */
export const longestReason = 300;

/** True when a switch concerns a step of this task with this model. */
export function concerns({ subject }: ThrownSwitch, step: { task: TaskName; model: string }): boolean {
  switch (subject.scope) {
    case "whole":
      return true;
    case "task":
      return subject.task === step.task;
    case "model":
      return subject.model === step.model;
  }
}

/** How a subject stands in the database: its scope and the name of what is switched off, "" for everything. */
export function targetOf(subject: SwitchSubject): string {
  return subject.scope === "whole" ? "" : subject.scope === "task" ? subject.task : subject.model;
}
