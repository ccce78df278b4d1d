import type { Finding } from "../../vocabulary";
import { squeezed } from "./thread";

/** A deed that the writer takes on: 送付いたします, 御連絡させていただきます. */
const deed =
  /(?:ご|御|お)?([一-龠々]{2,4}|[ァ-ヶー]{3,})(?:を|は)?(?:(?:さ)?せて(?:いただき|頂き)|いたし|致し|し|申し上げ)ます(?!か)/gu;
const strong =
  /必ず|確約|お約束|約束(?:いたし|し)ます|保証(?:いたし|し)ます|責任を(?:持|も)って|万全を期し|間違いなく|最優先で/gu;
const english =
  /\b(?:I|we)(?:['’]ll| will| shall| promise| guarantee| commit)(?: \w+)? (\w+)|\bguaranteed?\b|\bwithout fail\b/giu;

/** Deeds that belong to every mail, or that are done by writing it. */
const courtesy =
  /^(?:願|お願|失礼|感謝|御礼|お礼|お詫|詫|承知|了解|拝見|拝受|受領|恐縮|存|申請|回答|返信|返答|連絡申|案内|挨拶|報告|希望|期待|祈念|理解|了承|承諾|同意|賛成|辞退|欠席|参加|出席|遠慮)/u;
const englishCourtesy = /^(?:be|look|appreciate|thank|like|need|have|not)$/i;

/**
 * Promises of a reply that neither the intention nor the thread holds: `promise-not-in-source` { found }, an error. A deed
 * counts as known when its noun occurs; words of assurance (必ず, 確約) must occur themselves.
 */
export function checkPromises(text: string, sources: readonly string[]): Finding[] {
  const known = sources.map(squeezed).join("\n");
  const findings: Finding[] = [];
  const report = (found: string, start: number): void => {
    findings.push({
      guard: "evidence",
      code: "promise-not-in-source",
      severity: "error",
      values: { found },
      output: { start, end: start + found.length },
    });
  };
  for (const match of text.matchAll(deed)) {
    const noun = match[1]!.replace(/^[ご御]/u, "");
    const isCourtesy = courtesy.test(noun) || courtesy.test(noun.slice(-2));
    if (isCourtesy || known.includes(squeezed(noun)) || known.includes(squeezed(noun.slice(-2)))) continue;
    report(match[0], match.index);
  }
  for (const match of text.matchAll(strong)) if (!known.includes(squeezed(match[0]))) report(match[0], match.index);
  for (const match of text.matchAll(english)) {
    const verb = match[1] ?? "";
    if (englishCourtesy.test(verb) || (verb !== "" && known.includes(verb.toLowerCase()))) continue;
    report(match[0], match.index);
  }
  return findings.sort((a, b) => a.output!.start - b.output!.start);
}
