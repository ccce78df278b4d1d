import { charsetNamed, decodeBytes, tellCharset } from "../../charsets";
import { fromBase64, fromQ, toBase64 } from "./transfer-encoding";

interface Word {
  /** As written, without its language (RFC 2231, 5). */
  charset: string;
  bytes: Uint8Array;
}

/** A quotation mark ends a value of RFC 2231 that is continued within a word: such words the reader of mails joins itself. */
const group = /=\?[^?\s]+\?[QqBb]\?[^?"]*\?=(?:[ \t\r\n]*=\?[^?\s]+\?[QqBb]\?[^?"]*\?=)*/g;
const word = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([QqBb])\?([^?]*)\?=/g;

/**
 * Encoded words of a header (RFC 2047) that follow each other as one word in UTF-8: characters that are cut between two words are
 * whole again, and what is in another charset than it says is read as what it is. Words that are right stay as they are.
 */
export function mendEncodedWords(header: string): string {
  if (!header.includes("=?")) return header;
  return header.replace(group, (words) => {
    const all = [...words.matchAll(word)].map(([, charset, encoding, payload]): Word => {
      const plain = payload!.replace(/\r?\n[ \t]*/g, "");
      return { charset: charset!, bytes: encoding!.toUpperCase() === "B" ? fromBase64(plain) : fromQ(plain) };
    });
    if (all.length === 1 && isRight(all[0]!)) return words;
    return `=?UTF-8?B?${toBase64(new TextEncoder().encode(textOf(all))).replace(/\r\n/g, "")}?=`;
  });
}

function isRight({ charset, bytes }: Word): boolean {
  const named = charsetNamed(charset);
  return named === "utf-8" && tellCharset(bytes, charset) === "utf-8";
}

/** Words in one charset are read together where that leaves less unread than reading them one by one. */
function textOf(words: readonly Word[]): string {
  const runs: Word[][] = [];
  for (const one of words) {
    const run = runs.at(-1);
    if (run?.[0]!.charset.toLowerCase() === one.charset.toLowerCase()) run.push(one);
    else runs.push([one]);
  }
  return runs
    .map((run) => {
      const charset = tellCharset(joined(run), run[0]!.charset);
      const together = decodeBytes(joined(run), charset);
      if (run.length === 1 || unread(together) === 0) return together;
      const apart = run.map(({ bytes, charset: named }) => decodeBytes(bytes, tellCharset(bytes, named))).join("");
      return unread(apart) < unread(together) ? apart : together;
    })
    .join("");
}

function joined(words: readonly Word[]): Uint8Array {
  return Uint8Array.from(words.flatMap(({ bytes }) => [...bytes]));
}

function unread(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0;
}
