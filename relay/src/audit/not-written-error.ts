/** The entry is not in the audit, and will not be. Any other failure leaves open whether it was written. */
export class NotWrittenError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NotWrittenError";
  }
}
