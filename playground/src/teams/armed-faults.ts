import type { Connector, Fault } from "./connector";
import { faultChoices, slowMs } from "./fault-choices";

/** Which trouble is waiting for its next request. */
export class ArmedFaults {
  private readonly armed = new Map<string, Fault | undefined>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly connector: Connector) {
    connector.subscribe((event) => {
      if (event.type === "exchange") this.forgetMet();
    });
  }

  get ids(): string[] {
    return [...this.armed.keys()];
  }

  /** @returns ends that */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Sets a trouble up, or takes it back. @returns false when there is no such choice */
  toggle(id: string): boolean {
    const choice = faultChoices.find((candidate) => candidate.id === id);
    if (choice === undefined) return false;
    if (this.armed.has(id)) {
      this.armed.get(id)?.remove();
      this.armed.delete(id);
    } else if (choice.effect === undefined) this.armed.set(id, undefined);
    else {
      const fault = this.connector.faults.add(choice.effect, choice.match, choice.times);
      if (choice.effect.kind === "hold") void fault.reached.then(() => setTimeout(() => fault.release(), slowMs));
      this.armed.set(id, fault);
    }
    this.changed();
    return true;
  }

  /** True once when people's next message is to be delivered twice. */
  takeResend(): boolean {
    const wasArmed = this.armed.delete("resend");
    if (wasArmed) this.changed();
    return wasArmed;
  }

  private forgetMet(): void {
    for (const [id, fault] of this.armed) {
      const { times = 1 } = faultChoices.find((choice) => choice.id === id)!;
      if (fault === undefined || fault.met < times) continue;
      this.armed.delete(id);
      this.changed();
    }
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
