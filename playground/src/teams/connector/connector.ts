import type { BotConfiguration } from "@genai-office/teams-bot";
import type { SentFile, WireActivity, WireAttachment } from "./activity";
import type { ConnectorConversation, StandingActivity } from "./conversation-store";
import type { Delivery } from "./delivery";
import type { Exchange } from "./exchange-log";
import type { Faults } from "./faults";
import type { ConnectorPerson } from "./people";

export interface ConnectorOptions {
  /** Messaging endpoint of the bot, e.g. "http://127.0.0.1:3978/api/messages"; can be set later with `connect`. */
  botUrl?: string;
  /** Application id of the bot. Default: connectorBotId. */
  botId?: string;
  /** Name that people mention the bot by. Default: 「AIアシスト」. */
  botName?: string;
  /** Signs what is sent, and wants the bot's token in return. Default: false, as the offline clients do. */
  signed?: boolean;
  /** Default: `people`. */
  people?: readonly ConnectorPerson[];
  /** Default: a personal chat with each person, a group, a meeting and a channel. */
  conversations?: readonly Omit<ConnectorConversation, "activities">[];
  /** Resource-specific permissions that the bot's package asks for and was given. Default: none, as our package asks for none. */
  permissions?: readonly string[];
  /** Multiplies how long Teams waits for the bot (15 s, 5 s); 0.01 makes 15 s to 150 ms. Default: 1. */
  timeScale?: number;
  /** Clock of the streaming rules and rate limits, in milliseconds; that of the streamer in tests. Default: Date.now. */
  now?: () => number;
  /** False takes any pace, for tests of something else than rates. Default: true. */
  rateLimits?: boolean;
  /** Port; default: any free one. */
  port?: number;
}

/** What changes; a page draws it. */
export type ConnectorEvent =
  | {
      type: "activity";
      change: "added" | "updated" | "removed" | "typing";
      conversation: string;
      activity: StandingActivity;
    }
  | { type: "conversation"; conversation: string }
  | { type: "exchange"; exchange: Exchange };

export interface SayOptions {
  /** Language of the person's client. Default: "ja-JP". */
  locale?: string;
  /** Mentions the bot. Default: everywhere but in personal chats, where one need not. */
  mention?: boolean;
  files?: readonly SentFile[];
  /** Cards in the message, as a message action puts them into the box that people write in. */
  cards?: readonly WireAttachment[];
  /** What `Action.Submit` of a card sends; the text is then left out when empty. */
  value?: unknown;
  replyToId?: string;
}

/** A Teams of our own: speaks the wire of the Bot Framework on loopback, with its rules, limits and faults. */
export interface Connector {
  /** `serviceUrl` of its activities. */
  readonly url: string;
  /** What a registered bot is told to trust; undefined when nothing is signed. */
  readonly service: BotConfiguration["channelService"];
  readonly people: readonly ConnectorPerson[];
  readonly conversations: readonly ConnectorConversation[];
  readonly faults: Faults;
  /** Every request and answer, oldest first. */
  readonly log: readonly Exchange[];
  /** Files that people sent and that the bot put after a consent, by id. */
  readonly files: ReadonlyMap<string, SentFile>;

  /** A token as the connector signs it. @param change claims beside or instead of the good ones @throws Error when nothing is signed */
  token(change?: Record<string, unknown>): string;
  connect(botUrl: string): void;
  conversation(id: string): ConnectorConversation;
  /** What stands in a conversation now, oldest first. */
  activities(conversation: string): readonly StandingActivity[];
  /** What of it the bot has said. */
  botActivities(conversation: string): readonly StandingActivity[];
  /** Activities that the bot sent with POST and PUT, in their order, whatever came of them. */
  sent(match?: { method?: "POST" | "PUT"; conversation?: string }): (Exchange & { request: WireActivity })[];

  /** Does Teams bring this to the bot? What it does not, `say` and `meetingEvent` keep. */
  hears(conversation: string, activity: WireActivity): boolean;
  /** A person's message: stands in the conversation, and goes to the bot when it hears it; else nothing was attempted. */
  say(conversation: string, person: ConnectorPerson, text: string, options?: SayOptions): Promise<Delivery>;
  /** The activity of a message without sending it; for sendings in another order. */
  compose(conversation: string, person: ConnectorPerson, text: string, options?: SayOptions): WireActivity;
  /** Sends any activity to the bot, with the resends of Teams. */
  deliver(activity: WireActivity): Promise<Delivery>;
  /** Sends the same activity again, so many times at once. */
  deliverAgain(activity: WireActivity, times?: number): Promise<Delivery[]>;
  /** An invoke of any name; 5 s, two retries. */
  invoke(
    conversation: string,
    person: ConnectorPerson,
    name: string,
    value: unknown,
    further?: Partial<WireActivity>,
  ): Promise<Delivery>;
  /** The bot is added to a conversation: installationUpdate, then conversationUpdate. */
  install(conversation: string, person: ConnectorPerson): Promise<Delivery[]>;
  /**
   * The meeting of that chat begins or ends. A bot without the permission hears nothing of it; and when it ends, no transcript is
   * there yet (reference page on Teams, 9.3).
   */
  meetingEvent(conversation: string, person: ConnectorPerson, event: "start" | "end"): Promise<Delivery>;
  /** The person is typing. */
  type(conversation: string, person: ConnectorPerson): Promise<Delivery>;
  /** Calls a message action on a message that stands there; `data` makes it the submit of its dialog. */
  messageAction(
    conversation: string,
    person: ConnectorPerson,
    activityId: string,
    commandId: string,
    data?: Record<string, unknown>,
  ): Promise<Delivery>;
  /** `Action.Execute` of a card. */
  executeAction(
    conversation: string,
    person: ConnectorPerson,
    activityId: string,
    action: { verb: string; data?: unknown },
  ): Promise<Delivery>;
  giveFeedback(
    conversation: string,
    person: ConnectorPerson,
    activityId: string,
    reaction: "like" | "dislike",
    text?: string,
  ): Promise<Delivery>;
  /** Answers a file consent card; accepting opens a place to put the file. */
  answerFileConsent(
    conversation: string,
    person: ConnectorPerson,
    activityId: string,
    answer: "accept" | "decline",
  ): Promise<Delivery>;
  /** The person presses stop on what is being written. @returns ids of the streams */
  stopStream(conversation: string): string[];

  /** Told of every change. @returns ends that */
  subscribe(listener: (event: ConnectorEvent) => void): () => void;
  /** Resolves once that holds; looked at after every change. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}
