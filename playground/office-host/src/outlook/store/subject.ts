/** Prefixes that mail clients put before a subject, Japanese ones and the full-width colon too. */
const subjectPrefix = /^[\s\u3000]*(?:(?:re|fw|fwd|aw|wg|返信|転送)(?:\[\d+\])?[\s\u3000]*[:：][\s\u3000]*)+/iu;

/** Subject without the prefixes of answering and forwarding. */
export function normalizedSubject(subject: string): string {
  return subject.replace(subjectPrefix, "");
}

/** The subject of an answer: one prefix, whatever stood before. */
export function replySubject(subject: string): string {
  return `RE: ${normalizedSubject(subject)}`;
}
