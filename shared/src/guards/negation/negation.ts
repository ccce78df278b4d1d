/**
 * Negation as the two languages print it. `strict` is a negated statement (ではない, did not); `broad` is every word that
 * may carry the negation in a good translation (unable, lack, 不, 未, 避ける).
 */
export interface Negation {
  strict: number;
  broad: boolean;
}

/** ない and ず that negate nothing: must, perhaps, only, soon, few, dangerous. */
const japaneseIdioms =
  /かもしれ(?:ない|ません)|かも知れ(?:ない|ません)|(?:なければ|なくては|ないと|なくちゃ|なきゃ)(?:な[らり](?:ない|ず|ぬ|なかった|ません(?:でした)?)|いけ(?:ない|ません|なかった|なく)|だめ|ダメ)?|(?:ざる|せざる)を(?:得|え)(?:ない|ません|なかった)|(?:忘れ|軽視し|見逃し|無視し)て(?:は|はいけ)なら?(?:ない|ません)|(?:なくて|ねば)は?(?:なり|いけ)?ません|す(?:み|い)ません|申し訳(?:ありません|ございません|ないです)|知らない人|(?:かま|構)いません|(?:構|かま)わない|忘れない(?:で|よう)|それが?普通|数え切れない|計り知れない|ない[?？]|に(?:違い|ちがい|ほかなら|他なら|過ぎ|すぎ)(?:ない|ません|なかった)|(?:だけ|ばかり|のみ)で(?:は)?なく|だけじゃなく|(?:ない|なかった|ません)(?:か|かな|でしょうか|だろうか|のか)|(?:ん|の)?じゃない(?:か|です|！|\?|？|。|$)|(?:少|すく|危|あぶ|幼|切|汚|はか|儚|勿体|もったい|しょうが|仕方が?|仕方の|とんでも|みっとも|申し訳|つま[らん]|くだら|足り|間違い|まちがい|たまら|おとな|大人げ|思いがけ|さりげ|なにげ|何気|限り|この上)(?:ない|ぁない|なく|なかった|ありません)|間もなく|まもなく|もなく|否めない|欠かせ(?:ない|ません)|やむを得(?:ない|ず)|まだ[^。]{0,12}ないうち|ないうちに|(?:しか|ほか)(?:ない|ありません|なかった)|とは限ら|なくな[らりるっ]|必ず|まず|いずれ|はず|わず|せずに|水準|みず|ずつ|ずっと|ずれ|自ず|言わず|おもわず|思わず|絶えず|たえず|相変わらず|とりあえず|関わらず|かかわらず|拘らず|問わず|のみならず|少なからず|よ(?:く)?ないですか/g;
const japaneseStrict =
  /(?:[かがさざただなばまらわ]|し|[いきぎしちにびみりえけげせてねべめれ]|では?|じゃ|く|は|が|も|の)?(?:ない(?!よう|方が|す|ぞ|ち)|なかった|なく(?=、|て|、)|ません|(?<=[かさたなばまらわせれえけべめねげで])ず(?=、|に|。|$))/g;
const japaneseBroad =
  /[不無未非否禁避除拒欠失誰]|ない|なし|なく|なかっ|なかろ|ません|[せらかわまたさばえけれめべね]ず|ぬ(?=。|$|ほど|まま)|まい(?=。|$)|反対|以外|しか|やめ|止め|中止|困難|難し|にくい|づらい|離れ|防|下手|へた|苦手|休|大丈夫|違|どうかな|どうして|忘れ|嫌|きらい|キライ|遠慮|控え|外(?:と|に|で)|ものとも|初めて|ようやく|やっと|困|[らさかたまばれえけせ]ん(?=[。、かしけでよねのっ]|$)|ねえ|ねー|へん|切れ|足り|ずに|外れ|できかね|かねま|だめ|ダメ|駄目|逆に|いいえ|ノー|ゼロ|あまり(?!に)|ほとんど/;

const englishIdioms =
  /not only|no later than|nothing but|no doubt|not just|no longer than|(?:do|does|did|is|are|was|were|would|could|can|have|has|won)n't (?:you|we|they|he|she|it|i)(?![a-z])|why (?:not|don't)|not to mention|no more than|no less than|cannot but|if not(?! for)|whether or not|or not(?![a-z])|no\. ?[0-9]|in no time|can(?:no|')t wait|no matter|not bad|(?:do|does) ?n ?['’]? ?t hesitate|(?:could|can) ?n ?['’]? ?t help|won ?['’] ?t be long|would ?n ?['’]? ?t mind|not until|(?:is|are|was|were|do|does|did|can|could|will|have|has) ?n ?['’] ?t (?:it|you|he|she|they|we|i|there)(?![a-z])|why (?:do|does|did|are|is) ?n ?['’] ?t|not at all [a-z]+ to/g;
const englishStrict =
  /(?:(?<![a-z])(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|need|am|i'm|it's|that's|he's|she's|they're|we're|you're)(?: also| still| yet| really)? ?(?:not|n't|n ?'t)(?![a-z])|cannot|can ?'?t(?![a-z])|won't|(?<![a-z])never(?![a-z])|(?:don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|wouldn|couldn|shouldn|mustn|needn|ain|won|can) ?['’] ?t(?![a-z]))/g;
const englishBroad =
  /(?<![a-z])(?:no|not|non|none|nor|neither|nobody|nothing|nowhere|never|without|unless|except|excluding|few|little|hardly|barely|rarely|seldom|scarcely|lack\w*|fail\w*|refus\w*|deni\w*|deny|avoid\w*|prevent\w*|stop\w*|against|instead|far from|miss(?:ing|ed)?|absent|absence|free (?:of|from)|exempt\w*|exclud\w*|prohibit\w*|ban|banned|reject\w*|unable|impossible|difficult|cease\w*|quit|out of|zero|minus|doubt\w*|other than|forbid\w*|declin\w*|refrain\w*|keep from|nope|nah|wrong|false|ignor\w*|forget\w*|forgot\w*|hate\w*|dislike\w*|empty|bare|want of|lest|lost|unlike|rather|miscom\w*|closed|remains?|first time|strangers?|careless|carefree|outside|before|close to|rid of|let alone|anything but|only|yet to)(?![a-z])|n['’ ]+t(?![a-z])|(?<![a-z])(?:un(?!der|til|it|ion|ivers|iqu|iform)[a-z]{4,}|non-?[a-z]{4,}|dis(?:agre|allow|appro|connect|contin|courag|honest|satisf|advantag|qualif|regard|like|appear|abl|miss|trust)[a-z]*|in(?:correct|complet|visib|valid|suffic|consist|approp|abil|capab|accur|adequ|conven|elig|activ|effect|formal|expens|direct|depend|defin|evit|compat|secure|signif|visible|experien)[a-z]*|im(?:possib|proper|perfect|matur|mort|moral|polit|patien)[a-z]*|ir(?:regul|relev|resp)[a-z]*|il(?:legal|logic)[a-z]*)|[a-z]less(?![a-z])/;

export function japaneseNegation(text: string): Negation {
  const plain = text.normalize("NFKC").replace(/[\s\u3000]+/g, "");
  const strict = plain.replace(japaneseIdioms, "＊").match(japaneseStrict)?.length ?? 0;
  return { strict, broad: japaneseBroad.test(plain) };
}

export function englishNegation(text: string): Negation {
  const plain = text.normalize("NFKC").toLowerCase();
  const strict = plain.replace(englishIdioms, "*").match(englishStrict)?.length ?? 0;
  return { strict, broad: englishBroad.test(plain) };
}
