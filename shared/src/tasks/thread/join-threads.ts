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

/** 「該当がない場合もその旨を」 is another request than 「該当がある場合は様式を」. */
function isOfNone(text: string): boolean {
  return /(?:が|は|の|も)な(?:い|き)(?:場合|とき|方|人|[課室局部])|なければ|なしの場合|\bif (?:there (?:is|are) )?(?:no|none)\b/iu.test(
    text,
  );
}

function joinRequests(requests: readonly DraftRequest[]): DraftRequest[] {
  const kept: DraftRequest[] = [];
  for (const request of requests) {
    const twin = kept.findIndex(
      (other) => saysTheSame(other, request) && isOfNone(other.text) === isOfNone(request.text),
    );
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
