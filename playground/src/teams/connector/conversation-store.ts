import type { ConnectorPerson } from "./people";
import type { Refusal, WireActivity } from "./activity";
import { RateLimits } from "./rules/rate-limits";
import { ConversationStreams, streamGapMs } from "./rules/streaming";

/** An activity as it stands in a conversation now. */
export interface StandingActivity {
  id: string;
  /** Account of a person, or of the bot. */
  from: string;
  /** Milliseconds of the connector's clock. */
  at: number;
  activity: WireActivity;
  /** Set while a stream writes it. */
  streaming?: "informative" | "streaming";
  editedAt?: number;
}

/** A chat, as Teams shows it. */
export interface ConnectorConversation {
  id: string;
  kind: "personal" | "groupChat" | "channel";
  name: string;
  /** Set for the chat of a meeting. */
  meeting?: { id: string; title: string };
  members: ConnectorPerson[];
  /** Oldest first; what was removed is gone. */
  activities: StandingActivity[];
}

/** A conversation with what the rules need to know about it. */
export interface RuledConversation extends ConnectorConversation {
  streams: ConversationStreams;
  rates: { take(): Refusal | undefined };
}

const unlimited = { take: (): Refusal | undefined => undefined };

/** The conversations of a fake Teams. */
export class ConversationStore {
  readonly all = new Map<string, RuledConversation>();

  /** @param rateLimits false takes any number of requests */
  constructor(
    private readonly now: () => number,
    private readonly rateLimits: boolean,
  ) {}

  add(conversation: Omit<ConnectorConversation, "activities">): RuledConversation {
    const ruled = Object.assign(conversation, {
      activities: [],
      streams: new ConversationStreams(this.now, this.rateLimits ? streamGapMs : 0),
      rates: this.rateLimits ? new RateLimits(this.now) : unlimited,
    });
    this.all.set(conversation.id, ruled);
    return ruled;
  }

  /** A channel's conversation is also addressed by its thread: `id;messageid=…`. */
  find(id: string): RuledConversation | undefined {
    return this.all.get(id) ?? this.all.get(id.split(";")[0]!);
  }
}

/** The chats that a fake Teams begins with: one personal, a group and a meeting. */
export function firstConversations(people: readonly ConnectorPerson[]): Omit<ConnectorConversation, "activities">[] {
  const [first, ...others] = people;
  if (first === undefined) return [];
  return [
    ...people.map((person) => ({
      id: `a:1${person.id.slice(3)}`,
      kind: "personal" as const,
      name: person.name,
      members: [person],
    })),
    { id: "19:group@thread.v2", kind: "groupChat", name: "調査担当", members: [first, ...others] },
    {
      id: "19:meeting_review@thread.v2",
      kind: "groupChat",
      name: "業務改善検討会",
      meeting: { id: "bWVldGluZy1yZXZpZXc=", title: "業務改善検討会" },
      members: [first, ...others],
    },
    { id: "19:channel@thread.tacv2", kind: "channel", name: "総務課 > 一般", members: [first, ...others] },
  ];
}
