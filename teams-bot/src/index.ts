export { startBot, type BotOptions, type BotServer } from "./bot-server";
export { ConfigurationError, readConfiguration, type BotConfiguration } from "./configuration";
export { readJobConfiguration, type JobConfiguration } from "./job-configuration";
