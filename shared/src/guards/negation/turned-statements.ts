import type { NegationCount } from "./count-negations";

/** One statement in both languages, affirmed and denied. Words of the other side in the same text settle nothing. */
interface Poles {
  ja: { yes: RegExp; no: RegExp };
  en: { yes: RegExp; no: RegExp };
}

const poles: Poles[] = [
  {
    ja: { yes: /好き|大好/u, no: /嫌い(?!な[くい])|嫌う|苦手/u },
    en: {
      yes: /(?<![a-z])(?:i|you|we|they|he|she|people|who|also|really) (?:likes?|loves?|enjoys?)(?![a-z])|(?<![a-z])fond of/,
      no: /(?<![a-z])(?:dislik|hat(?:e|ing)|detest|loath|poor at|bad at|averse)/,
    },
  },
  {
    ja: { yes: /賛成/u, no: /反対(?![側方])/u },
    en: {
      yes: /(?<![a-z])(?:in favou?r of|voted for|agree[sd]?(?: with)?|approv(?:e[sd]?|al)|support(?:s|ed)?)(?![a-z])/,
      no: /(?<![a-z])(?:against|oppos|object|disagre|disapprov|resist|protest|revers|contrary|other)/,
    },
  },
  {
    ja: { yes: /可決/u, no: /否決/u },
    en: {
      yes: /(?<![a-z])(?:passed|approved|adopted|carried|enacted)(?![a-z])/,
      no: /(?<![a-z])(?:reject|vot(?:e|ed) down|defeat|turned down|struck down|fail)/,
    },
  },
  {
    ja: { yes: /(?<!不)合格/u, no: /不合格|落第/u },
    en: { yes: /(?<![a-z])(?:passed|passes|pass|passing)(?![a-z])/, no: /(?<![a-z])(?:fail|reject|flunk)/ },
  },
  {
    ja: { yes: /合法|適法/u, no: /違法|不法/u },
    en: {
      yes: /(?<![a-z])(?:legal|lawful)(?:ly)?(?![a-z])/,
      no: /(?<![a-z])(?:illegal|unlawful|illicit|infring|violat)/,
    },
  },
  {
    ja: {
      yes: /問題(?:が|は|も)?(?:ある|あり(?!ません)|生じ|発生|起き|起こ)/u,
      no: /問題(?:が|は|も)?(?:ない|なく|なし|あ?ありません|生じ(?:ない|ません))/u,
    },
    en: {
      yes: /(?<![a-z])(?:caus(?:es?|ed|ing)|pos(?:es?|ed|ing)|creat(?:es?|ed|ing)|(?:is|are|was|were|be) an?|ha(?:s|ve|d)(?: an?)?|there (?:is|are|was|were)(?: an?)?) (?:[a-z]+ )?(?:issues?|problems?|trouble|difficult(?:y|ies))(?![a-z])/,
      no: /(?<![a-z])(?:problem-free|trouble-free|fine|ok|okay|all right|smooth|no [a-z ]{0,12}(?:issue|problem|trouble|difficult))/,
    },
  },
  {
    // 〜してから denies nothing when it is said with "before".
    ja: {
      yes: /(?!)/u,
      no: /(?<!忘れ|残さ|漏れ|遅れ|変わら|休ま|構わ|負け|迷わ|絶え|諦め|問わ|かかわら|関わら|思わ|待た)ずに(?!は|済|すみ)/u,
    },
    en: {
      yes: /(?<![a-z])(?:after|by|upon|once|having|while) [a-z]{2,}(?:ing|ed|en)(?![a-z])/,
      no: /(?<![a-z])(?:without|instead|before|rather|avoid|skip|straight|yet|only|still|keep|kept|unless|just)/,
    },
  },
];

const interjection = { ja: /(?:いいえ|いや|否)[、。,]/gu, en: /(?<![a-z])no[,.!]/g } as const;

/** Anything that may deny, set phrases and questions as well. */
const deniedAnywhere = {
  ja: /な[いかくけし]|ません|[かさたなばまらわせれえけべめねでじ]ず|じゃん|まい|ぬ/u,
  en: /(?<![a-z])(?:not|no|never|nor|none|neither|nobody|nothing|without|unless|cannot|unable|hardly)(?![a-z])|n ?['’]? ?t(?![a-z])(?<=['’] ?t)/,
} as const;

/** Takes out the いいえ and "No," that two texts both begin an answer with: it carries no negation of what follows. */
export function withoutAnswers(ja: string, en: string): { ja: string; en: string } {
  const [there, here] = [interjection.ja, interjection.en].map((pattern, index) => {
    pattern.lastIndex = 0;
    return pattern.test(index === 0 ? ja : en.toLowerCase());
  });
  if (there !== true || here !== true) return { ja, en };
  return { ja: ja.replace(interjection.ja, ""), en: en.replace(/(?<![a-z])no[,.!]/gi, "") };
}

/**
 * Tells whether one text affirms what the other denies by another word than a negation (嫌い and "like", 否決 and "adopted"):
 * "denied-in-japanese", "denied-in-english". Only where neither text has a negated statement that could turn it back.
 */
export function turnedStatement(
  japanese: string,
  english: string,
  counts: { ja: NegationCount; en: NegationCount },
): "denied-in-japanese" | "denied-in-english" | undefined {
  const ja = japanese.normalize("NFKC").replace(/\s+/g, "");
  const en = english.normalize("NFKC").toLowerCase();
  const isPlain = ({ strict, firm }: NegationCount): boolean => strict === 0 && firm === 0;
  const affirms = { ja: !deniedAnywhere.ja.test(ja), en: !deniedAnywhere.en.test(en) };
  for (const one of poles) {
    const [jaYes, jaNo, enYes, enNo] = [
      one.ja.yes.test(ja.replace(new RegExp(one.ja.no, "gu"), "")),
      one.ja.no.test(ja),
      one.en.yes.test(en),
      one.en.no.test(en),
    ];
    if (jaNo && !jaYes && enYes && !enNo && affirms.en && isPlain(counts.ja) && counts.en.lexical === 0)
      return "denied-in-japanese";
    if (jaYes && !jaNo && enNo && !enYes && affirms.ja && isPlain(counts.en) && counts.ja.lexical === 0)
      return "denied-in-english";
  }
  return undefined;
}
