import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity } from "botbuilder";
import { createAdmission, type Refusal } from "./admission";
import { ownCredentials, publicChannelIssuer, sdkSettings, type ChannelService } from "./channel-service";
import { systemClock, type Clock } from "./clock";
import { createConnection } from "./connection";
import { personOf, type Conversation } from "./conversation";
import type { IncomingHandler } from "./incoming";
import { dialogReply, eventReply, type ChannelReply } from "./invoke-replies";
import type { FilePlace, Speech } from "./outgoing";
import { createPace } from "./pace";
import { createPersonFiles } from "./person-files";
import { signInActivity, silentSignInMs, takeTokenExchange, type PersonalSignIn } from "./personal-sign-in";
import { readEvent, readInvoke, readMessageAction, type ReadingParts } from "./read-incoming";
import { repairEntities } from "./repair-entities";
import { teamsServiceHosts } from "./service-hosts";
import { createSender } from "./sender";
import { createSpeech } from "./speech";

export interface ChannelOptions {
  /** Registration of the bot; undefined only on loopback, where nothing is verified (emulators). */
  credentials: { appId: string; appPassword: string; tenantId: string } | undefined;
  /** Tenants beside the bot's own whose people may write to it; lower case. */
  tenantIds?: readonly string[];
  /** Hosts beside those of Teams that the bot may post to. */
  serviceHosts?: readonly string[];
  /** Another service than Microsoft's public one. */
  service?: ChannelService;
  /** Where people's own tokens are asked for. */
  signIn?: PersonalSignIn | undefined;
  /** Who hears of what comes in. */
  handler: IncomingHandler;
  /** Told about what went wrong outside a turn; the text of an error holds no message text. */
  onDefect(error: unknown): void;
  /** Told that an activity with a good token was refused, and by which of our rules; nobody outside is. */
  onRefused?(reason: Refusal): void;
  /** Default: the machine's. */
  clock?: Clock;
  /** How long one request to the connector may take. Milliseconds; default: 15 s. */
  requestMs?: number;
}

/** The Bot Framework, behind a port that knows activity JSON only. */
export interface Channel {
  /** Takes one POST of the connector, and answers it within 5 seconds; the work goes on behind it. */
  receive(authorization: string, activity: unknown): Promise<ChannelReply>;
  /** How the bot speaks, also long after it was asked. */
  speech: Speech;
  /**
   * Puts a file where Teams wants it, whole; may be repeated as long as the place lasts.
   * @throws GenaiError "not-found" where the place is gone or filled already; retryable where it may go better later
   */
  putFile(place: FilePlace, bytes: Uint8Array): Promise<void>;
  /** Asks Teams for a token of the person, once it is needed, and waits a moment for it. @throws GenaiError */
  requestSignIn(conversation: Conversation, activityId: string): Promise<void>;
}

/** Teams waits 5 seconds for an invoke, and 15 for a message (reference page on Teams, 3.3). Milliseconds. */
const acknowledgeMs = 4_500;

/** Makes the channel over botbuilder. */
export function createChannel(options: ChannelOptions): Channel {
  const { credentials, service, signIn, handler, onDefect, clock = systemClock, requestMs = 15_000 } = options;
  repairEntities();
  const authentication = new ConfigurationBotFrameworkAuthentication(
    credentials === undefined
      ? {}
      : {
          MicrosoftAppId: credentials.appId,
          MicrosoftAppPassword: credentials.appPassword,
          MicrosoftAppTenantId: credentials.tenantId,
          MicrosoftAppType: "SingleTenant",
          ...(service === undefined ? {} : sdkSettings(service)),
        },
    credentials && service?.ownToken && ownCredentials(credentials.appId, service.ownToken),
  );
  const hosts = credentials && [...teamsServiceHosts, ...(options.serviceHosts ?? [])];
  const admission = createAdmission({
    authentication,
    issuer: service?.issuer ?? publicChannelIssuer,
    tenants: credentials && [credentials.tenantId.toLowerCase(), ...(options.tenantIds ?? [])],
    hosts,
    onDefect,
    onRefused: (reason) => options.onRefused?.(reason),
  });
  const connection = createConnection(new CloudAdapter(authentication), credentials?.appId ?? "", requestMs);
  const sending = { connection, pace: createPace(clock), clock };
  const sender = createSender(sending);
  const files = createPersonFiles(hosts);
  const reading: ReadingParts = { files };

  /** Hands an activity on, and says what to answer. */
  async function dispatch(activity: Activity): Promise<ChannelReply> {
    if (activity.type !== "invoke") {
      const event = readEvent(activity, reading);
      if (event !== undefined) await handler.onEvent(event);
      return { status: 200 };
    }
    const exchanged = await takeTokenExchange(activity, signIn);
    if (exchanged !== undefined) return exchanged;
    const action = readMessageAction(activity);
    if (action !== undefined) return dialogReply(await handler.onMessageAction(action));
    const event = readInvoke(activity);
    if (event === undefined) return { status: 501 };
    await handler.onEvent(event);
    return eventReply(event);
  }

  return {
    async receive(authorization, body) {
      const activity = await admission.admit(authorization, body);
      if (typeof activity === "number") return { status: activity };
      const answered = new AbortController();
      // What could not be noted comes again after an error, and who notes it knows it by its id.
      const late = clock.sleep(acknowledgeMs, answered.signal).then((): ChannelReply => ({ status: 503 }));
      const reply = dispatch(activity).catch((error: unknown): ChannelReply => {
        onDefect(error);
        return { status: 500 };
      });
      const first = await Promise.race([reply, late]);
      answered.abort();
      return first;
    },
    speech: createSpeech(sending),
    putFile: ({ address }, bytes) => files.put(address, bytes),
    async requestSignIn(conversation, activityId) {
      const person = personOf(conversation);
      if (signIn === undefined || conversation.kind !== "personal" || !signIn.isMissing(person)) return;
      await sender.post(conversation, signInActivity(signIn, activityId));
      await signIn.wait(person, silentSignInMs);
    },
  };
}
