import { AuthError, ConfidentialClientApplication, type AuthenticationResult } from "@azure/msal-node";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { PersonalSignIn } from "../channel";
import { createPersonTokens } from "./person-tokens";
import type { RelayAccess } from "./relay-access";

/** Signs the bot in to the relay, for one person at a time. */
export interface RelaySignIn {
  /**
   * Headers for a request that this person's message has led to: their own token where Teams gave one, else the bot's, with
   * the object id of the person.
   * @throws GenaiError "unauthorized" when no token can be got; its message and cause name nothing of the answer
   */
  headersFor(person: string): Promise<Record<string, string>>;
  /** For the channel; undefined when people are not asked for tokens. */
  personal: PersonalSignIn | undefined;
}

/** Header by which the relay learns for whom the bot asks (relay/src/sign-in/require-sign-in.ts). */
const onBehalfOfHeader = "X-GenAI-On-Behalf-Of";

/** People of a ministry who use the bot within an hour. */
const mostPeople = 20_000;
/** After a refusal the person is not asked for a token again for so long: the card would come with every message. */
const restMs = 3_600_000;

interface Credentials {
  appId: string;
  appPassword: string;
  tenantId: string;
}

/**
 * Tokens for the relay by @azure/msal-node. The bot's own token and people's tokens come from two applications: with one, a
 * token service that sends no `client_info` makes the library answer a request for the bot's own token with a token of a
 * person out of its cache (seen with msal-node 7.2.1).
 */
export function createRelaySignIn(credentials: Credentials, access: RelayAccess, now = Date.now): RelaySignIn {
  const application = (): ConfidentialClientApplication => {
    const { authority, networkClient } = access;
    return new ConfidentialClientApplication({
      auth: {
        clientId: credentials.appId,
        clientSecret: credentials.appPassword,
        authority,
        knownAuthorities: [new URL(authority).host],
      },
      ...(networkClient === undefined ? {} : { system: { networkClient } }),
    });
  };
  const forPeople = application();
  const forItself = application();
  const tokens = createPersonTokens(mostPeople, now);
  const refused = new Map<string, number>();

  async function exchange(person: string, assertion: string): Promise<boolean> {
    let result: AuthenticationResult | null;
    try {
      result = await forPeople.acquireTokenOnBehalfOf({
        oboAssertion: assertion,
        scopes: [`${access.audience}/${access.scope}`],
        // What is needed is kept below, by person; the library's own cache would grow with everybody's tokens.
        skipCache: true,
      });
    } catch (error) {
      if (!(error instanceof AuthError)) throw error;
      if (refused.size >= mostPeople) refused.clear();
      refused.set(person, now() + restMs);
      tokens.giveUp(person);
      return false;
    } finally {
      forPeople.clearCache();
    }
    // The token has to be that of who wrote: a card can be answered by anybody in its conversation.
    if (result === null) return false;
    const { accessToken, expiresOn, uniqueId, tenantId } = result;
    const isTheirs = uniqueId.toLowerCase() === person.toLowerCase() && tenantId === credentials.tenantId;
    if (!isTheirs || expiresOn === null) return false;
    refused.delete(person);
    tokens.set(person, accessToken, expiresOn.getTime());
    return true;
  }

  async function ownToken(): Promise<string> {
    try {
      const result = await forItself.acquireTokenByClientCredential({ scopes: [`${access.audience}/.default`] });
      if (result !== null) return result.accessToken;
    } catch (error) {
      // The library's errors quote what the login service said.
      if (!(error instanceof AuthError)) throw error;
    }
    throw new GenaiError("unauthorized", "the bot got no token for the relay");
  }

  const { personal } = access;
  return {
    async headersFor(person) {
      const token = tokens.get(person);
      if (token !== undefined) return { Authorization: `Bearer ${token}` };
      return { Authorization: `Bearer ${await ownToken()}`, [onBehalfOfHeader]: person };
    },
    personal: personal && {
      ...personal,
      isMissing: (person) => tokens.get(person) === undefined && (refused.get(person) ?? 0) <= now(),
      take: async (person, token) => tokens.get(person) !== undefined || exchange(person, token),
      wait: (person, milliseconds) => tokens.wait(person, milliseconds),
    },
  };
}
