import { takeAnnouncedDues } from "./announced-dues";
import { askingOf, type Asking } from "./asks";
import { cutMail, type CutSentence } from "./cut-mail";
import { asksAnswerOnly, setsAnew, setsDue, takeDueSections } from "./due-lines";
import { findDues, type FoundDue } from "./find-dues";
import {
  announcesRequests,
  takeAskedSections,
  takeItems,
  takeItemsAbove,
  takeObjects,
  takeWays,
} from "./listed-requests";
import { takeItemDays } from "./item-days";
import { takeActions, takeGroups } from "./lists-of-people";

/** A sentence of a mail with what tells whether, how and by when it asks. */
export interface RequestSentence extends Omit<CutSentence, "start"> {
  asking: Asking | undefined;
  /** It asks for nothing but an answer to what else the mail asks, by a day. */
  isAnswerOnly: boolean;
  /** What is asked stands behind it. */
  announces: boolean;
  dues: FoundDue[];
  /** It asks nothing and sets a deadline. */
  isDueLine: boolean;
  /** It asks only of some, or beside what the mail asks: 「留意事項　該当がない場合も御連絡ください」. */
  isBeside: boolean;
  /** It sets the deadline anew. */
  isAnew: boolean;
  /** The deadline of the words that announce it: 「下記の各問に１１日までに御回答ください」. */
  announcedDue?: FoundDue;
  /** Its deadline is that of what it announces, and of nothing else. */
  handsOnDue?: boolean;
  /** How it is told where its own words do not say it all, and whom it asks. */
  told?: { text: string; addressee?: string };
}

/** Longer sentences are no sentences of people: what tells of them stands at their beginning. */
const longest = 300;

/** What is asked only of some, or beside what the mail asks. */
const beside =
  /^(?:(?:留意|注意)(?:事項|点)|備考|その他|なお|また|ただし|おって|追って)[、:：\s\u3000]|^[^。]{0,24}(?:場合(?:は|に?も|には|、)|際(?:は|には)|ときは)/u;
/**
 * The sentences of a mail's own words; deadlines that stand below their heading are due lines, and items of a list that an asking
 * sentence announces ask too, although they are no sentences (「イ　割増しの有無」).
 */
export function requestSentences(words: string, written: string | undefined): RequestSentence[] {
  const sentences = cutMail(words).map(({ text, line, isItem, goesOn }): RequestSentence => {
    const dues = findDues(text, written);
    const asking = askingOf(text);
    const head = text.slice(0, longest);
    return {
      text,
      line,
      isItem,
      goesOn,
      asking,
      dues,
      isAnswerOnly: asking !== undefined && dues.length > 0 && asksAnswerOnly(head),
      isBeside: beside.test(head),
      isAnew: dues.length > 0 && setsAnew(head),
      announces: announcesRequests(head),
      isDueLine: asking === undefined && dues.length > 0 && setsDue(head, text.length),
    };
  });
  takeDueSections(sentences, written);
  takeItems(sentences);
  takeItemsAbove(sentences);
  takeAskedSections(sentences);
  takeObjects(sentences);
  takeWays(sentences);
  takeGroups(sentences, written);
  takeActions(sentences);
  takeItemDays(sentences, written);
  takeAnnouncedDues(sentences);
  return sentences;
}
