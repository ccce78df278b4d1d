import type { Block } from "../../vocabulary";
import { addresseeOf } from "./addressee";
import { isQuestion } from "./asks";
import { conditionOf } from "./conditions";
import { findDues, type FoundDue } from "./find-dues";
import { newestWords } from "./own-words";
import { requestSentences, type RequestSentence } from "./request-sentences";
import { sharesOf } from "./sentence-shares";
import { isWaivable, waivedIn } from "./waivers";

/** Something one mail asks: a question, or something to do, with its deadline as far as the mail states one. */
export interface FoundRequest {
  /** Its sentence, without list marks and line breaks. */
  text: string;
  /** Id of the mail. */
  blockId: string;
  /** Its own deadline, or the one the mail sets for its answer; left out where there is none. */
  due?: FoundDue;
  /** Who the sentence itself asks, where it names somebody: 「施設課におかれましては…」, "Ken, could you…". */
  addressee?: string;
  /** Words of the condition under which it is asked (「修正がある場合のみ」), or that release from it (「修正がなければ返信不要」). */
  condition?: string;
  /** The whole sentence, where it asks each of several people, or by each of several days, and `text` is one of what it asks. */
  sentence?: string;
}

type OwnRequest = Omit<FoundRequest, "blockId">;

/** What is listed of one mail at most; its readers are told how much more it asks (`everyRequest`). */
export const mostRequests = 200;
const longestRequest = 300;
/** A sentence that releases from a request stands this near behind it. */
const mostBetween = 2;

/**
 * What one mail asks of its readers, in order, each once and `mostRequests` at most, with deadlines; what it quotes of earlier mails and its signature are not
 * read, and courtesies ask nothing. A deadline set for the answer as a whole (「１０日までに御回答ください」, 「回答期限：…」) is that of every
 * request without one of its own; the sentence that sets it is a request only where it stands alone.
 * @param written day of the mail, YYYY-MM-DD; tells what 来週 is
 */
export function findRequests(block: Pick<Block, "id" | "text">, written?: string): FoundRequest[] {
  return everyRequest(block, written).slice(0, mostRequests);
}

/** The same without a limit. */
export function everyRequest(block: Pick<Block, "id" | "text">, written?: string): FoundRequest[] {
  return requestsIn(newestWords(block.text), written).map((request) => ({ ...request, blockId: block.id }));
}

/** What words ask that are no mail: nothing of them is quoted. */
export function requestsIn(words: string, written?: string): OwnRequest[] {
  const sentences = requestSentences(words, written);
  const asked = sentences.filter(({ asking }) => asking !== undefined);
  const certain = asked.filter(({ asking }) => asking === "asks");
  // 「明日中に御返信ください。また、別紙を御確認ください。」: what stands before another deed is a request of its own.
  const isForAll = ({ isAnswerOnly }: RequestSentence, index: number): boolean =>
    isAnswerOnly &&
    (index > 0 || certain.slice(1).every((other) => other.isAnswerOnly || other.isItem || isQuestion(other.text)));
  const sure = certain.filter((sentence, index) => !isForAll(sentence, index));
  const answers = certain.filter(isForAll);
  const own = sure.length > 0 ? sure : answers.length > 0 ? answers : asked;
  const requests = own.filter(
    ({ announces, dues, handsOnDue }, index, all) =>
      // 「次の２点について御教示ください。」 is asked by the two points behind it.
      !(
        (announces || handsOnDue === true) &&
        (dues.length === 0 || handsOnDue === true || all[index + 1]?.isItem) &&
        all.slice(index + 1).some(({ isBeside }) => !isBeside)
      ),
  );
  const general = generalDues(sentences, sure.length === 0 ? [] : answers);
  const seen = new Set<string>();
  const requestOf = (text: string, dues: readonly FoundDue[], sentence: RequestSentence): OwnRequest => {
    const due = dues[0] ?? dueBehind(sentence, sentences, general);
    const addressee = addresseeOf(text);
    const condition = conditionOf(text) ?? waiverBehind(sentence, sentences);
    return {
      text: text.slice(0, longestRequest),
      ...(due === undefined ? {} : { due }),
      ...(addressee === undefined ? {} : { addressee }),
      ...(condition === undefined ? {} : { condition }),
    };
  };
  return requests.flatMap((sentence): OwnRequest[] => {
    if (seen.has(sentence.text)) return [];
    seen.add(sentence.text);
    const whole = requestOf(sentence.text, sentence.dues, sentence);
    const { told } = sentence;
    if (told !== undefined) {
      const { text, addressee } = told;
      const { due, condition } = whole;
      return [
        {
          text: text.slice(0, longestRequest),
          ...(due === undefined ? {} : { due }),
          ...(addressee === undefined ? {} : { addressee }),
          ...(condition === undefined ? {} : { condition }),
          ...(text === sentence.text ? {} : { sentence: whole.text }),
        },
      ];
    }
    const shares = sharesOf(sentence.text);
    return shares.length === 0
      ? [whole]
      : shares.map((share) => ({
          ...requestOf(share.text, findDues(share.text, written), sentence),
          ...(share.addressee === undefined ? {} : { addressee: share.addressee }),
          sentence: whole.text,
        }));
  });
}

/** Deadlines for the answer as a whole; a line that sets a date anew (延長) names the one that counts last. */
function generalDues(sentences: readonly RequestSentence[], answers: readonly RequestSentence[]): RequestSentence[] {
  return sentences.filter(
    (sentence) => sentence.handsOnDue !== true && (sentence.isDueLine || answers.includes(sentence)),
  );
}

/** 「修正がなければ返信不要です。」 right behind a request; other requests between them have theirs. */
function waiverBehind(request: RequestSentence, sentences: readonly RequestSentence[]): string | undefined {
  if (!isWaivable(request.text)) return undefined;
  const at = sentences.indexOf(request);
  for (const { text, asking } of sentences.slice(at + 1, at + 1 + mostBetween)) {
    const waived = waivedIn(text);
    if (waived !== undefined) return waived;
    if (asking === "asks") return undefined;
  }
  return undefined;
}

/** The deadline that stands behind a request (「期限は３日です。」), or the one for the mail as a whole. */
function dueBehind(
  request: RequestSentence,
  sentences: readonly RequestSentence[],
  general: readonly RequestSentence[],
): FoundDue | undefined {
  const next = sentences[sentences.indexOf(request) + 1];
  if (next?.isDueLine === true) return next.dues[0];
  // 「更新をお願いします。期限は３日です。」 on one line sets the deadline of that alone.
  const whole = general.filter((line) => {
    const before = sentences[sentences.indexOf(line) - 1];
    return !(line.isDueLine && line.goesOn && before?.asking !== undefined);
  });
  const anew = whole.findLast(({ isAnew }) => isAnew);
  if (anew !== undefined) return anew.dues[0];
  if (request.announcedDue !== undefined) return request.announcedDue;
  return new Set(whole.map(({ dues }) => dues[0]?.words)).size === 1 ? whole[0]?.dues[0] : undefined;
}
