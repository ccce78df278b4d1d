import type { Asking } from "./asks";

const question = /\?["')\]]?\s*$/;
const courtesyQuestion = /\b(?:how are you|how have you been|can you believe|how is it going|hope (?:this|you))\b/i;
/** "Please find attached", "Please note": nothing is asked for. */
const told =
  "find|see|note|accept|be advised|be informed|be aware|be assured|be reminded|refer|feel|let me (?:thank|introduce)|do not|don['’]t|disregard|ignore|visit|excuse|forgive|bear with|keep in mind|pass (?:on )?my|give my|enjoy|stay|take care|rest assured|consider the environment|remember that|contact";
const please = new RegExp(`\\b(?:please|kindly)\\s*,?\\s+(?:also\\s+|then\\s+|just\\s+)?(?!(?:${told})\\b)[a-z]+`, "i");
const pleaseBehind = /^(?!.*\b(?:find|see|note)\b)[A-Z][a-z]+\b[^.?!]{3,120},\s*please\.?$/;
const polite =
  /\bRSVP\b|\b(?:we are|I am|we['’]re|I['’]m) (?:kindly )?asking\b|\bit is (?:kindly )?requested that\b|\b(?:I|we|to) (?:kindly )?(?:request|ask) that\b|\b(?:could|can|would|will)\s+you\b[^.?!]{0,20}\b[a-z]+|\byou are (?:kindly |hereby )?(?:requested|asked|invited|required|expected) to\b|\b(?:I|we)(?:['’]d| would)?\s+(?:also\s+|still\s+)?(?:like|want|ask|request|expect|need)\s+(?:to\s+(?:ask|request|invite|remind)\s+)?(?:you|your)\b|\b(?:I|we)(?:['’]d| would)\s+(?:also\s+)?like\s+to\s+(?:know|ask|request|have|receive|get|see|hear)\b|\b(?:I|we)(?:['’]ll| will| would)?\s+(?:also\s+|still\s+)?need\b(?! to (?!know|have|receive|hear|get|see)[a-z])[^.?!]{3,80}\b(?:by|before|no later than)\b|\b(?:I|we)(?:['’]ll| will| would)?\s+(?:also\s+|still\s+)?need\s+(?:the|your|a|an|all|these|this|both|it|to (?:know|have|receive|hear|get))\b|\b(?:wonder(?:ed|ing)?|curious)\s+(?:if|whether)\s+(?:you|we|it)\b/i;
const wished =
  /\b(?:grateful|obliged|appreciated?|helpful|great|good|nice|useful|wonderful|thankful|ideal)\b[^.?!]{0,24}\b(?:if|to (?:have|get|receive|know|hear|see))\b|\b(?:would|['’]d) be (?:very |most |so )?(?:grateful|obliged|thankful) for\b|\bif you (?:could|can|would)\b|\bwould be (?:very |much |most |greatly |highly )?(?:helpful|appreciated|welcome|useful)\b|\b(?:would|['’]d) (?:really |very much |greatly )?appreciate\b|\blet (?:me|us) know\b|\btell (?:me|us)\b|\bdo let\b/i;
/** "Comments should be sent to John by Friday", "Timesheets are due on Friday." */
const duty =
  /\b(?:should|must|has to|have to|needs? to|is to|are to|shall)\s+(?:be\s+)?(?:sent|submitted|returned|received|completed|filed|registered|provided|delivered|signed|confirmed|reach)\b|\b(?:is|are)\s+due\s+(?:on|by|at|before|no later|today|tomorrow|this|next|[0-9]|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|\bno later than\b/i;
const imperative =
  /^(?:and |then |next,? |also,? |finally,? )?(?:send|submit|confirm|return|reply|provide|complete|review|update|register|make sure|ensure|remember to|bring|forward|check|fill in|sign|upload|add|prepare|circulate|share|join|attend|have a look|take a look|give (?:me|us))\b(?!ed|\s+(?:by|to)\s+[A-Z]).*[.!]?$/i;
/** "Jun, can you …", "Sam to circulate the notes." */
const named =
  /^@?[A-Z][a-z]+(?:,| -| –|:) (?:please|can|could|would|will)\b|\b(?:could|can|would)\s+(?!you\b|we\b|I\b|the\b|be\b)[A-Z][a-z]+\b[^.?!]{0,20}\b[a-z]+[^.!]*\?|^[A-Z][a-z]+(?: and [A-Z][a-z]+)? to [a-z]+\b(?! be\b)/u;

/** Whoever has a question may ask it: an offer. */
const offer =
  /\b(?:feel free|do(?:n['’]t| not) hesitate)\b|\b(?:if|should|in case)\b[^.?!]{0,60}\b(?:questions?|concerns?|unclear|problems?|queries|doubts?|difficult(?:y|ies)|assistance|anything (?:else )?(?:is|you|comes)|further (?:information|help|details?)|more (?:information|details?|help)|need anything|any (?:further )?(?:help|information))\b[^.?!]*\b(?:let|contact|call|ask|reach|get in touch|tell|write|give|know|email|mail|happy|glad|available)\b|\b(?:let (?:me|us) know|contact (?:me|us)|get in touch|reach out|call me)\b[^.?!]{0,16}\b(?:if|should|in case)\b[^.?!]{0,30}\b(?:questions?|concerns?|anything|problems?|need|unclear|queries|any (?:help|issues?)|further|more|help|assistance)\b|\blet (?:me|us) know (?:if|should) (?:you|there)(?:['’]re| are| is| need| have)?\b[^.?!]{0,12}\b(?:any|need|interested)\b/i;
const thanks =
  /^(?:many )?thanks?\b(?! in advance).*(?:for|again)|\bthank you for\b|\b(?:I|we) (?:really |very much |greatly |truly )?appreciate(?:d)? (?:your (?:help|support|patience|understanding|cooperation|prompt|quick|kind)|that|all)|\blook(?:ing)? forward\b|\b(?:I|we)(?:['’]ll| will) (?:let you know|send|share|forward|circulate|confirm|get back|come back)\b|\bas (?:you )?requested\b|\bI(?:['’]ve| have) (?:asked|told|requested)\b|\bno (?:action|reply|response) (?:is )?(?:needed|required|necessary)\b/i;

/** How an English sentence asks. */
export function asksInEnglish(sentence: string): Asking | undefined {
  if (courtesyQuestion.test(sentence) || offer.test(sentence)) return undefined;
  if (question.test(sentence)) return "asks";
  if (please.test(sentence) || pleaseBehind.test(sentence)) return "asks";
  if (thanks.test(sentence)) return undefined;
  if (/\bplease\s+(?:find|see|note|accept|be |refer|feel)\b/i.test(sentence)) return undefined;
  return [polite, wished, duty, imperative, named].some((pattern) => pattern.test(sentence)) ? "asks" : undefined;
}
