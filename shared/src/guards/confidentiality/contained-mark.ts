/** Notes that tell what a paper holds without naming the paper (issue 5: 機密性3 never leaves); on text without white space. */

const noun = "(?:の)?(?:情報|文書|資料|内容|データ|事項)?(?:等|など)?(?:[)）」』】\\]]{0,2})";
/** What makes 「…を含むため」 a note about this paper and no rule about papers. */
const plea = "(?=.*(?:願|ください|下さい|ます|禁止|厳禁|注意|しないこと))";

/** 「※機密性３情報を含みます。」, 「添付に機密性３情報が含まれています。」 */
const politely = new RegExp(
  `^${noun}(?:を(?:一部)?含(?:み|んで[いお]り?)ます(?!と|か)|(?:が|も)(?:一部)?含まれ(?:て[いお]り?)?ます(?!と|か)|(?:を(?:一部)?含む|(?:が|も)(?:一部)?含まれ(?:てい)?る)(?:ため|ので|ことから)${plea})`,
);
/** 「（機密性３情報を含む）」, 「※機密性３情報あり」: a note, where nothing but its signs stands before it. */
const briefly = new RegExp(
  `^${noun}(?:を(?:一部)?含む|が(?:一部)?含まれ(?:てい)?る|(?:が)?(?:あり|有り?))[)）」』】\\]。]*$`,
);

const opening =
  /^[※★◆●・(\[【<|:\-*]*(?:(?:なお|また|ただし|おって|注意|御注意|ご注意|重要|備考)[、:)\]】]*)?(?:(?:別?添付?|本文|文中|別紙|資料|内容)[^。、はがを]{0,10}に(?:は|も)?、?)?(?:[^。、はがをにのでと(]{2,12}\()?$/;
const noteSigns = /^[※★(\[【<*]*(?:(?:注意|御注意|ご注意|重要|備考)[、:)\]】]*)?$/;

/**
 * True for a sentence or note of its own that says that what is marked is in here: `before` and `after` are what the sentence has
 * on either side of the mark. An item of a list (「・機密性３情報を含む。」) may be of a rule, and a condition is none.
 */
export function saysContained(before: string, after: string): boolean {
  return (opening.test(before) && politely.test(after)) || (noteSigns.test(before) && briefly.test(after));
}
