import { nameOfReader } from "./addressee";
import { findDues } from "./find-dues";
import type { RequestSentence } from "./request-sentences";

/** 「委員の皆様：１０日まで」, 「防災課→１３日」: readers, and by when they are asked for what stands above. */
const groupLine = new RegExp(
  "^(?<name>[^:：。、\\s]{0,20}?(?:皆様|皆さま|皆さん|方々|の方|様|各位|さん|課|室|係|局|部|班|省|庁|省庁|担当|担当者|委員|構成員|メンバー|オブザーバー|事務局|職員|管理職|自治体|都道府県|市町村|区市町村|機関|団体|法人|企業|会社|事業者|学校|大学|支部|支所|センター))[\\s\\u3000]*[:：→⇒][\\s\\u3000]*(?<day>\\S.{0,40})$",
  "u",
);
/** What such lines stand below: 「下記により登録をお願いします。」 */
const asksBelow = /(?:次|以下|下記|左記)(?:の(?:とおり|通り|日程|期日|期限|締め?切り?)|に(?:より|て))/u;
const wholeGroup = /(?:皆様|皆さま|皆さん|方々|各位)$/u;
const namedReader = new RegExp(`^${nameOfReader}$`, "u");
/** 「１１月１０日（火）正午まで（厳守）」 says a day and nothing else. */
const behindDay =
  /^[\s\u3000]*(?:まで(?:に)?|迄|必着|厳守|中|〆|締切)?[\s\u3000]*(?:[（(][^（()）]{1,12}[)）])?[。]?$/u;

/** The deadline that words are as a whole; undefined where they say something else, or nothing. */
export function dayAlone(words: string, written: string | undefined): RequestSentence["dues"][number] | undefined {
  const label = "期限：";
  const [due] = findDues(label + words, written);
  return due?.start === label.length && behindDay.test((label + words).slice(due.end)) ? due : undefined;
}

/** Days for several groups of readers below a sentence that asks without one: each group is asked by its own. */
export function takeGroups(sentences: readonly RequestSentence[], written: string | undefined): void {
  sentences.forEach((announcer, index) => {
    if (announcer.asking !== "asks" || announcer.dues.length > 0 || !asksBelow.test(announcer.text.slice(0, longest)))
      return;
    const first = index + (sentences[index + 1]?.text === "記" ? 2 : 1);
    const lines: { line: RequestSentence; name: string; due: RequestSentence["dues"][number] }[] = [];
    for (const line of sentences.slice(first)) {
      const match = line.text.length > 64 ? null : groupLine.exec(line.text);
      const due = match === null ? undefined : dayAlone(match.groups!.day!, written);
      if (match === null || due === undefined) break;
      lines.push({ line, name: match.groups!.name!, due });
    }
    if (lines.length < 2) return;
    announcer.announces = true;
    for (const { line, name, due } of lines) {
      line.asking = "asks";
      line.isDueLine = false;
      line.isAnswerOnly = false;
      line.dues = [due];
      // A group that nobody can tell to hold the reader or not is asked with them.
      const isNamed = namedReader.test(name) && !wholeGroup.test(name);
      line.told = { text: `${name}：${announcer.text}`, ...(isNamed ? { addressee: name } : {}) };
    }
  });
}

/** "Action items from today's call:", 「【宿題】」 */
const actionHeading =
  /^(?:(?:agreed |our |open |key )?action(?:s| items| points)|to[- ]?dos?(?: list)?|next steps)\b[^.?!]{0,48}$|^[^。、]{0,16}(?:宿題(?:事項)?|アクション(?:アイテム)?|ToDo|TODO|対応事項|役割分担|作業分担)(?:[（(][^（()）]{0,16}[)）])?[】］\])＞>]?(?:は、?(?:以下|次|下記)の(?:とおり|通り))?(?:です|となります|になります)?[:：。]?$/iu;
/** "Rena: draft the agenda"; what is said of somebody has another word behind the name. */
const englishDeed =
  /^(?<name>[A-Z][\p{L}'’-]{1,20}(?:(?: |, | and | & |\/)[A-Z][\p{L}'’-]{1,20}){0,3})\s?(?::|–|—|-\s)\s*(?:to |will |please )?(?!(?:the|a|an|this|that|these|those|he|she|it|they|we|you|i|is|was|are|were|has|had|have|his|her|their|our|my|your|no|not|none|nothing|done|completed?|n|all|in|on|at|of|for|from|with|as|only|still|already|there|what|who|when|where|why|how)\b)[a-z]{2,}\b\s*\S/u;
/** 「森：会場図の作成」, 「岸課長→名簿の更新」 */
const japaneseDeed =
  /^(?<name>[\p{Script=Han}\p{Script=Katakana}]{1,12}(?:さん|様)?)[\s\u3000]*[:：→⇒][\s\u3000]*[^。：:]{2,60}?(?:確認|作成|回答|提出|登録|報告|説明|送付|記入|修正|更新|整理|共有|準備|入力|調整|検討|協議|選定|手配|印刷|周知|連絡|照会|集計|公表|依頼|予約|する(?:こと)?|とりまとめ|取りまとめ)(?:[（(][^（()）]{1,24}[)）])?[。]?$/u;
const everybody = /^(?:all|everyone|everybody|team|both|全員|各自|各位|皆様|皆さん)$/iu;
const writer = /^(?:me|i|myself|us|we|私|当方|弊課|当課|小職|自分|当局|当室|当係)$/iu;
/** Headings within a list that are no names. */
const notName =
  /^(?:note|notes|date|time|place|venue|status|deadline|due|background|topic|agenda|owner|next|期限|期日|日時|場所|会場|議題|備考|内容|目的|方法|様式|資料|対象|背景|経緯|状況)$/iu;

/** Items below such a heading are asked of whom they name. */
export function takeActions(sentences: readonly RequestSentence[]): void {
  sentences.forEach(({ text, isItem }, index) => {
    if (isItem || text.length > 80 || !actionHeading.test(text)) return;
    for (const item of sentences.slice(index + 1)) {
      if (!item.isItem) break;
      const head = item.text.slice(0, longest);
      const name = (englishDeed.exec(head) ?? japaneseDeed.exec(head))?.groups!.name;
      if (name === undefined || writer.test(name) || notName.test(name)) continue;
      item.asking = "asks";
      item.isAnswerOnly = false;
      item.isDueLine = false;
      item.told = { text: item.text, ...(everybody.test(name) ? {} : { addressee: name }) };
    }
  });
}

/** Longer sentences are no sentences of people: what tells of them stands at their beginning. */
const longest = 300;
