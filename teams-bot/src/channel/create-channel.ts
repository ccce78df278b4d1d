import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
} from "botbuilder";
import { AuthenticationError } from "botframework-connector";
import { ownCredentials, publicChannelIssuer, sdkSettings, type ChannelService } from "./channel-service";
import type { MessageHandler, OutgoingMessage, Post } from "./incoming-message";
import { signInCard, silentSignInMs, takeTokenExchange, type PersonalSignIn } from "./personal-sign-in";
import { readActivity, tenantOf } from "./read-activity";
import { repairEntities } from "./repair-entities";
import { isServiceAddress, teamsServiceHosts } from "./service-hosts";

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
  onMessage: MessageHandler;
  /** Told about what went wrong outside a turn; the text of an error holds no message text. */
  onDefect(error: unknown): void;
}

/** Answer to the connector's POST. */
export interface ChannelReply {
  status: number;
  body?: unknown;
}

/** The Bot Framework, behind a port that knows activity JSON only. */
export interface Channel {
  /** Takes one POST of the connector. Answers at once; the work goes on behind it. */
  receive(authorization: string, activity: unknown): Promise<ChannelReply>;
  /** Ends running work and waits for it. */
  stop(): Promise<void>;
}

/** Root entity by which Teams shows its own label for generated text. */
const generatedLabel = {
  type: "https://schema.org/Message",
  "@type": "Message",
  "@context": "https://schema.org",
  additionalType: ["AIGeneratedContent"],
};

/** Makes the channel over botbuilder. */
export function createChannel(options: ChannelOptions): Channel {
  const { credentials, service, signIn, onMessage, onDefect } = options;
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
  const adapter = new CloudAdapter(authentication);
  const issuer = service?.issuer ?? publicChannelIssuer;
  const tenants = credentials && [credentials.tenantId.toLowerCase(), ...(options.tenantIds ?? [])];
  const hosts = credentials && [...teamsServiceHosts, ...(options.serviceHosts ?? [])];
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  // The connector resends after 15 seconds, and the SDK holds its request for the whole turn: the turn only notes the
  // message, the answer follows on its own (reference page on Teams, 3.3).
  const answerLater = (activity: Activity) => {
    const message = {
      text: TurnContext.removeRecipientMention(activity) ?? activity.text ?? "",
      locale: activity.locale ?? "",
      person: activity.from?.aadObjectId ?? activity.from?.id ?? "",
      // Emulators leave the kind of conversation out; Teams never does.
      personal: (activity.conversation?.conversationType ?? "personal") === "personal",
    };
    const reference = TurnContext.getConversationReference(activity);
    const post: Post = (answer) =>
      adapter.continueConversationAsync(credentials?.appId ?? "", reference, async (context) => {
        await context.sendActivity(toActivity(answer));
      });
    const ownToken = async () => {
      if (signIn === undefined || !message.personal || !signIn.isMissing(message.person)) return;
      await adapter.continueConversationAsync(credentials?.appId ?? "", reference, async (context) => {
        await context.sendActivity(signInCard(signIn, activity.id ?? message.person));
      });
      await signIn.wait(message.person, silentSignInMs);
    };
    // Without a token of their own the bot asks for them; that is no reason not to answer.
    const work = ownToken()
      .catch(onDefect)
      .then(() => onMessage(message, stopping.signal, post))
      .then(post)
      .catch(onDefect)
      .finally(() => running.delete(work));
    running.add(work);
  };

  /** Undefined for a token that is no good in whatever way: the SDK's reasons are for nobody outside. */
  async function identify(activity: Activity, authorization: string) {
    try {
      const result = await authentication.authenticateRequest(activity, authorization);
      if (credentials === undefined) return result;
      // The SDK also takes tokens of emulators and of other bots, and tokens without an end; Teams sends none of these.
      const { claimsIdentity: claims } = result;
      const isOfChannel = claims.getClaimValue("iss") === issuer && Number(claims.getClaimValue("exp")) > 0;
      return isOfChannel ? result : undefined;
    } catch (error) {
      if (!isRefusal(error)) onDefect(error);
      return undefined;
    }
  }

  return {
    async receive(authorization, body) {
      const activity = readActivity(body);
      if (activity === undefined) return { status: credentials === undefined ? 400 : 401 };
      const identity = await identify(activity, authorization);
      if (identity === undefined) return { status: 401 };
      const known = tenants === undefined || tenants.includes(tenantOf(activity) ?? "");
      if (!known || !isServiceAddress(activity.serviceUrl, hosts)) return { status: 403 };
      let reply: ChannelReply = { status: activity.type === ActivityTypes.Invoke ? 501 : 200 };
      try {
        await adapter.processActivityDirect(identity, activity, async (context) => {
          if (context.activity.type === ActivityTypes.Message) answerLater(context.activity);
          if (context.activity.type === ActivityTypes.Invoke)
            reply = (await takeTokenExchange(context.activity, signIn)) ?? reply;
        });
      } catch (error) {
        onDefect(error);
        return { status: 500 };
      }
      return reply;
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** What the SDK and its token library throw at tokens; anything else, such as keys that cannot be fetched, is a defect. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof AuthenticationError ||
    ["JsonWebTokenError", "TokenExpiredError", "NotBeforeError"].includes((error as Error).name)
  );
}

function toActivity({ text, generated }: OutgoingMessage): Partial<Activity> {
  return { type: ActivityTypes.Message, text, ...(generated ? { entities: [generatedLabel] } : {}) };
}
