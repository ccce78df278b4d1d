import { HostError } from "./emulated-type";

/** An error that ends a batch, with the place where it happened (`Paragraph.getNext`). */
export class BatchError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location: string,
    readonly httpStatusCode: number,
  ) {
    super(message);
    this.name = "BatchError";
  }
}

/** What the emulated type does not describe. Fails loudly, because answering something would be a lie. */
export function notEmulated(typeName: string, member: string): BatchError {
  const location = `${typeName}.${member}`;
  return new BatchError("NotImplemented", `${location} is not emulated`, location, 501);
}

export function itemNotFound(location: string): BatchError {
  return new BatchError("ItemNotFound", "The requested item was not found.", location, 404);
}

/**
 * Turns whatever a member of an emulated type threw into a batch error at `location`. Only a `HostError` is an answer
 * of the host; anything else is a defect of the emulation, handed to `onDefect` and reported as `GeneralException`.
 */
export function locate(error: unknown, location: string, onDefect: (error: unknown, location: string) => void) {
  if (error instanceof BatchError) return error;
  if (error instanceof HostError) return new BatchError(error.code, error.message, location, error.httpStatusCode);
  onDefect(error, location);
  const message = error instanceof Error ? error.message : String(error);
  return new BatchError("GeneralException", message, location, 500);
}
