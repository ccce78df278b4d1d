import { HostError, type HostValue } from "../../rich-api/emulated-type";

/** A text argument. @throws HostError `InvalidArgument` */
export function textArgument(value: HostValue): string {
  if (typeof value !== "string") throw new HostError("InvalidArgument", "A text was expected.");
  return value;
}

/** One of the given words; `fallback` when the argument was left out. @throws HostError `InvalidArgument` */
export function choiceArgument<Choice extends string>(
  value: HostValue,
  choices: readonly Choice[],
  fallback?: Choice,
): Choice {
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new HostError("InvalidArgument", `${String(value)} is not allowed here.`);
  return found;
}

export function numberArgument(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new HostError("InvalidArgument", "A number was expected.");
  }
  return value;
}

export function itemNotFound(): HostError {
  return new HostError("ItemNotFound", "The requested item was not found.", 404);
}

export function notEmulated(what: string): HostError {
  return new HostError("NotImplemented", `${what} is not emulated.`, 501);
}
