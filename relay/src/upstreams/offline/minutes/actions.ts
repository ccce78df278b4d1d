import { contentWords } from "@genai-office/shared/language";
import { asMeant } from "@genai-office/shared/tasks";
import type { SpokenSentence } from "./spoken-sentences";

/** Something that somebody is going to do. */
export interface Action {
  sentences: SpokenSentence[];
  /** Empty when nobody said. */
  owner: string;
  due: string;
  utterances: number[];
}

const number = "[0-9０-９〇一二三四五六七八九十]{1,4}";
const day = `(?:(?:令和|平成)?${number}年(?:度)?)?${number}月(?:の第${number}週|${number}日|[上中下]旬|末|中|頃)?(?:\\s*[（(]?[月火水木金土日](?:曜日?)?[)）]?)?(?:の?(?:午前|午後)?${number}時)?`;
const partOfDay = "(?:の?(?:午前|午後|朝|昼|夕方|夜|正午)(?:中)?)?";
const relative =
  "(?:再来週|来週|今週|翌週)(?:の?[月火水木金土]曜日?|末|明け|前半|後半)?|明日|明後日|あさって|本日|今日|(?:今|来|翌|再来)?月末|(?:今|来|再来)月(?:の?[0-9０-９〇一二三四五六七八九十]{1,3}日|[上中下]旬)?|今?年度(?:末|内)|年内|年末|次回(?:の?(?:会議|会合|委員会|打合せ|検討会|審議会))?|[月火水木金]曜日?";
const dueBefore = new RegExp(
  `((?:${day}|${number}日(?!間)|${relative})${partOfDay}中?)(?:\\s*[（(][^）)]{1,10}[)）])?(?:まで(?:に(?:は)?|の間に)?|を?(?:期限|締切り?|締め切り)|(?<=中)に|付けで)`,
  "u",
);
const dueEnglish =
  /\b(?:by|before|until|due)\s+((?:next |this |the end of )?(?:monday|tuesday|wednesday|thursday|friday|tomorrow|today|week|month|january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d{1,2}(?:st|nd|rd|th)?)?)/iu;

const requesting =
  /(?:して|いて|って|んで|えて|めて|せて|べて|けて|出して|送って)(?:ください|下さい|いただけ(?:ます|れば|ない)|いただき(?:たい|ます(?:よう)?)|ほしい|もらえ|もらい)|お願い(?:したい|できます(?:か|でしょうか)|(?:いた)?します|申し上げます)|をいただけ(?:ます|ません)か|願います|(?:出す|送る|する|作る|回す|まとめる|確認する)ように(?:。|$|お願い|して)|頼みます|\b(?:please|could you|can you)\b/iu;
