import type { Span } from "../../vocabulary";
import { Gap, type CompactText } from "./compact-text";
import type { Candidate } from "./mark-patterns";
import type { Surroundings } from "./surroundings";

const papers =
  "(?:資料|文書|書類|文|メール|電子メール|連絡|通知|報告書?|ファイル|データ|内容|情報|件|案件|議事録|議事要旨|議事メモ|メモ|会議|打合せ|会合|書面|ページ|表|図表|案|案文|原稿|紙|ペーパー|返信|投稿|チャット|チャンネル|スレッド|メッセージ|やり取り|やりとり|回答|調書|計画書?|スライド|記録|添付|別添|別紙|リスト|名簿|一覧|素案|たたき台|ドラフト|以降)";
/** This very document or mail, as the topic of the sentence. */
const selfTopic = new RegExp(
  `(?:(?:本|この|これらの|当|当該|今回の|今般の|同封の|添付の?|上記の?|下記の?|以下の?|標記の?|お送り(?:する|した|します)|送付(?:する|した)|配[布付](?:する|した))[^。、はがを]{0,14}?${papers}(?:ファイル|一式|全体|の?内容|の?取り?扱い?|の?格付け?|の?区分|の?情報)?|^[^。、はがを]{0,4}(?:これ(?:らの${papers})?|こちら(?:の${papers})?|上記|下記|以下|本件|添付|添付ファイル|添付資料|内容|取り?扱い?|お取り?扱い?|情報の?格付け?|格付け?|区分|機密区分|取扱区分))` +
    `(?:[(（][^)）]{0,20}[)）])?(?:は|も|につい(?:て(?:は|も)?|ては)|に関し(?:て(?:は)?)?|には|にも|とも|ですが|、)`,
);
const lead =
  /^[※★◆■●○・*(\[【<>|:\-]*(?:なお|また|ただし|おって|念のため|恐縮ですが|大変恐縮ですが|恐れ入りますが|お手数ですが|くれぐれも|引き続き|一応|すみませんが|申し訳(?:ありません|ございません)が|注意|御注意|ご注意|重要)?[、:)\]】]*$/;

const noun = "(?:相当)?(?:の)?(?:情報|文書|資料|書類|内容|もの|案件|扱い?|取り?扱い?|データ|事項)?(?:扱い?)?";
/** The mark is what the sentence says of its topic. */
const predicate = new RegExp(
  `^[」』】)\\]"']*${noun}(?:[（(][^)）]{0,20}[)）])?(?:です|であ[るりっ]|でございま|だ(?:[。、がとか]|$)|となっ|とな[りる]|となります|とす[るれ]|とし(?:て(?:お|御|ご)?(?:取り?扱|扱|管理|整理|格付|指定|作成|共有|送|配)|、|ます|た|ております|てください|ていただ|て$)|として(?:お|御|ご)?(?:取|扱|願|の取)|とさせ|とお願い|と願い|とされ|とみな|に該当|に当た|に相当|に指定|に格付|に分類|に区分|に設定|に位置付|にな[りるっ]|扱い(?:です|と|で|に|、|。|$)|で(?:す|お願い|願|お取|御取|ご取|取り?扱|共有|ご対応|御対応|頼|よろしく)|にてお?願|につき|なので|なため|のため|ゆえ|を含(?:む|み|ん)|が含まれ|も含(?:む|み|ま)|(?:を|が)(?:多数|一部)(?:含|記載)|をお?願い|を(?:厳守|徹底)|厳守|のこと|(?:して)?ください|[。、]|$)`,
);
/** A polite request or plain statement that opens with the mark itself: 取扱注意でお願いします。 */
const directive = new RegExp(
  `^[」』】)\\]"']*${noun}(?:にてお?願|で(?:お願い|願|お取|御取|ご取|取り?扱(?:って|い?願|い?くだ)|よろしく|ご対応|御対応)|として(?:お取|御取|ご取|取り?扱(?:って|い?願|い?くだ)|お願い)|と(?:し(?:て|ます|てい)|させて)(?:ください|いただ|お願い|$|。)?|とお願い|です(?:[。、がの]|$|!|ので)|でございま|につき、|なので、?|のため、?(?:転送|複製|取|外部|他|共有|お|ご|御)|を?(?:お願い|厳守)|厳守(?:で|を)?|のこと[。)）]*$|願います|ください)`,
);
const maybe =
  /^.{0,16}(?:場合(?:が|も)あ|場合[はに]|可能性|おそれ|恐れ|かもしれ|ことがあ|こともあ|ときは|際は|とき、|際には|であれば|ならば|かどうか|か否か|か(?:を|の|、)|べき)/;
