import type { ClientSettings } from "../../relay-client";
import type { ModelCard } from "../../vocabulary";

/** Whether the ministry wants texts for this model masked, as long as the person has not chosen. What stays here never is. */
export function masksByPolicy(
  card: Pick<ModelCard, "region" | "refusesPersonalData">,
  policy: ClientSettings["masking"]["default"],
): boolean {
  if (card.region === "local") return false;
  return policy === "where-refused" ? card.refusesPersonalData === true : policy === "always";
}
