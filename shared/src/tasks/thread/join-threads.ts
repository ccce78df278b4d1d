import { saysTheSame, withoutRepetitions } from "../minutes/join-drafts";
import type { DraftRequest, ThreadDraft } from "./thread-draft";

/** Puts what was read of consecutive pieces of one thread together: what two of them say of the same mail stands once. */
export function joinThreadDrafts(drafts: readonly ThreadDraft[]): ThreadDraft {
  const joined: ThreadDraft = { requests: [], decisions: [], open: [] };
  for (const draft of drafts) {
    joined.requests = joinRequests([...joined.requests, ...draft.requests]);
    joined.decisions = withoutRepetitions([...joined.decisions, ...draft.decisions]);
    joined.open = withoutRepetitions([...joined.open, ...draft.open]);
  }
  return joined;
}

function joinRequests(requests: readonly DraftRequest[]): DraftRequest[] {
  const kept: DraftRequest[] = [];
  for (const request of requests) {
    const twin = kept.findIndex((other) => saysTheSame(other, request));
    if (twin < 0) {
      kept.push(request);
      continue;
    }
    const other = kept[twin]!;
    const longer = request.text.length > other.text.length ? request : other;
    const sources = [...new Set([...other.sources, ...request.sources])];
    kept[twin] = { ...longer, of: other.of || request.of, due: other.due || request.due, sources };
  }
  return kept;
}
