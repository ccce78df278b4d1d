import type { Caller } from "../../policy/caller";

/** Callers that something is kept for at once; who has not asked for longest goes first. */
const maximumCallers = 2_000;

/** Keeps one thing for each caller, made when it is first asked for. */
export class PerCaller<Value> {
  private readonly kept = new Map<string, Value>();

  constructor(private readonly make: (caller: Caller) => Value) {}

  get(caller: Caller): Value {
    const value = this.kept.get(caller.id) ?? this.make(caller);
    this.kept.delete(caller.id);
    if (this.kept.size >= maximumCallers) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(caller.id, value);
    return value;
  }
}
