import type { Span } from "../../vocabulary";

const subjectLine =
  /^[ \t\u3000>＞|│*_]*(?:件[ \u3000]*名|表[ \u3000]*題|題[ \u3000]*名|標[ \u3000]*題|subject|sub|betreff)[ \t\u3000*_]*[:：][ \t\u3000*_]*(?=\S)/gim;

/** Subjects of quoted and forwarded messages inside a mail's text, as spans of that text. */
export function quotedSubjects(text: string): Span[] {
  return [...text.matchAll(subjectLine)].map((match) => {
    const start = match.index + match[0].length;
    const lineEnd = text.slice(start).search(/[\r\n]/);
    return { start, end: lineEnd === -1 ? text.length : start + lineEnd };
  });
}
