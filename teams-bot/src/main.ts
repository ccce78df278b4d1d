import { startBot, type BotServer } from "./bot-server";
import { ConfigurationError, readConfiguration } from "./configuration";

/** `npm run start:bot`. SIGTERM and SIGINT end it after what is running was answered or aborted. */
async function main(): Promise<void> {
  let bot: BotServer;
  try {
    const configuration = readConfiguration(process.env);
    bot = await startBot(configuration);
    process.stdout.write(
      `The bot listens on ${bot.url}/api/messages and asks the relay at ${configuration.relayUrl}.\n`,
    );
    if (configuration.credentials === undefined)
      process.stdout.write("Without MICROSOFT_APP_ID nothing is verified: for emulators on this machine only.\n");
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  const stop = () => void bot.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

await main();
