import type { AppsClient } from "@genai-office/shared/gateway/apps";
import { isRetired } from "@genai-office/shared/models";
import type { AppList, AppService } from "@genai-office/shared/relay-client";
import { asGenaiError, type AppCard, type ModelCard } from "@genai-office/shared/vocabulary";
import { describeError } from "../logging/describe-error";
import type { Caller } from "../policy/caller";
import { todayInJapan } from "../policy/accept-step";
import type { RelayServices } from "../server/relay-services";

/** How long a list is told again without asking the service. Milliseconds. */
const listLifeMs = 60_000;

/** The lists of AI apps that a caller may use: what one person may use says nothing about another. */
export type AppLists = (caller: Caller, signal: AbortSignal) => Promise<AppList>;

/** Makes the lists of a relay; each service is asked on its own, so that one that fails does not hide the others. */
export function createAppLists(
  services: Pick<RelayServices, "catalogueFor" | "connections" | "appsFor" | "logger">,
): AppLists {
  // By the client of one person's sign-in: a list ends with it, also one that was on its way when the person signed out.
  const kept = new WeakMap<AppsClient, { apps: AppCard[]; at: number }>();

  async function appsOf(card: ModelCard, caller: Caller, signal: AbortSignal): Promise<AppCard[] | undefined> {
    const client = services.appsFor(card, caller);
    if (client === undefined) return undefined;
    const known = kept.get(client);
    if (known !== undefined && performance.now() - known.at < listLifeMs) return known.apps;
    const apps = await client.listApps(signal);
    kept.set(client, { apps, at: performance.now() });
    return apps;
  }

  /** Name of the sign-in that the service asks each person for. */
  function signInOf(card: ModelCard): string | undefined {
    const credentials = services.connections.of(card)?.credentials;
    return credentials?.kind === "cognito-user" ? credentials.signIn : undefined;
  }

  async function serviceOf(
    card: ModelCard,
    caller: Caller,
    signal: AbortSignal,
  ): Promise<{ service: AppService; apps: AppCard[] } | undefined> {
    const service: AppService = { id: card.id, name: card.name };
    try {
      const apps = await appsOf(card, caller, signal);
      return apps === undefined ? undefined : { service, apps };
    } catch (thrown) {
      const error = asGenaiError(thrown);
      const { code } = error;
      if (code !== "sign-in-required" && code !== "aborted") {
        services.logger.warn({ service: card.id, error: describeError(error) }, "apps could not be listed");
      }
      const signIn = signInOf(card);
      if (signIn !== undefined && (code === "sign-in-required" || code === "unauthorized")) {
        return { service: { ...service, signInNeeded: signIn, error: "sign-in-required" }, apps: [] };
      }
      // A refusal of the relay's own key is nothing the person could mend by signing in.
      const refused = code === "unauthorized" || code === "forbidden";
      return { service: { ...service, error: refused ? "upstream-unauthorized" : code }, apps: [] };
    }
  }

  return async (caller, signal) => {
    const today = todayInJapan();
    const cards = services
      .catalogueFor(caller.section)
      .models.filter((card) => (card.contract === "exapps" || card.contract === "ai-app") && !isRetired(card, today));
    const answers = await Promise.all(cards.map((card) => serviceOf(card, caller, signal)));
    const known = answers.filter((answer) => answer !== undefined);
    return { services: known.map(({ service }) => service), apps: known.flatMap(({ apps }) => apps) };
  };
}
