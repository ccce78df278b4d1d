import { ConfigurationError } from "@genai-office/shared/database";
import { AddressUnusableError, PortInUseError } from "./listen";

/**
 * What the person at the terminal reads when a start failed: one line for what they can mend, the stack for a fault of
 * ours. `portAdvice` names the setting that changes the port.
 */
export function startFailure(error: unknown, portAdvice: string): string {
  if (error instanceof PortInUseError) return `Cannot start: port ${error.port} is in use. ${portAdvice}`;
  if (error instanceof ConfigurationError || error instanceof AddressUnusableError)
    return `Cannot start: ${error.message}`;
  return `Cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
