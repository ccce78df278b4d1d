import { unknown } from "./candidate";
import { findMarkings } from "./find-markings";
import type { Marking } from "./marking";

/** Names that sound like a class or a limit without being one that is known: a person has to say what is meant (P7, P3). */
const soundsLikeClass =
  /機密|秘|限り|限定|注意|厳禁|禁止|格付|レベル\s*[0-9a-z]|level\s*[0-9a-z]|(?<!un)class(?:ified|\s*[0-9])|confiden|secret|(?<!un)restrict|sensitiv|internal|protected|proprietary|(?<!un)official|社外|部外|省外|庁外|暗号|(?:^|[^0-9])[234][abc]?$/iu;
const denied =
  /^(?:非機密|機密(?:性|情報)?(?:なし|無し|以外|でない)|(?:not|non)[\s-]*(?:confidential|sensitive|classified|business)|unclassified|unrestricted|unofficial)$/iu;

/**
 * Markings of a label's name, its place the label. The name of a label below another one holds both (上位\\下位): each is judged
 * like a header that says nothing else.
 */
export function markingsOfLabel(label: string): Marking[] {
  const text = label.normalize("NFKC").trim();
  if (denied.test(text)) return [];
  const parts = [label, ...label.split(/[\\/＼／>＞|｜]|\s[-–—:]\s/)];
  const found = [...new Set(parts)].flatMap((part) => findMarkings(part, "header"));
  const whole = { where: "label", text: label, span: { start: 0, end: label.length } } as const;
  const markings = found.map((marking): Marking => ({ ...marking, ...whole }));
  if (markings.length > 0) return markings;
  return soundsLikeClass.test(text) ? [{ ...whole, ...unknown, reason: "caution" }] : [];
}
