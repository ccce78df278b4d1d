import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from "botbuilder";
import { ownCredentials, sdkSettings } from "../../../teams-bot/src/channel/channel-service";
import { channelServiceOf } from "./signed-service";

// The least that a bot on the same SDK can be: says what it was told, within the turn. No database, no queue, no relay.
const { channelService, credentials } = channelServiceOf(process.env);
const settings: ConfigurationBotFrameworkAuthenticationOptions =
  channelService === undefined || credentials === undefined
    ? {}
    : {
        MicrosoftAppId: credentials.appId,
        MicrosoftAppPassword: credentials.appPassword,
        MicrosoftAppTenantId: credentials.tenantId,
        MicrosoftAppType: "SingleTenant",
        ...sdkSettings(channelService),
      };
const tokens = credentials && channelService?.ownToken && ownCredentials(credentials.appId, channelService.ownToken);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, tokens));

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const activity = JSON.parse(Buffer.concat(parts).toString("utf8")) as Activity;
    adapter
      .processActivityDirect(request.headers.authorization ?? "", activity, async (context) => {
        if (context.activity.type === ActivityTypes.Message) await context.sendActivity(context.activity.text);
      })
      .then(
        () => response.writeHead(200).end(),
        () => response.writeHead(500).end(),
      );
  });
});
process.once("message", () => {
  server.listen(0, "127.0.0.1", () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
});
process.send?.({ ready: true });
process.once("disconnect", () => process.exit());
