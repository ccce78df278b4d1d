import { contentWords } from "../../language";
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

/** What tells at once that two requests are not the same, before they are looked at closely: a questionnaire has hundreds. */
interface Traits {
  words: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

/** Less in common is not the same for `saysTheSame` either. */
const leastShare = 0.7;

function traitsOf({ text }: DraftRequest): Traits {
  const plain = text.normalize("NFKC").replace(/(?<=[0-9]),(?=[0-9])/g, "");
  return { words: new Set(contentWords(text)), numbers: new Set(plain.match(/[0-9]+/g)) };
}

function mayBeTheSame(a: Traits, b: Traits): boolean {
  const missing = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
    [...some].filter((one) => !others.has(one)).length;
  if (missing(a.numbers, b.numbers) > 0 && missing(b.numbers, a.numbers) > 0) return false;
  const [short, long] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
  return short.size === 0 || missing(short, long) <= short.size * (1 - leastShare) + 1e-9;
}

/** 「委員：…」 and 「事務局：…」 ask for the same of two groups. */
function isOfOthers(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => /^([^：:。]{1,24})[：:]/u.exec(text)?.[1]!.trim());
  return one !== undefined && other !== undefined && one !== other;
}

function joinRequests(requests: readonly DraftRequest[]): DraftRequest[] {
  const kept: DraftRequest[] = [];
  const traits: Traits[] = [];
  for (const request of requests) {
    const own = traitsOf(request);
    const twin = kept.findIndex(
      (other, index) =>
        mayBeTheSame(traits[index]!, own) &&
        !isOfOthers(other.text, request.text) &&
        saysTheSame(other, request) &&
        isOfNone(other.text) === isOfNone(request.text),
    );
    if (twin < 0) {
      kept.push(request);
      traits.push(own);
      continue;
    }
    const other = kept[twin]!;
    const longer = request.text.length > other.text.length ? request : other;
    const sources = [...new Set([...other.sources, ...request.sources])];
    if (longer === request) traits[twin] = own;
    kept[twin] = { ...longer, of: other.of || request.of, due: other.due || request.due, sources };
  }
  return kept;
}
