import type { SummaryGate } from "@genai-office/shared/pane/summary";
import type { MailSource } from "../parts/mail-source";

const strictness = { allow: 0, clearedOnly: 1, ask: 2, block: 3 } as const;

/**
 * Tells that parts which a person keeps back are marked more strictly than what leaves. They no longer decide, but the person is
 * asked with the text in front of them.
 */
export function leftOutOf({ places, wholePlaces }: MailSource, gate: Pick<SummaryGate, "judge">): { leftOut?: true } {
  const isStricter = strictness[gate.judge(wholePlaces).decision] > strictness[gate.judge(places).decision];
  return isStricter ? { leftOut: true } : {};
}
