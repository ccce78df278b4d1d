/** Signs in brackets of what is heard and nobody says. */
const noise =
  /^(?:笑い?|拍手|沈黙|一同.{0,8}|異議.{0,8}|間|音楽|雑音|聴取不能|聞き取れず|不明|休憩|中略|略|以下.{0,4}|ため息|咳(?:払い)?|くしゃみ|.{0,8}(?:音|の声|笑い声|鳴る)|チャイム|着信|ノイズ|歓声|どよめき|BGM|laughter|applause|inaudible|crosstalk|music|pause|silence)$/i;
/** What captions in English hear: "[chuckles]", "[door opens]", "[indistinct chatter]". */
const heard =
  /^(?:(?:\p{L}+ly )?(?:chuckl|laugh|sigh|gasp|groan|cough|sniff|sniffl|sneez|scoff|whisper|shout|scream|mumbl|hum|breath|exhal|inhal|yawn|cheer|applaud|clap|clatter|beep|ring|knock|giggl|snort|cry|sob|typ)(?:s|es|ing|ings)?|clear(?:s|ing) throat|(?:phone|door|music|crowd|audience|indistinct|unintelligible|inaudible|speaking|overlapping|background|no audio|blank.?audio|static|foreign).{0,30}|.{1,30} (?:playing|opens|closes|rings|ringing|chatter|noises?|sounds?|music|laughter|applause|speech|conversations?))$/iu;

/** True for words in brackets that say what is heard, which is no name: 「ため息」, "chuckles". */
export function isNoise(words: string): boolean {
  return noise.test(words) || heard.test(words);
}
