import type { SwitchedOff } from "@genai-office/shared/relay-client";
import type { ThrownSwitch } from "./switch";

/** What clients are told of the switches: nothing of who threw them, and nothing of models that they are not offered. */
export function switchedOffFor(thrown: readonly ThrownSwitch[], models: ReadonlySet<string>): SwitchedOff[] {
  return thrown
    .filter(({ subject }) => subject.scope !== "model" || models.has(subject.model))
    .map(({ subject, reason, since }) => ({ ...subject, reason, since }));
}