const denies =
  /^[」』】)\]"']*(?:情報|文書|資料|事項)?(?:等|など)?(?:は|を|も|が|に|では?|とは|の情報(?:は|を))*(?:一切)?(?:含(?:みません|まない|まず|まれ(?:ない|ません|ていません|ておりません|ず)|んでいません|んでおりません|有しない)|ありません|ございません|ない|なし|無し|該当し(?:ない|ません)|当たら|当たりません|(?:ではあ?り?|でござい)ま?せん|ではな|でな|じゃな|としない|とはし|対象外|不要|以外|を除|除[くき])|^.{0,14}(?:ではありません|ではない|ではございません|とはなりません|に(?:は)?(?:該当|当た)(?:し(?:ない|ません)|ら(?:ない|ず)|りません)|としません|から外|解除)/;
/** A rule or definition that names the mark as its object, even where it begins like a statement. */
const explains =
  /(?:定義|説明|解説|例示|規定|例を|基準を|方法を|手順を|考え方|とは[、何]|という|を定め|が定め|の違い|について(?:説明|述べ|定め|検討|議論|審議)|に関する(?:規|要|ガイド|基準|研修))/;
const titleAfter =
  /^[」』】)\]"']*(?:情報|文書|資料)?(?:等|など)?(?:の(?:取り?扱い?(?!と|で|です|を?お?願|に(?:して|なり|なっ))|管理|保護|保全|定義|指定|解除|漏|流出|紛失|有無|範囲|格付|区分|扱い方)|保護|管理|取扱(?:い)?(?:要|規|者|研|業)|に関する|に係る|について|の場合|漏えい|漏洩|を(?:扱う|取り?扱う|持|有|保有|保存|送|印刷|閲覧|入力|作成|廃棄|複製))/;
const adnominal =
  /^.{0,10}?(?:される|された|する|した|とする|である)(?:情報|文書|資料|もの|場合|とき|際|例|データ)(?!です|であ|を含|が含|も含|を記|が記|につき|のため|なの|と?して|、|。|$)/;
const asks = /(?:[?？]|(?:です|ます|でしょう|ません|ない)か[?。]?|か[?？。])[」』)）]*$/;
const request = /願|いただ|くださ|もらえ|頼/;

/** True when the sentence around the candidate states the class or limit of this very document or mail. */
export function isStatement(around: Surroundings, candidate: Candidate): boolean {
  if (
    candidate.labelOnly === true &&
    /非公|公開不可|公表不可|不開示|内部/.test(around.view.text.slice(candidate.start, candidate.end))
  )
    return false;
  // 取扱いに御注意ください is a courtesy beside every mark; as a label (取扱いに注意) it stands alone.
  if (candidate.reason === "caution" && /に/.test(around.view.text.slice(candidate.start, candidate.end))) return false;
  const sentence = sentenceAround(around.view, candidate);
  const before = around.view.text.slice(sentence.start, candidate.start);
  const after = around.view.text.slice(endOfRow(around, candidate), sentence.end);
  if (candidate.latin === true) return statesInEnglish(before, after);
  if (denies.test(after) || titleAfter.test(after) || maybe.test(after)) return false;
  if (asks.test(before + after) && !request.test(after)) return false;
  if (isCopied(before, after)) return true;
  if (adnominal.test(after) || explains.test(after) || /(?:とは|例えば|たとえば|仮に|もし)[^。]*$/.test(before))
    return false;
  const topic = selfTopic.exec(before);
  if (topic !== null) {
    const between = before.slice(topic.index + topic[0].length);
    // Another topic in between takes the predicate: 本要領では、職員が…は機密性3とする.
    return !/[^にで]は、?[^。]*$/.test(between) && between.length <= 40 && predicate.test(after);
  }
  return lead.test(before) && directive.test(after);
}

