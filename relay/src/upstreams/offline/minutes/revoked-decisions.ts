import { contentWords } from "@genai-office/shared/language";
import type { Decision } from "./decision";
import type { SpokenSentence } from "./spoken-sentences";

/** 「先ほどの決定を改めまして、」, 「さっき決めたことは撤回します」 */
const revoking =
  /(?:先ほど|さきほど|さっき|先|今|いま)(?:の)?[^、。]{0,12}(?:決定|結論|決めた(?:こと|の|件)|決まった(?:こと|の|件))[^、。]{0,8}(?:改め|取り消|取消|撤回|変更し|変え|白紙|やめ|なし)[^、。]*[、。]?/u;
const topic = /^(?:(?:では|それでは|じゃあ?)、)?([^、。はがを]{2,30})は/u;

/** Decisions without those that the meeting took back later; what was decided instead has the subject of what it replaces. */
export function withoutRevoked(decisions: readonly Decision[], sentences: readonly SpokenSentence[]): Decision[] {
  let left = [...decisions];
  for (const revocation of sentences.filter(({ text }) => revoking.test(text))) {
    const instead = left.find(({ sentences: said }) => said.some(({ order }) => order === revocation.order));
    const earlier = left.filter(
      (decision) => decision !== instead && decision.sentences.at(-1)!.order < revocation.order,
    );
    const revoked = nearest(revocation.text, earlier);
    if (revoked === undefined) continue;
    left = left.filter((decision) => decision !== revoked);
    if (instead === undefined) continue;
    const rest = revocation.text.slice(revoking.exec(revocation.text)!.index).replace(revoking, "");
    const subject = topic.exec(revoked.sentences[0]!.text)?.[1];
    if (rest === "") left = left.filter((decision) => decision !== instead);
    else if (subject !== undefined && !topic.test(rest)) {
      left[left.indexOf(instead)] = {
        sentences: [{ ...revocation, text: `${subject}は${rest}` }],
        utterances: [...new Set([...revoked.utterances, ...instead.utterances])],
        covered: [...revoked.sentences, ...instead.sentences],
      };
    }
  }
  return left;
}

/** The earlier decision that has most words in common; of equal ones the last. */
function nearest(text: string, earlier: readonly Decision[]): Decision | undefined {
  const words = new Set(contentWords(text));
  const likeness = ({ sentences }: Decision): number =>
    sentences.flatMap((sentence) => contentWords(sentence.text)).filter((word) => words.has(word)).length;
  const most = Math.max(0, ...earlier.map(likeness));
  return earlier.findLast((decision) => likeness(decision) === most);
}
