import type { Finding } from "../../vocabulary";
import { squeezed } from "./thread";

/** A deed that the writer takes on: 送付いたします, 御連絡させていただきます. */
const deed =
  /(?:ご|御|お)?([一-龠々]{2,4}|[ァ-ヶー]{3,})(?:を|は)?(?:(?:さ)?せて(?:いただき|頂き)|いたし|致し|し|申し上げ)ます(?!か)/gu;
/** お送りします, お貸しいたします: a humble form of a verb. */
const humble =
  /(?:お|御|ご)([一-龠々]{1,3})[ぁ-ん]{1,4}?(?:(?:さ)?せて(?:いただき|頂き)|いたし|致し|し|申し上げ)ます(?!か)/gu;
/** Verbs by which a writer takes something on: 貸し出します, 負担は当課で持ちます. */
const plainVerb =
  /(送り|貸し(?:出し)?|渡し|届け|払い|支払い|持ち|引き受け|受け持ち|承り|請け負い|伺い|参り|譲り|差し上げ|出し|間に合わせ|済ませ|仕上げ|取り掛かり|迎え)ます(?!か)/gu;
const strong =
  /必ず|確約|お約束|約束(?:いたし|し)ます|保証(?:いたし|し)ます|責任を(?:持|も)って|万全を期し|間違いなく|最優先で/gu;
const english =
  /\b(?:I|we)(?:['’]ll| will| shall| promise| guarantee| commit)(?: \w+)? (\w+)|\bguaranteed?\b|\bwithout fail\b/giu;

/** Deeds that belong to every mail, or that are done by writing it. */
const courtesy =
  /^(?:願|お願|失礼|感謝|御礼|お礼|お詫|詫|承知|了解|拝見|拝受|受領|恐縮|存|申請|回答|返信|返答|連絡申|案内|挨拶|報告|希望|期待|祈念|理解|了承|承諾|同意|賛成|辞退|欠席|参加|出席|遠慮)/u;
/** お知らせします, お待ちします: the mail itself does it, or nothing is taken on. */
const humbleCourtesy = /^(?:願|詫|知|答|礼|祈|待|断|返|尋|察|見舞|悔|祝|喜|慶|騒|世話|聞|伺|目|会|手数|受|申|案内)/u;
const englishCourtesy = /^(?:be|look|appreciate|thank|like|need|have|not)$/i;

/**
 * Promises of a reply that neither the intention nor the thread holds: `promise-not-in-source` { found }, an error. A deed
 * counts as known when its noun, or the character of its verb, occurs; words of assurance (必ず, 確約) must occur themselves.
 */
export function checkPromises(text: string, sources: readonly string[]): Finding[] {
  const known = sources.map(squeezed).join("\n");
  const findings: Finding[] = [];
  const report = (found: string, start: number): void => {
    const end = start + found.length;
    if (findings.some(({ output }) => output!.start < end && start < output!.end)) return;
    findings.push({
      guard: "evidence",
      code: "promise-not-in-source",
      severity: "error",
      values: { found },
      output: { start, end },
    });
  };
  for (const match of text.matchAll(deed)) {
    const noun = match[1]!.replace(/^[ご御]/u, "");
    const isCourtesy = courtesy.test(noun) || courtesy.test(noun.slice(-2));
    if (isCourtesy || known.includes(squeezed(noun)) || known.includes(squeezed(noun.slice(-2)))) continue;
    report(match[0], match.index);
  }
  for (const pattern of [humble, plainVerb]) {
    for (const match of text.matchAll(pattern)) {
      const stem = /^[一-龠々]+/u.exec(match[1]!)?.[0] ?? match[1]!;
      if ((pattern === humble && humbleCourtesy.test(stem)) || known.includes(stem[0]!)) continue;
      report(match[0], match.index);
    }
  }
  for (const match of text.matchAll(strong)) if (!known.includes(squeezed(match[0]))) report(match[0], match.index);
  for (const match of text.matchAll(english)) {
    const verb = match[1] ?? "";
    if (englishCourtesy.test(verb) || (verb !== "" && known.includes(verb.toLowerCase()))) continue;
    report(match[0], match.index);
  }
  return findings.sort((a, b) => a.output!.start - b.output!.start);
}