const promising =
  /(?:し|いたし|り|き|え|め|せ|べ|み|ち|び|ておき|ていただき)ます(?:ので|から|ね|よ)?[。\s]*$|(?:する|やる|出す|送る|作る)(?:ことに)?(?:します|予定です)|\b(?:I|we)(?:['’]ll| will)\b/iu;
const deed =
  /提出|作成|作り|確認し|確認して|確かめ|調整|共有|修正|直し|送付|送り|送って|お送り|渡し|整理|用意|準備|調べ|調査|まとめ|更新|周知|手配|連絡|協議|相談|検討し|検討して|試算|見積|集計|公表|掲載|配布|配り|依頼|要求|申請|登録|設置|実施|開催|設定|回答し|起案|出し(?:ます|て)|(?:出す|送る|作る|回す)よう|終え|進め(?:ます|て)|対応し|対応して|\b(?:send|prepare|check|confirm|draft|submit|review|update|share|write|fix|contact|arrange|finish|complete)\b/iu;
/** Running the meeting, being polite, describing: no deed to come. */
const procedural =
  /(?:御|ご)?(?:了承|承知|理解|容赦|協力|静粛|推選|推薦)(?:を|のほど)?(?:願|くださ|いただ|賜|お願)|御覧|ご覧|(?:御|ご)?説明(?:を)?(?:お願い|いたし|し(?:ます|て(?:ください|いただ)))|(?:御|ご)?報告(?:を)?(?:お願い|いたします|します|申し)|発言|(?:御|ご)意見|質問(?:を|が|は)|挙手|起立|着席|紹介(?:を|し)|挨拶|開会|閉会|開きます|始めます|移ります|入ります|終わります|思います|考え(?:ます|て)|申し上げます|存じます|承知|よろしくお願い(?:いた)?します。?$|^(?:では、?|はい、?)?(?:よろしく)?お願い(?:いた)?します。?$|決定(?:と)?(?:いた)?します|今日は決め|御審議|採決|お諮り|結論を出/u;
const selfWords =
  /(?:(?:私|僕|わたし)(?:ども|たち)?|当課|当室|当局|当係|当方|うち|こちら|弊社|自分)(?:の方)?(?:で|が|から|は|に)/u;
const titles = "課|室|局|部|係|班|省|庁|事務局|委員会|センター|担当|さん|氏|委員|課長|部長|室長|係長";
const named = new RegExp(
  `([一-龠々ァ-ヶー]{1,10}?(?:${titles}))(?:の方)?(?=と[一-龠ァ-ヶー]|で|に(?!は?つい|関|対)|が|は|には|から|、)`,
  "gu",
);
/** 「比較表を作っておきます」: said by whoever does it. */
const setsAside = /(?:て|で)おきます(?:ので|から|ね|よ)?[。\s]*$/u;
/** 「まず新人研修の件、門脇さんお願いします」 gives the word. */
const givesTheWord =
  /^(?:では|それでは|じゃあ?)?、?(?:まず|次|続いて|最初|最後)[^。]*(?:の件|について|は)、?[^。、]*お願い(?:いた)?します。?$/u;
/** 「誰が確認するんでしたっけ」, 「どなたかお願いできますか」. */
const asksWho = /誰が|どなた(?:が|か)|誰か(?!ら)/u;
const accepting =
  /^(?:あ、?|あっ、?)?(?:はい|ええ|承知|分かり|わかり|了解|かしこまり|やってみ|それ(?:は|なら)?、?(?:私|僕|こちら|うち)|私が|僕が|うちで|こちらで)/u;
const asksWhen = /いつまでに|いつ(?:まで|頃)|何日までに|by when/iu;

/** Finds what somebody promised or was asked to do, with who and when as far as it was said. */
export function findActions(sentences: readonly SpokenSentence[], speakers: readonly string[]): Action[] {
  const actions: Action[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const { text } = sentence;
    if (asksWhen.test(text)) {
      const action = promisedWhen(sentences, index);
      if (action !== undefined) actions.push(action);
      continue;
    }
    if (procedural.test(text) || givesTheWord.test(text)) continue;
    const due = dueIn(text);
    if (asksWho.test(text)) {
      const taken = takenBy(sentences, index);
      if (taken !== undefined) actions.push(taken);
      continue;
    }
    if (requesting.test(text) && deedIsNamed(text)) {
      const owner = ownerOfRequest(asMeant(text), sentence, speakers);
      const request = { sentences: [sentence], owner, due, utterances: [sentence.utterance] };
      actions.push(owner === "" ? withTaker(request, sentences) : request);
    } else if (
      promising.test(text) &&
      deed.test(text) &&
      (due !== "" || selfWords.test(text) || setsAside.test(text))
    ) {
      const owner = ownerOfPromise(asMeant(text), sentence, speakers);
      const said = withObject(sentences, index);
      actions.push({ sentences: said, owner, due, utterances: [...new Set(said.map(({ utterance }) => utterance))] });
    }
  }
  return withoutTwins(actions.map((action) => withDueSaidNext(action, sentences)));
}

/** A request that named nobody belongs to whoever takes it up. */
function withTaker(action: Action, sentences: readonly SpokenSentence[]): Action {
  const last = action.sentences.at(-1)!;
  const next = sentences.find(({ utterance }) => utterance > last.utterance);
  if (next === undefined || next.speaker === last.speaker || !accepting.test(next.text)) return action;
  return { ...action, owner: next.speaker, utterances: [...new Set([...action.utterances, next.utterance])] };
}

/** 「電話番号って誰が確認するんでしたっけ」 — 「それ僕がやりますね」 */
function takenBy(sentences: readonly SpokenSentence[], index: number): Action | undefined {
  const question = sentences[index]!;
  const answer = sentences.slice(index + 1).find(({ utterance }) => utterance > question.utterance);
  if (answer === undefined || answer.speaker === question.speaker || !selfWords.test(answer.text)) return undefined;
  return {
    sentences: [question, answer],
    owner: answer.speaker,
    due: dueIn(answer.text) || dueIn(question.text),
    utterances: [question.utterance, answer.utterance],
  };
}

/** 「来週の水曜までには作ります」 does not say what: the sentence before, of the same speaker, does. */
function withObject(sentences: readonly SpokenSentence[], index: number): SpokenSentence[] {
  const [before, sentence] = [sentences[index - 1], sentences[index]!];
  const plain = sentence.text.replace(dueBefore, "").replace(accepting, "");
  const namesWhat =
    /[\p{Script=Han}\p{Script=Katakana}A-Za-z]{2,}[^、。]{0,4}[をはも]|[\p{Script=Han}\p{Script=Katakana}]{4,}/u.test(
      plain,
    );
  const isNear =
    before !== undefined && before.speaker === sentence.speaker && sentence.utterance - before.utterance <= 1;
  return namesWhat || !isNear || before.text.length < 8 ? [sentence] : [before, sentence];
}

/** Utterances within which a request is taken up. */
const takenUpWithin = 3;

/** What is asked for and then promised is one thing to do: with the promise's date, in the promise's words where they name it. */
function withoutTwins(actions: readonly Action[]): Action[] {
  const kept: Action[] = [];
  for (const action of actions) {
    const twin = kept.findIndex((other) => isTakenUp(other, action));
    if (twin < 0) {
      kept.push(action);
      continue;
    }
    const request = kept[twin]!;
    const isWhole = sharedShare(wordsOf(request), wordsOf(action)) >= 0.6;
    kept[twin] = {
      sentences: isWhole ? action.sentences : [...request.sentences, ...action.sentences],
      owner: request.owner === "" ? action.owner : request.owner,
      due: action.due === "" ? request.due : action.due,
      utterances: [...new Set([...request.utterances, ...action.utterances])],
    };
  }
  return kept;
}

function isTakenUp(request: Action, promise: Action): boolean {
  const distance = promise.utterances[0]! - request.utterances.at(-1)!;
  if (distance < 0 || distance > takenUpWithin) return false;
  if (request.owner !== "" && promise.owner !== "" && request.owner !== promise.owner) return false;
  const [reply] = promise.sentences;
  // 「承知いたしました。次回までに提出いたします。」 takes up what was asked right before, in whatever words.
  const isReply = distance === 1 && reply!.speaker !== request.sentences[0]!.speaker && request.utterances.length === 1;
  if (
    isReply &&
    request.due === "" &&
    promise.due !== "" &&
    promise.sentences.length === 1 &&
    !/[をは]/u.test(reply!.text)
  )
    return true;
  if (request.utterances.includes(reply!.utterance)) return true;
  const [asked, promised] = [wordsOf(request), wordsOf(promise)];
  const [short, long] = asked.size <= promised.size ? [asked, promised] : [promised, asked];
  return sharedShare(short, long) >= 0.5;
}

function wordsOf(action: Action): Set<string> {
  const owner = new Set(contentWords(action.owner));
  return new Set(action.sentences.flatMap(({ text }) => contentWords(text)).filter((word) => !owner.has(word)));
}

function sharedShare(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : [...words].filter((word) => others.has(word)).length / words.size;
}

/** 「お願いします」 asks for something only when it says for what. */
function deedIsNamed(text: string): boolean {
  return deed.test(text) || /(?:を|は|の件)[^。]{0,30}(?:お願い|ください|いただけ)/u.test(text);
}

/** 「試算は、いつまでにできますか。」 — 「…間に合わせます。二月の第二週までには。」 */
function promisedWhen(sentences: readonly SpokenSentence[], index: number): Action | undefined {
  const question = sentences[index]!;
  const next = sentences.slice(index + 1).find(({ utterance }) => utterance > question.utterance);
  if (next === undefined || next.speaker === question.speaker) return undefined;
  const replies = sentences.filter(({ utterance }) => utterance === next.utterance);
  const due = replies.map(({ text }) => dueIn(text)).find((found) => found !== "");
  if (due === undefined) return undefined;
  return {
    sentences: [question, ...replies.slice(0, 2)],
    owner: next.speaker,
    due,
    utterances: [question.utterance, next.utterance],
  };
}

function dueIn(text: string): string {
  const japanese = dueBefore.exec(text);
  if (japanese !== null) return `${japanese[1]!.trim()}${japanese[2] ?? ""}`;
  return (dueEnglish.exec(text)?.[1] ?? "").trim();
}

/** A date that stands alone in the same utterance (「二月の第二週までには。」), or in the answer of the one who was asked. */
function withDueSaidNext(action: Action, sentences: readonly SpokenSentence[]): Action {
  if (action.due !== "") return action;
  const last = action.sentences.at(-1)!;
  const rest = sentences.slice(last.order + 1, last.order + 3).filter(({ utterance, speaker, text }) => {
    if (utterance === last.utterance) return !deed.test(text);
    return utterance === last.utterance + 1 && action.owner !== "" && speaker === action.owner;
  });
  for (const sentence of rest) {
    const due = dueIn(sentence.text);
    if (due === "") continue;
    return { ...action, due, utterances: [...new Set([...action.utterances, sentence.utterance])] };
  }
  return action;
}

function ownerOfRequest(text: string, sentence: SpokenSentence, speakers: readonly string[]): string {
  const called = speakers.filter((name) => name !== sentence.speaker && nameAt(text, name));
  if (called.length > 0) return called.join("、");
  const names = [...text.matchAll(named)].map((match) => match[1]!).filter((name) => !isObject(text, name));
  return names[0] ?? /各(?:自|課|係|室|委員)|全員/u.exec(text)?.[0] ?? "";
}

function ownerOfPromise(text: string, sentence: SpokenSentence, speakers: readonly string[]): string {
  if (selfWords.test(text)) return sentence.speaker;
  // 「広報課にお渡しします」: who is given something does not do it.
  const doing = speakers.filter((name) =>
    new RegExp(`${escaped(name)}(?:さん)?(?:の方)?(?:で|が|から)(?!す)`, "u").test(text),
  );
  return doing.length > 0 ? doing.join("、") : sentence.speaker;
}

/** A speaker's name in a sentence, or its surname with さん. */
function nameAt(text: string, name: string): boolean {
  if (
    new RegExp(`${escaped(name)}(?:さん|様)?(?:の方)?(?:と(?=[一-龠ァ-ヶー])|で|に|が|は|から|、|には)`, "u").test(text)
  )
    return true;
  const surname = name.split(/[\s\u3000（(]/)[0]!;
  return surname.length >= 2 && new RegExp(`${escaped(surname)}(?:さん|氏|委員|課長|部長|室長|係長)`, "u").test(text);
}

/** 「教育委員会との協議は」: the one it is about, not the one who does it. */
function isObject(text: string, name: string): boolean {
  return new RegExp(`${escaped(name)}(?:と(?:の|は)|の|へ|を)`, "u").test(text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
