import { foldWidth } from "../../../language";

/** An address in a text, with the stretch it takes there. */
export interface FoundAddress {
  start: number;
  end: number;
  /** As it is written, line breaks taken out. */
  address: string;
}

const ascii = "[A-Za-z0-9\\-._~:/?#\\[\\]@!$&*+;=%{}|\\\\^,']";
const scheme =
  "(?:(?:h(?:tt|xx|\\*\\*)ps?|ftps?|sftp|wss?|file|ssh|git|[a-z][a-z0-9+.-]{1,20}(?=:\\/\\/))\\s?(?::|\\[:\\])(?:[ \\t]*\\n?[ \\t]*)[\\\\/]{1,3}|(?:javascript|vbscript|blob|callto|msteams|skype|search-ms|ms-[a-z-]{2,20}):(?=\\S)|mailto:(?=\\S)|data:(?=[a-z]+\\/|[;,]))";
const domainEnds =
  "com|net|org|info|biz|jp|io|dev|app|xyz|ru|cn|kr|tw|hk|uk|us|eu|de|fr|nl|co|me|tv|cc|to|site|online|top|shop|club|live|link|click|ai|gov|edu|mil|int|test|example|page|cloud|tech|store|pro|space|website";
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const dot = "(?:\\.|\\[\\.\\]|\\(\\.\\)|\\{\\.\\})";
const path = `(?::\\d{2,5})?(?:[/?#]${ascii}*)?`;

/** With a scheme: what follows is read on by hand, because letters of other scripts may belong to the host. */
const withScheme = new RegExp(scheme, "giu");
const relative = new RegExp(`(?<![:\\w/\\\\])[\\\\/]{2}${label}(?:\\.${label})+${path}`, "giu");
const withoutScheme = new RegExp(`(?<![\\w@./-])www\\d?${dot}(?:${label}${dot})*${label}${path}`, "giu");
const mail = new RegExp(
  `(?<![\\w.+/@-])[a-z0-9](?:[\\w.+-]{0,63})@(?:${label}${dot}){1,6}[a-z]{2,24}(?![\\w@])`,
  "giu",
);
/** A host without a scheme: where it has a path, several dots, or is written in small letters alone. */
const bareHost = new RegExp(
  `(?<![\\w@./\\\\-])(?:${label}${dot}){1,6}(?:${domainEnds})(?![\\w-]|\\.[a-z0-9])${path}`,
  "giu",
);

/**
 * Finds what a program would take for an address: any scheme (also hxxp, full width, with a broken line), `//host`, `www.`,
 * mail addresses, hosts with a common ending. In order, none within another. Linear.
 */
export function findAddresses(text: string): FoundAddress[] {
  const folded = foldWidth(text).replace(/[。．｡](?=[A-Za-z])/g, ".");
  const found: FoundAddress[] = [];
  for (const match of folded.matchAll(withScheme)) {
    const start = match.index;
    const previous = found.at(-1);
    if ((previous !== undefined && start < previous.end) || /[\w.+-]/.test(folded[start - 1] ?? "")) continue;
    const end = endOfAddress(folded, start + match[0].length);
    if (end > start + match[0].length) found.push(cut(folded, start, end));
  }
  for (const pattern of [relative, withoutScheme, mail, bareHost]) {
    const taken = found.map(({ start, end }) => [start, end] as const).sort((one, other) => one[0] - other[0]);
    let next = 0;
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const one = cut(folded, start, start + match[0].length);
      while (next < taken.length && taken[next]![1] <= start) next += 1;
      if (next < taken.length && taken[next]![0] < one.end) continue;
      if (pattern === bareHost && !isAddress(one.address)) continue;
      found.push(one);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** 「Amazon.com」 is a name, 「amazon.com」 an address. */
function isAddress(address: string): boolean {
  return /[/?#]/.test(address) || (address.match(/\./g)?.length ?? 0) > 1 || address === address.toLowerCase();
}

const asciiSign = new RegExp(ascii, "u");
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const ends = /[\s<>"`、。，「」『』（）［］【】〔〕〈〉《》｛｝()\u3000…・：；！？]/u;

/** Offset behind an address that begins before `from`; a line that breaks inside it is read over. */
function endOfAddress(text: string, from: number): number {
  let index = from;
  for (;;) {
    while (index < text.length) {
      const code = text.codePointAt(index)!;
      const sign = String.fromCodePoint(code);
      if (asciiSign.test(sign)) index += 1;
      else if (ends.test(sign)) break;
      else if (japanese.test(sign) && isWhole(text.slice(from, index))) return index;
      else index += sign.length;
    }
    const next = goesOn(text, from, index);
    if (next === undefined) return index;
    index = next;
  }
}

/** True for a host and path that Japanese words may follow without a space: 「https://a.go.jpを見る」. */
function isWhole(written: string): boolean {
  return /^[a-z0-9.-]+\.[a-z0-9]{2,}(?::\d+)?(?:[/?#][^]*)?$/i.test(written) && !/[.=&?%+-]$|[^ -~]$/.test(written);
}

/** Where an address goes on in the next line: what stands there is no word, or what stood before cannot be an end. */
function goesOn(text: string, from: number, index: number): number | undefined {
  const gap = /^[ \t]*\r?\n[ \t]*/.exec(text.slice(index, index + 20))?.[0];
  if (gap === undefined) return undefined;
  const rest =
    /^[A-Za-z0-9\-._~/?#&=%+:@]{1,500}/.exec(text.slice(index + gap.length, index + gap.length + 500))?.[0] ?? "";
  if (rest === "" || /^(?:https?|www|hxxps?)\b|^[-*+]$|^\d+\.$/.test(rest)) return undefined;
  const open = /[/.?&=%_-]$/.test(text.slice(from, index));
  const sign = /[/?&=%]/.test(rest) && !/^[a-z]+\/[a-z]+$/i.test(rest);
  return sign || (open && /[A-Za-z0-9]/.test(rest) && index - from > 0) ? index + gap.length : undefined;
}

function cut(text: string, start: number, end: number): FoundAddress {
  const written = text.slice(start, end);
  const trimmed = written.replace(/[\s.,;:!?'"*_`|\\\]}>^]+$/u, "");
  // A bracket that was opened inside belongs to the address.
  const kept =
    /[[{]/.test(trimmed) && /^[\]}]/.test(written.slice(trimmed.length))
      ? written.slice(0, trimmed.length + 1)
      : trimmed;
  return { start, end: start + kept.length, address: kept.replace(/\s+/g, "") };
}

/** Two spellings of one address give one text: width, case, hxxp, [.], a last slash, the entity of &. */
export function normalAddress(address: string): string {
  return foldWidth(address)
    .replace(/\s+/g, "")
    .toLowerCase()
    .replace(/\[:\]/g, ":")
    .replace(/[[({]\.[\])}]/g, ".")
    .replace(/^h(?:xx|\*\*)p/, "http")
    .replace(/\\/g, "/")
    .replace(/^(https?):\/+/, "$1://")
    .replace(/^mailto:/, "")
    .replaceAll("&amp;", "&")
    .replace(/\/+$/, "");
}
