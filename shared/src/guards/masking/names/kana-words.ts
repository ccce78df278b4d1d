/** What hiragana in the place of a given name are as often: particles, endings of verbs, words for several people. */
const functionWord =
  /^(?:さん|くん|ちゃん|さま|たち|だち|など|だけ|ほか|ども|その|この|あの|どの|こと|もの|ため|とき|よう|そう|いる|ある|いう|する|した|して|され|おり|おける|および|または|ならびに|あて|らし|しか|ばかり|くらい|ぐらい|ところ|うち|みな|から|まで|より|では|には|とは|へは|への|との|での|です|でし|ます|まし|だっ|であ|なっ|なる|なら|ながら|ので|のに|のみ|けど|けれ|という|といっ|として|とも|かも|かな|ここ|そこ|どこ|これ|それ|あれ|どれ|いつ|いま|まだ|もう|すぐ|また|なお|ただ|よく|よい|よろ|ない|なく|なし|なり|いい|いた|いっ|お|ご|すべ|ぜひ|とても|かなり|まず|つい|ついて|つき|つもり|はず|わけ|ころ|ごろ|ごと|まま|ほど|ほう|かた|がた|ら$|い$|の$|は$|が$|を$|に$|と$|も$|へ$|だ$|た$|て$|で$|な$|か$|よ$|ね$)/u;

/** True for hiragana that are no given name. */
export function isFunctionWord(word: string): boolean {
  return functionWord.test(word);
}
