/** What the page reads of an activity; the whole is what the wire log shows. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly attachments?: readonly Attachment[];
  readonly entities?: readonly Readonly<Record<string, unknown>>[];
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export interface Attachment {
  readonly contentType: string;
  readonly name?: string;
  readonly content?: unknown;
}

/** An activity as it stands in a conversation now. */
export interface StandingActivity {
  readonly id: string;
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly activity: Activity;
  readonly streaming?: "informative" | "streaming";
  readonly editedAt?: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly objectId: string;
  readonly email: string;
}

export interface Chat {
  readonly id: string;
  readonly kind: "personal" | "groupChat" | "channel";
  readonly name: string;
  readonly meeting?: { readonly id: string; readonly title: string };
  readonly members: readonly string[];
  activities: StandingActivity[];
}

/** What people can pick: a command of the bot, a message action, a trouble. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** What the server says at GET /teams/api/state. */
export interface TeamsState {
  readonly bot: { readonly id: string; readonly name: string };
  readonly tenant: string;
  readonly people: readonly Person[];
  readonly conversations: readonly Chat[];
  readonly commands: readonly Omit<Choice, "id">[];
  readonly messageActions: readonly Choice[];
  readonly faults: readonly Choice[];
  readonly armed: readonly string[];
  readonly answered: Readonly<Record<string, string>>;
}

/** One request and its answer on the wire between connector and bot. */
export interface Exchange {
  readonly number: number;
  readonly direction: "to-bot" | "to-connector";
  readonly method: string;
  readonly path: string;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly request?: unknown;
  readonly status?: number;
  readonly response?: unknown;
  readonly fault?: string;
  readonly failure?: string;
}

/** What the server sends at GET /teams/api/events. */
export type TeamsEvent =
  | { readonly type: "ready" }
  | {
      readonly type: "activity";
      readonly change: "added" | "updated" | "removed" | "typing";
      readonly conversation: string;
      readonly activity: StandingActivity;
    }
  | { readonly type: "conversation"; readonly conversation: string }
  | { readonly type: "exchange"; readonly exchange: Exchange }
  | { readonly type: "armed"; readonly armed: readonly string[] };

/** What the bot answered; a status of null says that it did not. */
export interface Outcome {
  readonly status: number | null;
  readonly body?: unknown;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
