/** Words by which a meeting decides or agrees; what stands between them is bounded, for a run of openings costs its square otherwise. */
const decided =
  /決定(?:と(?:し|いた)|し|いたし|され|です|事項)|決めま(?:す|した|しょう)|決めちゃ(?:い|お)|決まり(?:ま|)|決め(?:させて|たい)|決定|こと(?:に|と)(?:し(?:ます|ました|ましょう|たい|て)|いたします|なり|決|する|した|させて)|(?:と|に)(?:します|いたします|いたしました|しましょう|しました|させていただきます)|了承|承認|合意|採択|可決|議決|異議(?:は|も)?(?:な|ござい|あり)|異存(?:は|も)?(?:な|ござい|あり)|了解(?:し|いたし|です)|そのように(?:し|いたし|進め|お願い|決)|それで(?:いきま|お願い|結構|進め|よろし)|(?:では|それでは|じゃあ?|うん|はい|ええ|よし|そうですね|分かりました|わかりました|今回は|今年度?は)[^。]{0,200}ましょう|(?<=^|。|\n)(?:では|それでは|じゃあ)、[^。]{0,200}(?:導入|廃止|採用|中止|統合|延期|設置|新設|統一|適用|削除|撤廃)(?:いた)?します(?:。|$)|(?:減らし|増やし|替え|変え|延ばし|広げ|続け|残し)ます(?![がの]|でしょう)(?:。|$)|決まりで|に変更(?:で(?:。|$)|し(?:ます|ましょう)|と(?:します|いたします))|(?:に|で)(?:しよう|いこう)(?:。|$)|(?:じゃあ?|では|それでは|それじゃあ?)、?[^。]{4,200}(?:(?:って|という)ことで|(?:間|回|は[^。]{2,20}[日月週]|人|所|円|つ|案|方式|のみ|だけ|停止|廃止|継続|併用|単独|外注|内製|対面|有料|無料|延期|中止)で)(?:。|$)|[部枚本人名件回円台案]で行き(?:ます|ましょう)|(?:方針|体制|日程|まま|とおり|どおり)で行き(?:ます|ましょう)|[長役員理事当]に(?:は|、)?[^、。を]{2,20}を(?:指名|選任|選出|任命)(?:し|いたし)ます|で(?:いきましょう|進めましょう|進めます|いきます|確定)|認め(?:る|ます|られ)|賛成多数|よろしい(?:です|と思い)|\b(?:decided|agreed|approved|resolved|adopted|carried|settled|let['’]s (?:go|pilot|adopt|use|keep|start|approve|take|move|scrap|change|drop|stick|hold)|we(?:['’]ll| will) (?:approve|adopt|accept|do|take|use|keep|pilot|start|have|change|move|switch|hold|drop|stick)|we (?:won['’]t|will not) (?:use|have|hold|do|take|adopt)|will be held|we will go|we['’]ll go|no objections?|agree|decision)\b/iu;
/** Words by which something is only thought about. */
const tentative =
  /(?:検討|提案|案(?:です|として|が|も|は)|いかがでしょう|どうでしょう|ではないでしょうか|かもしれ|可能性|と思います|と考え(?:ます|ております|ています)|決め(?:ません|られ(?:ない|ません)|るのは早)|決定(?:して|は)(?:い)?(?:ない|ません|次回|見送)|次回(?:に|改めて|また)|継続審議|持ち帰|保留|\b(?:consider|propose|suggest|might|maybe|perhaps|not decided|next time|postpone)\b)/iu;
const undecided =
  /決めません|決まっていません|決められ(?:ない|ません)|決定(?:して|に至って|は(?:して|見送))[^。]{0,6}(?:ない|ません|ず)|まだ決|決定(?:には|に)至ら|結論(?:は|を)(?:出(?:ません|さない|ず)|次回|持ち越)|継続(?:審議|協議)|持ち帰|保留|見送り(?:ます|とし)|not (?:yet )?(?:been )?decided|no decision/i;

/** Words by which others agree to what was proposed. */
const assented =
  /賛成(?:です|いたし|し)|異議(?:は|も)?な|異存(?:は|も)?な|了解|承知|分かりました|わかりました|結構です|いいです(?:[ねよ]|。|$)|(?:いい|良い|よい)と思|それでいい|大丈夫|構いません|そうしましょう|お願いします|御異議なし|\b(?:yes|agreed?|fine|sure|no objections?|none|good)\b/iu;