/** End of the row of marks that the candidate begins: 機密性2情報・関係者限りです. */
function endOfRow({ view, candidates }: Surroundings, candidate: Candidate): number {
  let end = candidate.end;
  for (const next of candidates) {
    if (next.start < end) continue;
    if (!/^(?:情報|文書|資料)?[・、,/()「」\[\]【】]{1,3}$/.test(view.text.slice(end, next.start))) break;
    end = next.end;
  }
  return end;
}

/** What follows, or what is quoted, was taken from a marked paper. */
function isCopied(before: string, after: string): boolean {
  if (/(?:禁止|場合|してはならない|ことができ|できません|不可|しないで|注意)/.test(after)) return false;
  const taken = "(?:抜粋|転記|転載|引用|コピー|写し|写した|貼り?付け|抜き書き|要約|書き写|転送)";
  if (/(?:以下|下記|次|上記|ここから|これより|↓|本文|この(?:文章|部分|段落|表)|引用部分)/.test(before)) {
    return new RegExp(`^.{0,40}?(?:${taken}|からのもの|の(?:本文|内容|文面|一部|該当部分)(?:です|であ|を))`).test(
      after,
    );
  }
  return new RegExp(
    `^.{0,40}?(?:から|より|を)(?:の|一部|そのまま|内容を)?${taken}(?:です|します|しました|しています|した(?:もの(?:です|である)?)?|する|ました|たもの(?:です)?)?[。:：)）」】]*$`,
  ).test(after);
}

/** English, on text without its white space. */
function statesInEnglish(before: string, after: string): boolean {
  const self =
    /(?:this|the(?:attached|enclosed|following))(?:e-?mail|message|document|report|files?|materials?|memo|presentation|communication|information|draft|paper|text|thread|note|transmission|content|slides?|page)(?:[a-z,()]{0,50}?)(?:is|are|contains?|hasbeen|mustbe|istobe|shouldbe|mustremain)(?:[a-z]{0,24})$/i;
  if (/(?:not|may|might|could|non-?)(?:be|contain)?$/i.test(before) || /^[a-z]{0,12}(?:ornot)/i.test(after))
    return false;
  if (/(?:^|[.,;])(?:if|when|whether|unless|incase|where)/i.test(before)) return false;
  if (self.test(before))
    return !/(?:may|might|not|describes?|explains?)(?:contain|be|include)?s?[a-z]{0,12}$/i.test(before.slice(-24));
  if (/(?:copied|quoted|excerpt(?:ed)?|taken|extract(?:ed)?)(?:is)?from(?:a|the|our)?$/i.test(before))
    return /^[a-z]{0,12}(?:document|report|paper|memo|file|mail)/i.test(after);
  return /(?:please(?:treat|keep|handle)(?:this|it)?[a-z]{0,24}(?:as|strictly)?)$/i.test(before);
}

const sentenceEnd = /[。！!？?]/;

function sentenceAround({ text, gaps }: CompactText, candidate: Span): Span {
  let start = candidate.start;
  while (start > 0 && !sentenceEnd.test(text[start - 1]!) && !(gaps[start] === Gap.Line && endsLine(text, gaps, start)))
    start -= 1;
  let end = candidate.end;
  while (end < text.length && !(gaps[end] === Gap.Line && endsLine(text, gaps, end))) {
    end += 1;
    if (sentenceEnd.test(text[end - 1]!)) break;
  }
  return { start, end };
}

/** A line end inside a long line of a mail wrapped at 35 characters or so does not end the sentence. */
function endsLine(text: string, gaps: readonly Gap[], at: number): boolean {
  let length = 1;
  while (at - length > 0 && gaps[at - length] !== Gap.Line) length += 1;
  return (
    length < 25 || !/[ぁ-んァ-ヶ一-龠、a-z]/i.test(text[at - 1] ?? "") || /[・※■●○◆【(\-*>0-9]/.test(text[at] ?? "")
  );
}
