import { ConfigurationError, PortInUseError, stopOnSignal } from "@genai-office/relay";
import { BuildFailedError, startPlayground } from "./server";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm start`: builds what is stale, starts, prints one address, asks nothing. */
async function main(): Promise<void> {
  const playground = await startPlayground({ environment: process.env, say });
  stopOnSignal(playground);
  say(`Open ${playground.hostUrl}`);
  say("The browser asks once about the certificate: it is your own, made for localhost on this machine.");
}

main().catch((error: unknown) => {
  if (error instanceof BuildFailedError) say(`${error.output}\nCannot start: ${error.message}.`);
  else if (error instanceof ConfigurationError) say(`Cannot start: ${error.message}`);
  else if (error instanceof PortInUseError) {
    say(`Cannot start: port ${error.port} is in use. Set PORT and HOST_PORT to free ones.`);
  } else say(`Cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
});
