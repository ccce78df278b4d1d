import { isLightEnglish } from "./words/light-words";
import { stemOf } from "./reading/english";
import { signedConceptsIn } from "./words/signed-concepts";
import type { Clause, Token } from "./reading/clause";

/** A word of a clause with the side it takes: +1 said to be so, -1 denied; opposite words take opposite sides. */
export interface SignedWord {
  /** Number of the pair of opposites it belongs to; undefined for any other predicate. */
  concept?: number;
  token?: Token;
  /** True for a noun that is only told of. */
  isLoose?: boolean;
  /** True for unrealistic, which is what is not realistic. */
  isPrefixed?: boolean;
  side: 1 | -1;
  start: number;
  end: number;
}

/** 「なければならない」, 「ないか」, 「に過ぎない」: what looks like a negation and is none. */
const idle =
  /^(?:(?!ない|ません)[^\p{Script=Han}、。]){0,10}?(?:なければ(?:なら|いけ)|なくては|ないと(?:いけ|なら|駄目|だめ|困)|ねばな|(?:ない|ません)(?:か(?!っ|ら|ね)|でしょうか|だろうか)|かね(?:ない|ません)|(?:だけ|のみ|ばかり)で(?:は)?な)/u;
/** 「聴聞を行わなければならない」, 「廃止は考えていない」: the verb that carries the noun before it. */
const carrier = /^(?:含|と?(?:は|も|を|が|に|と)(?:考え|含|想定|予定|行|実施|予測|見込|思|認め|許))/u;
const denied =
  /^[^\p{Script=Han}\p{Script=Katakana}、。0-9A-Za-z]{0,9}?(?=(ない|なかった|なけれ(?!ば(?:なら|いけ))|なく(?!な)|(?<![がはもの])なくな|ません|ず(?![つっれ])|ぬ(?![ぁ-ん]))([^、。]{0,8}))/u;
/** 「確保が困難」, 「実施を見送る」, 「参加を禁じる」: words behind another one that deny it. */
const deniedByWord =
  /^(?:(?:する|できる|させる|[うくぐすつぬぶむる])?(?:こと|の)?(?:には|とは|では|が|は|も|を|に)?(?:特に|極めて|非常に|当面|やや|なお)?)?(?:困難|難し|不可能|不可(?!欠|避)|見送|取りやめ|断念|中止|差し控え|控え|禁止|禁じ|できな|できません|(?:認め|許さ)(?:られ|れ)?(?:な|ません)|規制|制限|停止|止め|(?:保証|予定|考え|見込み?|つもり|必要|例|計画)(?:は|が|も)(?:な[いくかし]|あり?ません|ござ)|至らな|至って(?:い|お)(?:な|りま|ません|らず)|無理|しかね|できかね|しづら|しにく|づら|にく[いく])/u;
const idleWords = /^(?:に)?(?:過ぎ|すぎ|違い|ほかなら|かかわら|関わら|限ら|とどまら|留まら|のみなら)/u;

function sideBehind(behind: string): 1 | -1 {
  const tail = behind.replace(carrier, "");
  if (idleWords.test(tail) || idle.test(tail)) return 1;
  const match = denied.exec(tail);
  if (match !== null) {
    const [kana, rest] = [match[0], match[2]!];
    if (/しか$|にほか$/u.test(kana)) return 1;
    // 「示さないわけではない」: denied twice.
    return /^(?:わけ|こと|もの)(?:では|も|は)(?:な|あり?ま)/u.test(rest) ? 1 : -1;
  }
  return deniedByWord.test(behind) ? -1 : 1;
}

/** Who says so, and that it is said, may be denied or not without denying what is said. */
const framing = /^[考思言述見求示話聞至]|^(?:場合|必要|予定|可能性?|方針|意見|発言|説明|報告)$/u;
const framingEnglish = /^(?:think|thought|consider\w*|believ\w+|expect\w*|said|say\w*|find|found|see\w*)$/i;
/** 「2人で確認することになっていた」 says what should have been. */
const supposed = /^(?:する)?(?:こと|はず|予定)(?:に|と|で)?(?:なっ|され|あっ|でし|だっ)/u;
const doing =
  /^(?:は|も|が|を)?(?:する|し(?!か)|いたし|行|実施|でき|させ|あ[りる]|な[いくかし]|考え(?!る)|予定し|想定し|進め|続け|加え|図|重ね)/u;

/** Words of a clause that say yes or no. */
export function signedWordsOf(clause: Clause, language: "ja" | "en"): SignedWord[] {
  return language === "ja" ? japaneseSigned(clause) : englishSigned(clause);
}

function japaneseSigned({ text, start, tokens }: Clause): SignedWord[] {
  const words: SignedWord[] = signedConceptsIn(text, "ja").map((one) => ({
    concept: one.concept,
    side: (one.side * sideBehind(text.slice(one.end, one.end + 28))) as 1 | -1,
    start: start + one.start,
    end: start + one.end,
  }));
  for (const token of tokens) {
    if (token.figure !== undefined || framing.test(token.text)) continue;
    // A word with an opposite is compared by that.
    if (words.some((one) => one.concept !== undefined && one.start < token.end && one.end > token.start)) continue;
    const tail = text.slice(token.end - start, token.end - start + 28);
    if (supposed.test(tail)) continue;
    const isTold = token.isPredicate || doing.test(tail);
    if (!isTold && (token.light || token.text.length < 2)) continue;
    const prefixed = /^[未不非無](?=\p{Script=Han}{2})/u.test(token.text);
    const side = isTold || deniedByWord.test(tail) ? sideBehind(tail) : 1;
    words.push({
      token,
      side: (prefixed ? -side : side) as 1 | -1,
      isLoose: !isTold,
      start: token.start,
      end: token.end,
    });
  }
  return words;
}

const deniedBefore =
  /(?:(?:not|n['’]t) (?:think|believe|expect|consider|plan|intend|want|propose)\b(?:\s+[\w-]+){0,8}|\b(?:not|never|no|without|cannot|neither|nor|hardly|unable to|(?:hard|difficult|unlikely|impossible) to|fail(?:ed|s|ing)? to|refus\w+ to|declin\w+ to)|n['’]t)\s+(?:(?:yet|be|been|being|have|has|to|any|the|a|an|fully|also|currently|so|very)\s+){0,3}(?:(?:\w+ly|find|get|provide)\s+)?$/iu;
const notDenied = /\b(?:not only|no later|no more|no less|no longer than|not just|no objections?)\b/iu;

function englishSigned({ text, start, tokens }: Clause): SignedWord[] {
  const sideAt = (at: number): 1 | -1 => {
    const before = text.slice(Math.max(0, at - 90), at);
    return deniedBefore.test(before) && !notDenied.test(before.slice(-24)) ? -1 : 1;
  };
  const words: SignedWord[] = signedConceptsIn(text, "en").map((one) => ({
    concept: one.concept,
    side: (one.side * sideAt(one.start)) as 1 | -1,
    start: start + one.start,
    end: start + one.end,
  }));
  for (const token of tokens) {
    if (framingEnglish.test(token.text)) continue;
    if (token.figure !== undefined || token.light || isLightEnglish(stemOf(token.text))) continue;
    if (words.some((one) => one.concept !== undefined && one.start < token.end && one.end > token.start)) continue;
    const prefixed = /^(?:un|in|im|non|dis)(?=[a-z]{5})/i.test(token.text);
    words.push({ token, side: sideAt(token.start - start), isPrefixed: prefixed, start: token.start, end: token.end });
  }
  return words;
}
