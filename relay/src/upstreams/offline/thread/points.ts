/** Says in Japanese that something is settled. */
const decided =
  /(?:こと|もの|方針|方向|予定)(?:に|と|で)(?:し|いたし|決ま|決定し|なり)(?:まし|ま|り)|(?:決定|承認|了承|承諾|許可|採用|採択|合意|確定|可決|認可|裁可)(?:し|いたし|され|に至り|を得|とし|といたし|となり)?(?:ます|ました|まして|です|ており|て(?=[^。]*(?:しました|です)))|(?:で|と|に)(?:確定|決定)(?:です|と)|(?:了解|了承|承認|内諾|許可|決裁)を(?:得|取|いただ|頂)(?:て|り|き|まし)|決まりました|決めました|(?:と|に)(?:します|いたします|しました|いたしました|させていただきます)。?$|(?:延長|延期|変更|中止|実施|採用)(?:し|いたし)(?:ます|ました)。?$|で(?:進め|いき)(?:ます|ましょう)/u;
const notDecided =
  /(?:検討|協議|調整|お願い|依頼|照会|相談|提案|参考|別添|添付|失礼|以上)(?:を|と|に|する)?(?:こと)?(?:と|に)?(?:します|いたします|しました|いたしました)|予定(?:です|で(?:す|ござい))|したい(?:と|です)|考えて|思(?:い|って)|(?:ません|ない|おらず|未)(?:。|が|で|$)|[？?か]。?$|ください|下さい|場合(?:は|に)|まだ|引き続き|楽しみに|までに[^。]{0,16}(?:します|いたします)|お世話になって|お待ち|見込み|いかが|(?:受領|拝受|確認|承知|提出|送付|作成|添付|登録|連絡|回答|報告)(?:し|いたし)(?:まし|ます)/u;
const open =
  /(?:検討|調整|確認|協議|審査|照会|精査|交渉)(?:を(?:進めて|続けて))?(?:中|して(?:い|おり)る?ところ)(?:です|で(?:ござい|おり|あり)|のため|であり|。|$)|未定|未確定|未決|決まって(?:い|おり)|(?:決ま|定ま|固ま|まとま)(?:って|り)[^。]{0,6}(?:ません|ない|おらず)|結論(?:は|が|に)[^。]{0,12}(?:ません|ない|おらず|ず)|(?:まだ|未だ|いまだ)[^。]*(?:ません|ない|おらず|中)|引き続き[^。]{0,12}(?:検討|協議|調整|確認)|(?:問い合わせ|照会し|確認し|調整し)て(?:おり|い)(?:ます|る(?:ところ|ため))|保留|持ち帰|(?:課題|論点)(?:です|となって|が残|として残)|見通し(?:が|は)[^。]{0,8}(?:ません|ない)|(?:を)?待っ(?:て|ている)|(?:回答|返事|連絡|了解|承認|結果|判断)待ち|判断(?:しかね|できて)|不明(?:です|で(?:ござい|あり))/u;
const englishDecided =
  /\b(?:(?:has|have|had|was|were|is|are)\s+(?:now\s+)?(?:been\s+)?(?:decided|agreed|approved|confirmed|accepted|finali[sz]ed|settled)|(?:we|I|they|the \w+)\s+(?:have\s+)?(?:decided|agreed|approved|accepted)|it was (?:decided|agreed)|we will go (?:ahead )?with)\b/iu;
const englishNotDecided =
  /\?|\b(?:not (?:yet |been )*(?:decided|agreed|approved|confirmed|accepted|finali[sz]ed|settled)|whether|if|could|please|unless|until|yet|would like)\b/iu;
const englishOpen =
  /\b(?:not (?:yet )?(?:been )?(?:fixed|decided|determined|finali[sz]ed|clear|confirmed|settled|known)|still (?:being|under|open|pending|waiting|to be|not)|under (?:review|consideration|discussion)|is pending|are pending|to be (?:decided|confirmed|determined)|TBC|TBD|remains? (?:open|unclear|undecided)|waiting for|awaiting|no decision)\b/u;

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const shortest = 6;
const longest = 300;

/** Whether a sentence that asks nothing tells a decision, something still open, or neither. */
export function pointKind(sentence: string): "decision" | "open" | undefined {
  if (sentence.length < shortest || sentence.length > longest) return undefined;
  if (japanese.test(sentence)) {
    if (open.test(sentence)) return "open";
    return decided.test(sentence) && !notDecided.test(sentence) ? "decision" : undefined;
  }
  if (englishOpen.test(sentence)) return "open";
  return englishDecided.test(sentence) && !englishNotDecided.test(sentence) ? "decision" : undefined;
}
