/** Words that English sets before what it says by when it wants an answer. */
const leading = String.raw`(?:ideally|if (?:at all )?possible|please note that|also|finally|lastly|as always|in any case|(?:in order )?to [^,.?!]{3,60}),?\s+`;
const answer = String.raw`(?:(?:your|an?|any|the|all|early|earlier|prompt|written|short|brief|kind|formal)\s+)*(?:repl(?:y|ies)|responses?|answers?|feedback|comments?|inputs?|confirmations?|views)`;
/** What is answered is the mail itself; 「your comments on the draft」 is something of its own. */
const toThis = String.raw`(?:\s+(?:to|on|in response to) (?:this|these|the above|the (?:questions?|points?) (?:above|below)|my|our|the following)\b[^,.?!;]{0,30}|\s+(?:in writing|by e-?mail|back))?`;
const by = String.raw`\s+(?:at the latest\s+)?(?:by|before|until|(?:no|not) later than|on or before|within|latest by)\b`;

const patterns = [
  // "A reply by Friday, 4 December would allow us to include it."
  String.raw`${answer}${toThis}${by}`,
  // "Responses are due by 4 December.", "Comments should reach us no later than 4 December."
  String.raw`${answer}${toThis}\s+(?:(?:is|are) (?:due|requested|expected|needed|required|invited|welcome|kindly requested)|(?:should|must|needs? to|ha(?:s|ve) to|are to|is to) (?:reach (?:me|us)|arrive|be (?:sent|submitted|received|returned|given|made)))(?: to (?:me|us)| here| back)?${by}`,
  // "We would be grateful for a reply by 4 December.", "It would help us to have your answers by 4 December."
  String.raw`(?:we|i|it|this)\b[^,.?!;]{0,24}?\b(?:grateful|thankful|appreciate|appreciated|glad|happy|pleased|helpful|great|good|nice|useful|help (?:me|us)|look(?:ing)? forward|hope|hoping|expect|like|wish|need|receive)\b(?:\s+(?:very much|a lot|greatly|it|if (?:we|i|you) could|if we|could|to|for|have|having|get|getting|receive|receiving|send(?: (?:me|us))?|let (?:me|us) have|be able|with))*\s+(?:${answer}${toThis}|hear(?:ing)?(?: back)? from you)${by}`,
  // "Please send your reply to this address by 4 December."
  String.raw`(?:please |kindly |could you |can you |would you )+(?:please |kindly )?(?:send|let (?:me|us) have|give|return|submit|provide|e-?mail)(?: (?:me|us))?\s+${answer}(?:\s+(?:to (?:me|us|this|the)\b[^,.?!;]{0,30}|back))?${by}`,
].map((pattern) => new RegExp(`^(?:${leading})?${pattern}`, "iu"));

/**
 * True for an English sentence with a deadline that wants nothing but an answer by it, whether or not it asks in its words: "A reply by
 * 4 December would allow us to include it."
 * @param head beginning of the sentence
 */
export function wantsAnswerBy(head: string): boolean {
  return patterns.some((pattern) => pattern.test(head));
}
