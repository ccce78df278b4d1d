import type { CallerKey } from "../../policy/caller";

/** Callers that something is kept for at once; who has not asked for longest goes first. */
const maximumCallers = 2_000;

/**
 * Keeps one thing for each caller, made when it is first asked for, and made anew when another person asks under the
 * same id: what it remembers of one person is nothing for the next.
 */
export class PerCaller<Value> {
  private readonly kept = new Map<string, { value: Value; session: unknown }>();

  /** @param sessionOf the sign-in behind the caller; nothing where keys are not a person's */
  constructor(
    private readonly make: (caller: CallerKey) => Value,
    private readonly sessionOf: (caller: CallerKey) => unknown = () => undefined,
  ) {}

  get(caller: CallerKey): Value {
    const session = this.sessionOf(caller);
    const known = this.kept.get(caller.id);
    const value = known !== undefined && known.session === session ? known.value : this.make(caller);
    this.kept.delete(caller.id);
    if (this.kept.size >= maximumCallers) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(caller.id, { value, session });
    return value;
  }
}
