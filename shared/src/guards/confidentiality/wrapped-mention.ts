import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { Gap } from "./compact-text";
import { firstIndex } from "./first-index";
import { adnominal, denies, directive, maybe, predicate, selfTopic, titleAfter } from "./statement-patterns";
import { endWithNoun, type Surroundings } from "./surroundings";

/** Begins the next line of a sentence, and no title: が含まれる, but not がん対策. */
const goesOn =
  /^(?:は、|を(?!ち|り)|については|について、|に(?:関し|係る|該当|当た|相当|分類|指定|格付|限[るりっ]|準じ|あって)|には、|と(?:は、?|して|する|し、|され|みな|同等|な[るっ]|機密性|極秘|秘)|が(?:、|含|記|付|漏|あ[るっ])|の(?:取り?扱|管理|保護|保全|指定|解除|格付|区分|定義|範囲|漏|流出|紛失|有無|保管|保存|持ち?出|送[信付]|閲覧|印刷|作成|廃棄|複[製写]|開示|提供|件数|うち|場合|表示|共有|入力|保有)|で(?:ある|あっ|あれ|ない|は(?:な|あり|ござい))|(?:又は|若しくは|及び|並びに|または|もしくは|および|ならびに|その他の|以外の)|等[をのはに])/;
/** May also begin a title (は虫類の輸入): tells something only behind a line that is not finished. */
const mayGoOn = /^(?:[はがをにのとでも][一-龠]|以[上下]の(?:情報|文書|資料|もの|格付))/;
const unfinished = /(?:、|[はがをにでとのへ]|する|した|れる|れた|より|から|場合|とき)$/;
const joins = /^[」』】)\]]?(?:、|,|及び|又は|並びに|若しくは|および|または|ならびに|もしくは|や)$/;
/** The mark tells one paper from others: 機密性３情報を含む文書を…. */
const tellsApart =
  /^(?:情報|文書|資料)?(?:を含む|が含まれる|に(?:当たる|該当する|相当する|指定された|指定する))(?:情報|文書|資料|書類|図画|もの|場合|とき|データ|ファイル)(?!です|であ|。|$)/;

/** 機密性３情報 / の取扱いに関する要領: a title that was wrapped. */
const titleOfRule =
  /^(?:を取り?扱う|に(?:関する|係る)).{1,30}$|^の.{0,30}(?:要領|要綱|規程|規定|規則|細則|基準|指針|ガイドライン|手引き?|マニュアル|研修|について)(?:\(案\))?$/;

/** Characters of the sentence that are looked at. */
const longest = 200;

/**
 * True for a mark that stands alone on its line only because a sentence that speaks of it was wrapped there. In doubt,
 * and where the sentence states the class of this very paper, it is none: such a line marks the paper.
 */
export function isWrappedMention(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const { text, gaps } = around.view;
  if (gaps[line.end] !== Gap.Line) return false;
  const end = endWithNoun(around, candidate);
  const tail = text.slice(end, line.end);
  const rest = text.slice(line.end, line.end + longest);
  const before = sentenceStart(text.slice(Math.max(0, line.start - longest), candidate.start));
  const isList = joins.test(tail);
  if (isList) {
    // Classes named one after the other; 機密性３情報、 over 関係者限り is a row of labels.
    const next = around.candidates[firstIndex(around.candidates, ({ start }) => start >= line.end)];
    const named = next !== undefined && next.start <= line.end + 1 && next.class !== candidate.class;
    return named && next.class !== "unknown" && rest.includes("。") && !isOfThisPaper(before);
  }
  if (!/^[」』】)\]"']?$/.test(tail)) return false;
  const nextLine = around.lines[firstIndex(around.lines, ({ start }) => start >= line.end)];
  const title = nextLine === undefined ? "" : text.slice(nextLine.start, Math.min(nextLine.end, nextLine.start + 50));
  // Not の alone: 機密性３ / のり養殖業者との交渉について.
  if (goesOn.test(title) && titleOfRule.test(title)) return true;
  const within = unfinished.test(before);
  const ends = rest.includes("。");
  // Without a sentence around it 「の取扱いに注意」 is a line of its own.
  if (!(goesOn.test(rest) && (within || ends)) && !(mayGoOn.test(rest) && within && ends)) return false;
  const after = rest.split(/[。!！?？]/, 1)[0]!;
  if (denies.test(after) || maybe.test(after)) return true;
  // 極秘 / をもって本メモの扱いとする。
  if (/(?:本|この)(?:資料|文書|書面?|メモ|メール|件)/.test(after)) return false;
  // A mail speaks to its readers, a rule does not: 極秘 / について、下記のとおり送付します。
  if (!within && /(?:ます|です|ました|ください)$/.test(after)) return false;
  if (titleAfter.test(after) || adnominal.test(after) || tellsApart.test(after)) return true;
  return !predicate.test(after) && !directive.test(after) && !selfTopic.test(before);
}

/** 格付の区分は、… of a rule is no topic of this very paper; 本資料は、… is. */
function isOfThisPaper(before: string): boolean {
  return selfTopic.test(before) && /本|当|この|これ|こちら|[上下]記|以下|添付|内容/.test(before);
}

function sentenceStart(before: string): string {
  return before.split(/[。!！?？]/).at(-1)!;
}
