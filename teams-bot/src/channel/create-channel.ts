import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type Request as BotRequest,
  type Response as BotResponse,
} from "botbuilder";
import type { MessageHandler, OutgoingMessage, Post } from "./incoming-message";
import { repairEntities } from "./repair-entities";

export interface ChannelOptions {
  /** Registration of the bot; undefined only on loopback, where nothing is verified (emulators). */
  credentials: { appId: string; appPassword: string; tenantId: string } | undefined;
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
export function createChannel({ credentials, onMessage, onDefect }: ChannelOptions): Channel {
  repairEntities();
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      credentials === undefined
        ? {}
        : {
            MicrosoftAppId: credentials.appId,
            MicrosoftAppPassword: credentials.appPassword,
            MicrosoftAppTenantId: credentials.tenantId,
            MicrosoftAppType: "SingleTenant",
          },
    ),
  );
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
    const work = onMessage(message, stopping.signal, post)
      .then(post)
      .catch(onDefect)
      .finally(() => running.delete(work));
    running.add(work);
  };

  return {
    async receive(authorization, activity) {
      const reply: ChannelReply = { status: 200 };
      const request = { method: "POST", headers: { authorization }, body: activity } as unknown as BotRequest;
      const response = {
        status: (status: number) => {
          reply.status = status;
        },
        send: (body: unknown) => {
          reply.body = body;
        },
        end: () => undefined,
        header: () => undefined,
        socket: undefined,
      } as unknown as BotResponse;
      try {
        await adapter.process(request, response, (context) => {
          if (context.activity.type === ActivityTypes.Message) answerLater(context.activity);
          return Promise.resolve();
        });
      } catch (error) {
        onDefect(error);
        return { status: 400 };
      }
      // The SDK puts the text of what was wrong with a token into the body; nobody outside is to read it.
      return reply.status >= 400
        ? { status: reply.status === 500 && authorization !== "" ? 401 : reply.status }
        : reply;
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

function toActivity({ text, generated }: OutgoingMessage): Partial<Activity> {
  return { type: ActivityTypes.Message, text, ...(generated ? { entities: [generatedLabel] } : {}) };
}
