export interface WindowNameOptions {
  /** Which Office. Default "Word". */
  readonly host?: "Word" | "Outlook";
  readonly conversationId: string;
  readonly controlId: string;
  /** Address of the host page; its origin must be the one that the answers come from, and https. */
  readonly hostPageUrl: string;
  /** Language of Office's interface: "ja-JP". */
  readonly locale: string;
  readonly correlationId: string;
  readonly disableLogging: boolean;
}

/**
 * The name that the add-in's frame must have before its page loads: office.js finds out of it which host it is in and
 * whom to talk to, so that the add-in's address stays as it is.
 */
export function windowName(options: WindowNameOptions): string {
  const { host = "Word", conversationId, controlId, hostPageUrl, locale, correlationId, disableLogging } = options;
  const fields = [host, "Web", "16.01", locale, correlationId, "", disableLogging ? "disableLogging" : "", "16"];
  return JSON.stringify({
    baseFrameName: controlId,
    hostInfo: fields.join("$"),
    xdmInfo: [conversationId, controlId, hostPageUrl].join("|"),
    serializerVersion: 1,
    flights: "[]",
    disabledChangeGates: "[]",
  });
}
