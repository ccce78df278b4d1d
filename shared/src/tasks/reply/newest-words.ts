const quoteStart =
  /^\s*(?:-{2,}\s*(?:Original Message|元のメッセージ|転送されたメッセージ|Forwarded message)\s*-{2,}|_{10,}|(?:On\b.{5,120}\bwrote:)|.{0,80}(?:さんは?|様が|が)書きました\s*[:：]|20[0-9]{2}[年/-].{5,80}(?:[:：]|<[^>]+>\s*[:：]?))\s*$|^\s*(?:From|差出人|送信者)\s*[:：].{3,}$/i;

/** The words of a mail itself: what it quotes of earlier mails is taken off (> lines, and all behind the head of a quoted mail). */
export function newestWords(text: string): string {
  const kept: string[] = [];
  for (const line of text.split(/\r\n|[\r\n\v\u2028\u2029]/)) {
    // A head at the very top belongs to this mail.
    if (kept.some((one) => one.trim() !== "") && quoteStart.test(line)) break;
    if (/^\s*(?:[>＞]|\|\s)/.test(line)) continue;
    kept.push(line);
  }
  return kept.join("\n");
}
