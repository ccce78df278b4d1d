import { inOwnDeed } from "../speech/humble-verbs";

/** What stands behind a name that is given something, asked about or spoken of, and does nothing itself. */
const passive =
  /^(?:へ|を|の(?!方|ほう|担当)|宛|あて|まで|と(?:の|も|相談|協議|調整|一緒|共有|打合|打ち合|話|連絡|確認)|から(?:の|聞|受|届|もら|説明|報告|指摘|意見|質問)|ありがと|です(?:か|ね)?[。？?]?$|とは)/u;
const given = /^に(?!おいて|おかれ|おきまし)は?、?/u;
const givenWhat =
  /(?:出|送|渡|提出|回し|回す|届け|連絡|報告|共有|相談|伝え|知らせ|聞|見せ|説明|通知|配|返)[^。]{0,12}$|(?:出|送|渡|提出|届け|連絡|報告|共有|相談|伝え|知らせ|聞|見せ|通知)/u;
const askedOf = /お願い|頼|任せ|(?:て|で)(?:もら|いただ|ほし)|担当/u;
const passiveEnglish = /\b(?:to|with|from|for|about|than|thanks?|thank you|by|of|not),?\s+$/iu;

/** True for a name that may do what its sentence tells; false for one that only receives it or is spoken of. */
export function mayDo(sentence: string, { start, end }: { start: number; end: number }): boolean {
  const after = sentence.slice(end);
  if (/[A-Za-z]/.test(sentence[start] ?? "") && passiveEnglish.test(sentence.slice(0, start))) return false;
  if (passive.test(after)) return false;
  if (!given.test(after)) return true;
  const clause = /^[^。、]*/u.exec(after.replace(given, ""))![0];
  return !givenWhat.test(clause) && askedOf.test(after);
}

const request =
  /(?:て|で)(?:ください|下さい|いただけ|いただき(?:たい|ます)|ほしい|欲しい|もらえ|もらい(?:たい|ます)|もらって|くれ|あげて)|(?:いただけ|もらえ)(?:(?:ます|る)と|れば)、?(?:大変|とても)?(?:助か|幸い|ありがた|有)|お願い(?:し(?!て(?:お|き|い|み|あ))|いたし|でき|したい|$|。)|願います|頼みます|頼む|(?:し|出す|する|る)よう(?:に)?[。\s]*$|\b(?:please|(?:could|can|would|will) (?:you|someone|anyone|[A-Z]\w+))\b/u;
const question = /(?:か|かね|の|っけ|どう|いかが)[。？?\s」）)]*$|[?？]\s*$/u;
const promise =
  /(?:ます|ますね|ますので|ますよ|おきます|ました)[。\s]*$|(?:てお|とい)(?:く|こう)[。よね\s]*$|(?:する|やる|行う|出す|送る|作る|書く|調べる)(?:よ|ね|わ|予定です|つもりです)?[。\s]*$|ます(?:が|から|ので|けど|し)?[、。\s]|\b(?:I|we)(?:['’]ll| will| can| am going)\b|\blet me\b|\bwill do\b|\bI(?:['’]m| am) on it\b/iu;
const noPromise =
  /(?:こと|もの)(?:と|に)(?:し|いたし|なり)|(?:と|に)(?:し|いたし)ます[。\s]*$|思い(?:ます|まし)|考え|ありま|ござい|ありが|移り|入り|始め|終わり|閉(?:会|じ)|開(?:会|き)ま|ています|ており|でした|になり|できま(?:せん|した)/u;
const acceptance =
  /^(?:はい|ええ|うん|承知|了解|分かり|わかり|かしこまり|やってみ|やります|引き受け|もちろん|任せ|大丈夫|しておき|sure|ok\b|okay|yes|will do|no problem|of course|got it)/iu;
const ownWords =
  /(?:私|わたし|僕|自分|こちら|うち|当[課室局係部方]|弊社)(?:ども|たち)?(?:の方|のほう)?(?:で|が|から|は|も|やり|に任)|\b(?:I|we)(?:['’]ll| will| can)\b|\blet me\b/iu;

const declining =
  /(?:休み|出張|不在|休暇|手一杯|無理|(?:難しい|厳しい)(?!ところ|問題|点|課題|判断|面|話|論点|事情|状況|局面)|でき(?:ません|ない)|出られ|引き受けられ|手が(?:回|空|離)|間に合い(?:ません|そうに)|ほかの方|他の方|にお願いできないでしょうか|代わって|外して|育休|持ってない|担当(?:が|は)?別|\bI (?:really )?can['’]?(?:no)?t\b|away that week|on leave|\bI['’]d rather not\b|\bI['’]m (?:afraid I can|not able|flat out))/iu;

/** 「その週は休みです」, 「難しいです」: an answer that does not take up what was asked. */
export function declines(text: string): boolean {
  return declining.test(text);
}

export function asksFor(sentence: string): boolean {
  return request.test(inOwnDeed(sentence));
}

/** Asks for something or after it: who says that does not promise it. */
export function isAsking(sentence: string): boolean {
  return asksFor(sentence) || question.test(sentence.trim());
}

/** Somebody says that they will do it, or have taken it. */
export function promises(sentence: string): boolean {
  return (
    !isAsking(sentence) && promise.test(inOwnDeed(sentence)) && (!noPromise.test(sentence) || ownWords.test(sentence))
  );
}

/** 「はい、承知しました。」 */
export function accepts(sentence: string): boolean {
  return (
    !/^(?:はい|ええ)?、?(?:お願い|では|じゃあ|それでは|次)/u.test(sentence.trim()) && acceptance.test(sentence.trim())
  );
}

/** True for a sentence whose speaker says that it is they who do it. */
export function namesItself(sentence: string): boolean {
  return ownWords.test(sentence);
}