const asked =
  /(?:でしょうか|ですか|ますか|ませんか|か|どう|いかが|しょう|します|たい(?:(?:ん|の)です(?:が|けど)?)?|right|\?|？)[。？?\s」）)]*$/u;

/**
 * Whether the sources say that something was decided: in their own words, or by the assent that follows a proposal. "no"
 * where they only propose, weigh or put off; "unclear" otherwise.
 */
export function isDecided(sources: readonly string[], following: readonly string[]): "yes" | "no" | "unclear" {
  const words = sources.join("\n");
  const plain = plainOf(words);
  if (decided.test(plain)) return "yes";
  if (undecided.test(words)) return "no";
  // The sources themselves may hold the proposal and, after it, the assent.
  const assent = [...sources.slice(1), ...following].some((text) => decided.test(plainOf(text)) || assented.test(text));
  if (assent && sources.some((text) => asked.test(text.trim()))) return "yes";
  if (isTakenUp([...sources, ...following.slice(0, 1)])) return "yes";
  return tentative.test(words) ? "no" : "unclear";
}

/** What somebody is told to do, and only looks into, is not settled. */
const told = /(?:て|で)(?:ください|下さい|いただきます|もらいます)(?:。|$|ね|よ)/u;
const onlyLooked =
  /(?:検討|確認|調べ|調査|相談|聞い|考え|教え|説明|報告|見|議論)[^、。]{0,8}(?:て|で)(?:ください|下さい|いただきます|もらいます)/u;
const takenUp = /^(?:はい(?:[、。]|$)|承知|了解|分かりました|わかりました|かしこまり)/u;

/** 「病院を最優先にしてください」, 「承知しました」: whoever leads settles it so. */
function isTakenUp(texts: readonly string[]): boolean {
  return texts.some(
    (text, index) =>
      told.test(text) && !onlyLooked.test(text) && texts.slice(index + 1).some((answer) => takenUp.test(answer.trim())),
  );
}

function plainOf(text: string): string {
  return text.replace(undecidedEverywhere, "").replace(goingOn, "");
}

/** 「引き続き議論することといたします」 tells how the meeting goes on. */
const goingOn =
  /(?:検討|協議|議論|審議|調整|研究)(?:を(?:続け|進め)る|する|していく|いただく)?こと(?:と|に)(?:し(?:ます|ました|たい)?|いたします|いたしました|なりま)/gu;
const undecidedEverywhere = new RegExp(undecided.source, "giu");

const deciding =
  /決まった|決定(?:した|された|となった|に至った)|こと(?:と|に)(?:した|された|なった|決)|了承(?:した|された)|承認(?:した|された)|合意(?:した|された|に至った)|可決|\b(?:decided|agreed|approved|resolved)\b/iu;
/** 「次回改めて検討することとした」 tells how the meeting went on, and no decision. */
const meetingGoesOn = /(?:検討|協議|議論|審議|確認|調整|持ち帰|保留|見送)[^。]{0,10}こと(?:と|に)/u;

/** True for a line that itself says that something was decided. */
export function claimsDecision(line: string): boolean {
  return deciding.test(withoutDenied(line)) && !meetingGoesOn.test(line);
}

const denied =
  /(?:決定|決ま(?:って|った)|決めた|合意|了承|承認|可決|採択|締結)(?:(?:を|に|は|が|も)|し(?:て|た)?|され(?:て|た)?|と?いう)*(?:(?:事実|わけ|こと|もの)(?:は|では|が|も)?(?:な[いくか]|ござい|あり?ませ)|(?:は|に|には)?(?:い|お|至って(?:い|お)|至ら)?(?:ない|なかった|ません|りません|らず|ず、))/gu;

/** A text without what it says was not decided: 「決定した事実はない」, 「合意には至っていない」. */
export function withoutDenied(text: string): string {
  return text.replace(denied, "");
}

/** True for a sentence that decides something in its own words. */
export function isSettling(sentence: string): boolean {
  return decided.test(plainOf(sentence));
}
