/** 「修正がなければ返信は不要です」, 「期限までに回答がない場合は、意見なしとして取り扱います」 */
const japanese =
  /^(?:なお|また|おって|※)?[、，\s\u3000]*(?<waived>(?:[^。]{0,40}?(?:な(?:い|き)(?:場合|とき|際)|なし(?:の場合)?|なければ|無い場合|無ければ|ない(?:方|人)))(?:に?は|には|であれば)?[、，\s]*(?:(?:(?:ご|御)?(?:返信|回答|連絡|返事|意見|提出|登録|報告|返送|対応)(?:等|いただく|頂く|の)?(?:は|には|に)?(?:必要(?:は)?)?[^。]{0,6}(?:不要|無用|必要(?:は)?(?:あり|ござい)ません|(?:あり|ござい)ません|及びません|要りません|結構です)[^。]{0,6})|[^。]{0,14}(?:意見|異議|異存|修正|質問)?(?:なし|無し|ないもの|了承|了解|同意)[^。]{0,4}(?:として|とみな|と見な|と扱|いただいたもの)[^。]{0,20}))[。\s]*$/u;
const english =
  /^(?<waived>(?:if|in case|should|unless|where)\b[^.?!]{2,80},\s*(?:(?:there is |there['’]s )?no (?:need to (?:reply|respond|answer)|(?:reply|response|answer|action|feedback)\b)|you (?:do not|don['’]t|need not) (?:need to )?(?:reply|respond|answer)|(?:I|we)(?: will|['’]ll| shall)? (?:assume|take it|consider|proceed|submit|go ahead))[^.?!]{0,80})[.?!]?$|^(?<no>no (?:need to (?:reply|respond|answer)|(?:reply|response|answer) (?:is )?(?:needed|required|necessary)) (?:if|unless)\b[^.?!]{2,80})[.?!]?$/iu;

/** The words by which a sentence releases its readers from an answer under a condition; undefined for every other sentence. */
export function waivedIn(sentence: string): string | undefined {
  const words = sentence.slice(0, longest).trim();
  const groups = (japanese.exec(words) ?? english.exec(words))?.groups;
  return (groups?.waived ?? groups?.no)?.trim();
}

const longest = 200;
/** What asks for an answer: it alone can be released. */
const wantsAnswer =
  /回答|返信|返事|連絡|意見|提出|登録|知らせ|コメント|寄せ|送付|お?送り|確認|\b(?:reply|respond|response|answer|let (?:me|us) know|comments?|feedback|send|submit|confirm|review|check|read|look|input)\b/iu;
/** An answer is wanted all the same. */
const allTheSame =
  /有無にかかわらず|有無に関わらず|なしの?場合でも|場合にも|場合も|いずれの場合|\b(?:in any case|either way|even if)\b/iu;

/** True where a request may be released by a sentence behind it. */
export function isWaivable(request: string): boolean {
  return wantsAnswer.test(request) && !allTheSame.test(request);
}
