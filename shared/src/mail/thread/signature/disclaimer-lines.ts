import { isContact, isDisclaimer, isDrawn, isOffice, looseMark } from "./signature-lines";

/** A notice is no longer than this many lines. */
const mostLines = 12;
/** Words to whoever got a mail by mistake; short ones are notices as well. */
const stray =
  /(?:心当たり(?:の|が)(?:ない|無い|ござい)|(?:誤って|間違って|手違いで)[^。]{0,20}(?:受信|受け取|届|送信|送付)[^。]{0,12}(?:方|場合|とき|際)|宛先(?:の方|に心当たり|以外)|not (?:the|an) intended recipient|(?:received|sent to you) (?:this|it)?[^.]{0,40}\b(?:in error|by mistake))/iu;
const notice =
  /^[\s\u3000]*(?:[※＊*!！【［[(（]|注意?[:：]|disclaimer|confidentiality|notice\b|caution\b|this (?:e-?mail|message))/iu;
const asked = /(?:までに|期限|締切)|\bby (?:mon|tues|wednes|thurs|fri|satur|sun|[0-9])/iu;

/**
 * Index from which the last lines of a paragraph are a notice on who may read the mail, right below a signature; the number of
 * lines where they are none. A sentence that sets a day is none, nor what follows words of the text.
 */
export function disclaimerStart(texts: readonly string[]): number {
  for (let at = Math.max(1, texts.length - mostLines); at < texts.length; at += 1) {
    const above = texts[at - 1]!;
    if (!(isDrawn(above) || looseMark.test(above) || isContact(above) || isOffice(above)) || isNoticeEnd(above))
      continue;
    const below = texts.slice(at);
    // The card of the signature may stand between the drawn line and the notice.
    const isCard = below.slice(0, -1).some(isDrawn) || isContact(below[0]!) || isOffice(below[0]!);
    if (isShortNotice(below.join(" ")) && (notice.test(below[0]!) || (isDrawn(above) && !isCard))) return at;
  }
  return texts.length;
}

/** A whole paragraph that is such a notice, however short. */
export function isShortNotice(words: string): boolean {
  return (stray.test(words) || (words.length > 60 && isDisclaimer(words))) && !asked.test(words);
}

/** Marks a line as the beginning of a notice: 「※」, "Confidentiality notice". */
export function beginsNotice(line: string): boolean {
  return notice.test(line);
}

function isNoticeEnd(text: string): boolean {
  return /[。！？!?]\s*$/u.test(text);
}
