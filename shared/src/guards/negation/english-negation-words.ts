/** not and n't that state nothing negative, or not reliably: tag questions, not only, no later than, set phrases. */
export const englishIdioms =
  /(?<![a-z])not (?:only|just|simply|merely|solely|least|to mention|until|bad)(?![a-z])|nothing (?:but|less than|more than)|no (?:doubt|matter)|cannot but|if not(?! for)|(?:whether )?or not(?![a-z])|in no time|can(?:no|['’]?)t (?:wait|help)|(?:do|does|did) ?(?:n ?['’]? ?t|not) (?:hesitate|mind)|would ?n ?['’]? ?t mind|won ?['’] ?t be long|why (?:not|do ?n ?['’] ?t)|(?:do|does|did|is|are|was|were|would|could|can|will|wo|have|has|had|should|ca) ?n ?['’] ?t (?:you|we|they|he|she|it|i|there|this|that)(?![a-z])|(?:^|[.!?"“”:] ?["“]?)(?:is|are|was|were|do|does|did|wo|would|could|can|ca|should|have|has) ?n ?['’] ?t(?= [^.!?]*\?)|why (?:do|does|did|are|is|ca) ?n ?['’] ?t|not at all [a-z]+ to|not-for-profit|other than not|it['’]?s not (?:that|like)|(?:i )?du ?nno|i (?:do ?n ?['’] ?t|do not) know(?:[,.]| (?:if|whether|which|what|how|why|where)(?![a-z]))|if i['’]?m not mistaken|do ?n ?['’] ?t miss(?! (?:you|him|her|them|it))|(?:more|less) often than not|not-so-|could ?n ?['’]? ?t help|can(?:no|['’]?)t (?:be (?:overstated|overemphasi[sz]ed))/g;

/** Negated in one language as often as not. */
export const englishAmbiguous =
  /not exceed(?:ing)?(?= (?:(?:an?|the) [a-z ]{3,20} )?(?:[$¥€£]?[0-9]|one |two |three |four |five |six |ten |half ))|never fails? to|(?:do ?n ?['’] ?t|do not|never) forget|not un[a-z]+|not without|no un[a-z]+|(?:do|does|did|would) ?(?:n ?['’] ?t|not) (?:really )?mind/g;

/** A negated statement. */
export const englishStrict =
  /(?<![a-z])(?:not(?: yet)?|never|cannot)(?![a-z])|(?<![a-z])can['’]?t(?![a-z])|(?<=[a-z] ?)n ?['’] ?t(?![a-z])|(?<![a-z])no longer(?![a-z])/g;

/** Words that negate by themselves. */
export const englishLexical =
  /(?<![a-z])(?:non|nor|other than|apart from|aside from|except\w*|exclud\w+|lack\w*|fail(?:ed|s|ing)?|failures? to|refus\w*|den(?:y|ied|ies|ial)|exempt\w*|bans?|banned|reject\w*|inability|incapable|absen(?:t|ce)|free (?:of|from)|nope|nah|declin(?:ed|ing) to|refrain\w*|yet to|zero|regardless|hardly|barely|scarcely|rarely|seldom|anything but|too [a-z]+ (?:for [a-z]+ )?to|(?:for|from) want of|bare of|devoid of|the last (?:person|man|woman|thing)|keep out|out of reach|prevent\w*|avoid\w*|instead of|rather than|miss(?:ed|ing)|dislike\w*|hate\w*|against|waive\w*|ineligible|otherwise|reluctant\w*|oppos\w+|dismiss\w*|vacant|dys[a-z]+|hard-pressed)(?![a-z])|(?<![a-z])(?:un(?!der|til|it(?:e|y|s)|ion|ivers|iqu|iform|less|fortun|icorn|ilater|employ|iversi|iform|ift|iso)[a-z]{3,}|non-?[a-z]{4,}|dis(?:agre|allow|appro|connect|contin|courag|honest|satisf|advantag|qualif|regard|like|appear|abl|miss|trust)[a-z]*|in(?:correct|cred|conceiv|toler|complet|visib|valid|suffic|consist|approp|abil|capab|accur|adequ|conven|elig|activ|effect|expens|direct|depend|definit|evitab|secure|signif|experien|eligib|applicab|frequent)[a-z]*|im(?:possib|proper|perfect|matur|polit|patien)[a-z]*|ir(?:regul|relev|resp)[a-z]*|il(?:legal|logic)[a-z]*|mis(?:comm|under|us)[a-z]*)|[a-z]{3,}less(?![a-z])/g;

/** Words that a free translation may say with a negation. */
export const englishLoose =
  /(?<![a-z])(?:only|instead|(?:limited to|capped at|restricted to) ?(?=\*|[$¥€£]?[0-9])|far from|hard(?:er)? to|cease\w*|out of|doubt\w*|keep from|forg[eo]t\w*|lest|lost|lose|rather|closed?|remain(?:s|ed)?|rid of|let alone|yet|few|little|(?<!(?:year|month|day|week|or) )before|ever|as if|violat\w*|off|poor|bad|gross|short|beyond|stopped|nothing|mere(?:ly)?|no (?:wonder|worries|problems?|issues?|matter|idea))(?![a-z])/g;

/** Limits and numbers, which negate nothing: no later than, not exceeding, No. 14. */
export const englishBounds =
  /(?<![a-z])(?:no (?:later|longer|more|less|fewer|earlier|greater|higher|lower) than|not (?:more|less|fewer|later|earlier|greater|higher|lower) than|nos?(?: ?\.)? ?(?=[0-9]))(?![a-z])/g;

/** Words that negate a thing or a condition. */
export const englishFirm =
  /(?<![a-z])(?:(?<!-)no(?! ?\.? ?[0-9]|-| (?:wonder|worr|problem|issue|matter|idea|one else))|none|neither|nobody|nothing|nowhere|unless|without|prohibit\w*|forbid\w*|unable|impossible)(?![a-z])/g;
