import { randomUUID } from "node:crypto";

/** An error of Entra's token endpoint, in the shape it has there. The texts are long and name ids: none may be passed on. */
export function entraError(error: string, number: number, sentence: string): Record<string, unknown> {
  const timestamp = `${new Date().toISOString().slice(0, 19).replace("T", " ")}Z`;
  const traceId = randomUUID();
  const correlationId = randomUUID();
  return {
    error,
    error_description: `AADSTS${number}: ${sentence} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
}
