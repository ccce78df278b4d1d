import { readFile } from "node:fs/promises";
import { createOpenaiRunner } from "@genai-office/shared/gateway";
import { composeMessages } from "@genai-office/shared/prompts";
import { GenaiError, type ModelCard, type StepRunner } from "@genai-office/shared/vocabulary";
import { ConfigurationError } from "../config/configuration-error";
import type { RelayConfig, UpstreamSettings } from "../config/relay-config";
import { createOfflineEngine } from "./offline";
import { withUpstreamRefusals } from "./upstream-refusals";

/**
 * One runner per card of the catalogue, chosen by the card's contract. Nothing is sent until a step runs.
 * @throws ConfigurationError when a card needs a contract, or an upstream, that this relay has not
 */
export function createRunners(config: Pick<RelayConfig, "catalogue" | "upstream">): (card: ModelCard) => StepRunner {
  const offline = createOfflineEngine();
  const runners = new Map<string, StepRunner>();
  for (const card of config.catalogue.models) runners.set(card.id, createRunner(card, config.upstream, offline));
  return (card) => {
    const runner = runners.get(card.id);
    if (runner === undefined) throw new GenaiError("model-unknown", "no runner for that model");
    return runner;
  };
}

function createRunner(card: ModelCard, upstream: UpstreamSettings | undefined, offline: StepRunner): StepRunner {
  if (card.contract === "offline") return offline;
  if (card.contract !== "openai") {
    throw new ConfigurationError(`model ${card.id}: this relay cannot speak the contract ${card.contract}`);
  }
  if (upstream === undefined) {
    throw new ConfigurationError(
      `model ${card.id} needs a server: set GENAI_UPSTREAM_URL, or take it out of MODELS_FILE`,
    );
  }
  const runner = createOpenaiRunner({
    baseUrl: upstream.baseUrl,
    credentials: () => readCredentials(upstream),
    card,
    composeMessages,
  });
  return withUpstreamRefusals(runner);
}

/**
 * The header that carries the key. The file is read for every call, so that a key can be changed without a restart.
 * @throws GenaiError "unauthorized" when the file cannot be read or is empty
 */
export async function readCredentials(upstream: UpstreamSettings): Promise<Record<string, string>> {
  if (upstream.keyFile === undefined) return {};
  let key: string;
  try {
    key = (await readFile(upstream.keyFile, "utf8")).trim();
  } catch (cause) {
    throw new GenaiError("unauthorized", "the file of the upstream key cannot be read", { cause });
  }
  // A key with a line break or another control character would be refused as a header with a message that quotes it.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new GenaiError("unauthorized", "the file of the upstream key holds no usable key");
  const bearer = upstream.keyHeader.toLowerCase() === "authorization";
  return { [upstream.keyHeader]: bearer ? `Bearer ${key}` : key };
}
