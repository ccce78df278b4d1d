import type { JobKind } from "@genai-office/shared/jobs";

/**
 * Jobs of one lane never wait for those of the other: minutes and AI apps take minutes, and somebody who asks in a chat is
 * waiting before the screen.
 */
export type JobLane = "chat" | "long";

export const lanes: readonly JobLane[] = ["chat", "long"];

const lanesOfKinds: Record<JobKind, JobLane> = {
  ask: "chat",
  summarize: "chat",
  translate: "chat",
  "message-action": "chat",
  delivery: "chat",
  minutes: "long",
  research: "long",
};

export function laneOf(kind: JobKind): JobLane {
  // A kind of a later version, which this one ends.
  return (lanesOfKinds as Partial<Record<string, JobLane>>)[kind] ?? "long";
}
