import { ActivityTypes, CardFactory, InputHints, type Activity } from "botbuilder";
import type { OutgoingActivity } from "./message-activities";
import { isRecord } from "./read-activity";

/** A person's own sign-in, as far as the channel carries it: it asks Teams for a token and hands it on. */
export interface PersonalSignIn {
  /** Name that the token comes back under. */
  connectionName: string;
  /** Application id URI of the bot, e.g. "api://genai.example.go.jp/botid-ID". */
  resource: string;
  /** True when a token of this person should be asked for. */
  isMissing(person: string): boolean;
  /** Takes a token of Teams; false when the person has to consent first. */
  take(person: string, token: string): Promise<boolean>;
  /** Waits until a token was taken; at most so long. Milliseconds. */
  wait(person: string, milliseconds: number): Promise<void>;
}

/** A token comes within a second where the person need not be asked; nobody is kept waiting longer for it. */
export const silentSignInMs = 3_000;

/** Invokes have five seconds. */
const exchangeMs = 4_000;

/**
 * The card that makes Teams send a token of the person by `signin/tokenExchange`. Teams shows it only when the person has to
 * consent (reference: Teams documentation, bot SSO).
 */
export function signInActivity({ connectionName, resource }: PersonalSignIn, id: string): OutgoingActivity {
  return {
    type: ActivityTypes.Message,
    inputHint: InputHints.AcceptingInput,
    attachments: [
      {
        contentType: CardFactory.contentTypes.oauthCard,
        content: { text: "サインイン", connectionName, tokenExchangeResource: { id, uri: resource }, buttons: [] },
      },
    ],
  };
}

/** Answer to an invoke. */
export interface InvokeReply {
  status: number;
  body?: unknown;
}

/** Answers `signin/tokenExchange`; undefined for any other invoke. Says nothing of why. */
export async function takeTokenExchange(
  activity: Activity,
  signIn: PersonalSignIn | undefined,
): Promise<InvokeReply | undefined> {
  if (activity.name !== "signin/tokenExchange" || signIn === undefined) return undefined;
  const value: unknown = activity.value;
  if (!isRecord(value)) return { status: 400 };
  const { id, connectionName, token } = value;
  const person = activity.from?.aadObjectId;
  if (typeof id !== "string" || typeof token !== "string" || person === undefined) return { status: 400 };
  if (connectionName !== signIn.connectionName) return { status: 400 };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, exchangeMs, false);
  });
  const taken = await Promise.race([signIn.take(person, token), late]);
  clearTimeout(timer);
  // 412 makes Teams show the card, so that the person can consent.
  return taken ? { status: 200, body: { id, connectionName } } : { status: 412, body: { id, connectionName } };
}
