import { asGenaiError, type ArtifactEvent, type GenerateEvent } from "../../../vocabulary";
import type { AppAnswer } from "./app-answer";
import type { AppArtifact } from "./read-artifacts";

/** Fetches the content (base64) of a file that GENAI keeps. */
export type FetchArtifact = (fileUrl: string) => Promise<string>;

/** The events of an answer: its text, the tokens, its files. A file that cannot be had is told as missing. */
export async function* answerEvents(
  { text, usage, artifacts }: AppAnswer,
  fetchArtifact: FetchArtifact | undefined,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent, void, undefined> {
  if (text !== "") yield { type: "text-delta", text };
  if (usage !== undefined) yield usage;
  for (const artifact of artifacts) yield await artifactEvent(artifact, fetchArtifact, signal);
}

async function artifactEvent(
  artifact: AppArtifact,
  fetchArtifact: FetchArtifact | undefined,
  signal: AbortSignal,
): Promise<ArtifactEvent> {
  const { name } = artifact;
  if ("content" in artifact) return { type: "artifact", name, content: artifact.content };
  if (!("fileUrl" in artifact) || fetchArtifact === undefined) {
    return { type: "artifact", name, content: "", missing: "not-found" };
  }
  try {
    return { type: "artifact", name, content: await fetchArtifact(artifact.fileUrl) };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return { type: "artifact", name, content: "", missing: asGenaiError(thrown).code };
  }
}
