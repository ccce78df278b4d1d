import { readConfiguration, startBot, type BotServer } from "@genai-office/teams-bot";
import { pino } from "pino";
import type { WorkerTimers } from "../../../teams-bot/src/jobs/job-worker";
import { channelServiceOf } from "./signed-service";

// A node of the bot, as `npm run start:bot` makes it, but for a service of Teams that is not Microsoft's, and for timers of
// tests. Has everything loaded before it is told to start; tells its address to the process that started it, and ends with it.
const configuration = { ...readConfiguration(process.env), ...channelServiceOf(process.env) };
const timers = process.env["BOT_NODE_TIMERS"];
if (timers !== undefined) configuration.jobs.timers = JSON.parse(timers) as WorkerTimers;
const logger = pino({ level: process.env["BOT_NODE_LOG"] ?? "silent" });
let bot: BotServer | undefined;
process.once("message", () => {
  void startBot(configuration, { logger }).then((started) => {
    bot = started;
    process.send?.({ url: started.url });
  });
});
process.once("disconnect", () => process.exit());
process.once("SIGTERM", () => void (bot?.stop() ?? Promise.resolve()).then(() => process.exit()));
process.send?.({ ready: true });
