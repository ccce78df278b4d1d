import { startFailure, stopOnSignal } from "@genai-office/relay";
import { BuildFailedError, startPlayground } from "./server";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm start`: builds what is stale, starts, prints one address, asks nothing. */
async function main(): Promise<void> {
  const playground = await startPlayground({ environment: process.env, say });
  stopOnSignal(playground);
  say(`Open ${playground.hostUrl}`);
  say(`The mailbox: ${playground.hostUrl}/mail`);
  say(`Teams: ${playground.hostUrl}/teams`);
  say(`The admin page: ${playground.paneUrl}/admin/`);
  say("The browser asks once about the certificate: it is your own, made for localhost on this machine.");
}

main().catch((error: unknown) => {
  if (error instanceof BuildFailedError) say(`${error.output}\nCannot start: ${error.message}.`);
  else say(startFailure(error, "Set PORT and HOST_PORT to free ones."));
  process.exitCode = 1;
});
