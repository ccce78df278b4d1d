/** Words by which a meeting decides or agrees. */
const decided =
  /決定(?:と(?:し|いた)|し|いたし|され|です|事項)|決めま(?:す|した)|決まり(?:ま|)|決め(?:させて|たい)|決定|こと(?:に|と)(?:し(?:ます|ました|ましょう|たい|て)|いたします|なり|決|する|した|させて)|(?:と|に)(?:します|いたします|いたしました|しましょう|しました|させていただきます)|了承|承認|合意|採択|可決|議決|異議(?:は|も)?(?:な|ござい|あり)|異存(?:は|も)?(?:な|ござい|あり)|了解(?:し|いたし|です)|そのように(?:し|いたし|進め|お願い|決)|それで(?:いきま|お願い|結構|進め|よろし)|で(?:いきましょう|進めましょう|進めます|いきます|確定)|認め(?:る|ます|られ)|賛成(?:多数|です|いたし|し)|よろしい(?:です|と思い)|\b(?:decided|agreed|approved|resolved|adopted|carried|settled|let['’]s go|we will go|we['’]ll go|no objections?|agree|decision)\b/iu;
/** Words by which something is only thought about. */
const tentative =
  /(?:検討|提案|案(?:です|として|が|も|は)|いかがでしょう|どうでしょう|ではないでしょうか|かもしれ|可能性|と思います|と考え(?:ます|ております|ています)|決め(?:ません|られ(?:ない|ません)|るのは早)|決定(?:して|は)(?:い)?(?:ない|ません|次回|見送)|次回(?:に|改めて|また)|継続審議|持ち帰|保留|\b(?:consider|propose|suggest|might|maybe|perhaps|not decided|next time|postpone)\b)/iu;
const undecided =
  /決めません|決まっていません|決められ(?:ない|ません)|決定(?:して|に至って|は(?:して|見送))[^。]{0,6}(?:ない|ません|ず)|まだ決|決定(?:には|に)至ら|結論(?:は|を)(?:出(?:ません|さない|ず)|次回|持ち越)|継続(?:審議|協議)|持ち帰|保留|見送り(?:ます|とし)|not (?:yet )?(?:been )?decided|no decision/i;

/**
 * Whether the sources say that something was decided: in their own words, or by the assent that follows a proposal. "no"
 * where they only propose, weigh or put off; "unclear" otherwise.
 */
export function isDecided(sources: readonly string[], following: readonly string[]): "yes" | "no" | "unclear" {
  const words = sources.join("\n");
  const plain = words.replace(undecidedEverywhere, "");
  if (decided.test(plain)) return "yes";
  if (undecided.test(words)) return "no";
  const assent = following.some((text) => decided.test(text.replace(undecidedEverywhere, "")));
  if (
    assent &&
    /(?:でしょうか|ですか|ますか|か|どう|いかが|しょう|します|たい|right|\?|？)[。？?\s]*$/u.test(words.trim())
  )
    return "yes";
  if (tentative.test(words)) return "no";
  return assent ? "unclear" : "unclear";
}

const undecidedEverywhere = new RegExp(undecided.source, "giu");
