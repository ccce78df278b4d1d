export { startBot, type BotServer } from "./bot-server";
export { ConfigurationError, readConfiguration, type BotConfiguration } from "./configuration";
