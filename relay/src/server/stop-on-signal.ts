import type { Relay } from "./create-relay";

/**
 * Stops the relay when the process is asked to end, then exits with 0. A second signal ends it at once with 1.
 */
export function stopOnSignal(relay: Pick<Relay, "stop">): void {
  let asked = false;
  function stop(): void {
    if (asked) process.exit(1);
    asked = true;
    relay.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  }
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
