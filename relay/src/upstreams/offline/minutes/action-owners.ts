import { selfWords } from "./action-words";
import type { SpokenSentence } from "./spoken-sentences";

const titles = "課|室|局|部|係|班|省|庁|事務局|委員会|センター|担当|さん|氏|委員|課長|部長|室長|係長";
const named = new RegExp(
  `([一-龠々ァ-ヶー]{1,10}?(?:${titles}))(?:の方|のほう)?(?=と[一-龠ァ-ヶー]|で|に(?!は?つい|関|対)|が|は|には|から|、)`,
  "gu",
);
/** Whom a request names: a speaker who is called, else an office; empty where it names nobody. */
export function ownerOfRequest(text: string, sentence: SpokenSentence, speakers: readonly string[]): string {
  // 「魚の部分は事務局に書いてもらいますので、長谷委員は見るだけで結構です」: the one who is made to do it, whoever else is named.
  const made = /([^、。はがを]{1,14}?)に(?:は)?[^。、は]{1,20}(?:て|で)(?:もらい|いただき)ます/u.exec(text)?.[1];
  if (made !== undefined) return speakers.find((name) => name.startsWith(made)) ?? made;
  const called = speakers.filter((name) => name !== sentence.speaker && nameAt(text, name));
  if (called.length > 0) return called.join("、");
  const names = [...text.matchAll(named)].map((match) => match[1]!).filter((name) => !isObject(text, name));
  return (
    names[0] ??
    /各(?:自|課|係|室|委員|省庁?|社|府省|市町村|県|班)(?!(?:に(?!は?、?(?:お願い|おい|おかれ|て))|へ|宛|あて|から|との|の))|全員|(?:委員の)?(?:皆さん|みなさん|皆様|みんな|先生方)|一人(?=一つ|ずつ)/u.exec(
      text,
    )?.[0] ??
    ""
  );
}

/** Who promises: whoever speaks, unless the sentence says that another speaker does it. */
export function ownerOfPromise(text: string, sentence: SpokenSentence, speakers: readonly string[]): string {
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
    new RegExp(
      `${escaped(name)}(?:さん|様)?(?:の方|のほう)?(?:と(?=[一-龠ァ-ヶー])|で|に|が|は|から|、|には|, )`,
      "u",
    ).test(text)
  )
    return true;
  if (/^[A-Za-z]/.test(name)) return callsByName(text, name);
  const surname = name.split(/[\s\u3000（(]/)[0]!;
  return (
    surname.length >= 2 &&
    new RegExp(`${escaped(surname)}(?:さん|氏|委員|課長|部長|室長|係長|主査|主任|補佐)`, "u").test(text)
  );
}

/** "Daniel, could you …", "Could you …, Daniel?", "Mr Castellano, could you …" */
function callsByName(text: string, name: string): boolean {
  const parts = name.split(/[^\p{L}'’-]+/u).filter((part) => part.length >= 2);
  return parts.some((part) => {
    const one = escaped(part);
    return new RegExp(
      `(?:^|[.!?,]\\s*)(?:Mr|Ms|Mrs|Dr)?\\.?\\s*${one},|,\\s*${one}\\s*[?.!]|\\b(?:can|could|will|would)\\s+(?:Mr|Ms|Mrs|Dr)?\\.?\\s*${one}\\b`,
      "u",
    ).test(text);
  });
}

/** 「教育委員会との協議は」: the one it is about, not the one who does it. */
function isObject(text: string, name: string): boolean {
  return new RegExp(`${escaped(name)}(?:と(?:の|は)|の|へ|を)`, "u").test(text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[\s\u3000]+/g, "[\\s\\u3000]*");
}
