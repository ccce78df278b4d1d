import type { Finding } from "../../../vocabulary";
import { findAddresses, normalAddress } from "./address";

export interface WithoutForeignLinks {
  text: string;
  /** `link-not-in-source` and `image-not-in-source` { url }, each with the place in `text` where it stood. */
  findings: Finding[];
}

interface Cut {
  start: number;
  end: number;
  /** What stays in its place. */
  words: string;
  /** The address that no source has; undefined where only the markup goes. */
  foreign?: { url: string; image: boolean };
}

/** The target in round brackets, with a title; the look ahead keeps a bracket that is never closed from being read twice. */
const target = "\\(\\s*<?([^)\\s>]{0,2000})(?=[)\\s>])>?(?:\\s[^)\\n]{0,300})?\\)";
const image = new RegExp(`!\\[([^\\]\\n]{0,300})\\](?:${target}|\\[([^\\]\\n]{0,200})\\])`, "gu");
const link = new RegExp(`(?<!!)\\[([^[\\]\\n]{1,500})\\]${target}`, "gu");
const reference = /(?<!!)\[([^[\]\n]{1,500})\]\[([^\]\n]{0,200})\]/gu;
const definition = /^[ \t]{0,3}\[([^\]\n]{1,200})\]:[ \t]*\n?[ \t]*<?(\S{1,4000})>?[^\n]{0,300}$/gmu;
const tag =
  /<\/?(a|img|iframe|script|object|embed|form|link|base|meta|video|audio|source|svg|image|input|button|area|frame|style|picture|track)(?=[\s/>])(?:[^<>"']|"[^"<>]{0,4000}"|'[^'<>]{0,4000}'){0,400}>/giu;
const tagAddress =
  /(?:href|src|srcset|action|data|poster|content|formaction|background)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/giu;
const angle = /<((?:[a-z][a-z0-9+.-]{1,20}:|www\.|[\w.+-]+@)[^<>\s|]{1,4000})(?:\|[^<>\n]{0,300})?>/giu;
const images = new Set(["img", "image", "picture", "source", "video", "audio", "track", "svg"]);

/**
 * Takes out of an output every link and picture that its sources do not have; a text may be sent on, and an address that nobody
 * wrote is how a hostile mail leads words out (reference: government documents, prompt injection). Of a Markdown or HTML link
 * the words stay. An address counts as known when a source has the same one, whatever its width or case. Linear.
 */
export function dropForeignLinks(output: string, sources: readonly string[]): WithoutForeignLinks {
  return foreignLinkDropper(sources)(output);
}

/**
 * `dropForeignLinks` for an output that comes in pieces: the sources are read once.
 * @param markup "keep" leaves links, pictures and tags as they are that have an address of the sources, or none, and names of
 *   hosts without a scheme and a path, which in a text with code are none
 */
export function foreignLinkDropper(
  sources: readonly string[],
  markup: "drop" | "keep" = "drop",
): (output: string) => WithoutForeignLinks {
  const known = new KnownAddresses(sources);
  return (output) => {
    if (!/[:@<[.．：＠＜［]/u.test(output)) return { text: output, findings: [] };
    const cuts = cutsOf(output, known, markup === "keep");
    return cuts.length === 0 ? { text: output, findings: [] } : applied(output, cuts);
  };
}

/** The addresses of sources, read when the first one is asked for. */
class KnownAddresses {
  private addresses: Set<string> | undefined;

  constructor(private readonly sources: readonly string[]) {}

  has(address: string): boolean {
    this.addresses ??= this.read();
    const normal = normalAddress(address);
    if (this.addresses.has(normal)) return true;
    // A host that the source names without a scheme.
    return this.addresses.has(normal.replace(/^https?:\/\//, "")) && /^https?:\/\//.test(normal);
  }

  private read(): Set<string> {
    const addresses = new Set<string>();
    for (const source of this.sources) {
      for (const { address } of findAddresses(source)) {
        const normal = normalAddress(address);
        addresses.add(normal);
        const plain = normal.replace(/^https?:\/\//, "");
        if (plain.startsWith("www.")) addresses.add(plain);
      }
      // A line that a mail program broke, and the end of a sentence, each by itself.
      for (const line of source.split(/\r?\n/))
        for (const { address } of findAddresses(line)) addresses.add(normalAddress(address));
      for (const match of source.matchAll(/\]\(\s*<?([^)\s>]{1,4000})/gu)) addresses.add(normalAddress(match[1]!));
    }
    return addresses;
  }
}

function cutsOf(output: string, known: KnownAddresses, foreignOnly: boolean): Cut[] {
  const cuts: Cut[] = [];
  const definitions = new Map<string, string>();
  const add = (cut: Cut): void => {
    if (!foreignOnly || cut.foreign !== undefined) cuts.push(cut);
  };
  for (const match of output.matchAll(definition)) {
    const [all, name, url] = match as unknown as [string, string, string];
    const address = url.replace(/>$/, "");
    if (!looksLikeAddress(address)) continue;
    definitions.set(name.trim().toLowerCase(), address);
    add({ start: match.index, end: match.index + all.length, words: "", ...foreign(address, false, known) });
  }
  for (const match of output.matchAll(image)) {
    const [all, alt, url, name] = match as unknown as [string, string, string | undefined, string | undefined];
    const address = url ?? definitions.get((name === "" ? alt : (name ?? alt)).trim().toLowerCase()) ?? "";
    if (url === undefined && address === "") continue;
    const isForeign = foreign(address === "" ? alt : address, true, known);
    add({
      start: match.index,
      end: match.index + all.length,
      words: isForeign.foreign === undefined ? alt : "",
      ...isForeign,
    });
  }
  for (const match of output.matchAll(link)) {
    const [all, words, url] = match as unknown as [string, string, string];
    if (!looksLikeAddress(url)) continue;
    const isForeign = foreign(url, false, known);
    const shown = dropNested(words, known);
    const keepsAddress = isForeign.foreign === undefined && !words.includes(url) && findAddresses(url).length > 0;
    add({
      start: match.index,
      end: match.index + all.length,
      words: keepsAddress ? `${shown} (${url})` : shown,
      ...isForeign,
    });
  }
  for (const match of output.matchAll(reference)) {
    const [all, words, name] = match as unknown as [string, string, string];
    if (definitions.has((name === "" ? words : name).trim().toLowerCase()))
      add({ start: match.index, end: match.index + all.length, words: dropNested(words, known) });
  }
  for (const match of output.matchAll(tag)) {
    const name = match[1]!.toLowerCase();
    const addresses = [...match[0].matchAll(tagAddress)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
    const address = addresses.find((one) => one !== "" && !known.has(one)) ?? addresses[0];
    const isForeign = address === undefined || address === "" ? {} : foreign(address, images.has(name), known);
    add({ start: match.index, end: match.index + match[0].length, words: "", ...isForeign });
  }
  for (const match of output.matchAll(angle)) {
    const isForeign = foreign(match[1]!, false, known);
    add({
      start: match.index,
      end: match.index + match[0].length,
      words: isForeign.foreign === undefined ? match[1]! : "",
      ...isForeign,
    });
  }
  for (const { start, end, address } of findAddresses(output)) {
    if (foreignOnly && isNameAlone(address)) continue;
    if (!known.has(address))
      add({ start, end, words: "", foreign: { url: address, image: /^data:image/i.test(address) } });
  }
  return withoutOverlaps(cuts);
}

/** A host without a scheme and a path: in a text with code, `element.click` is none, and it carries nothing. */
function isNameAlone(address: string): boolean {
  return /^(?!www\d?\.)[\w-]+(?:\.[\w-]+)+$/iu.test(address.normalize("NFKC"));
}

function looksLikeAddress(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\#?]|www\.)|[./][^\s]*[/?#]|^[^\s]+\.[a-z]{2,}/iu.test(target.normalize("NFKC"));
}

function foreign(address: string, isImage: boolean, known: KnownAddresses): Pick<Cut, "foreign"> {
  return known.has(address) ? {} : { foreign: { url: address, image: isImage } };
}

/** The words of a link without addresses of their own that no source has. */
function dropNested(words: string, known: KnownAddresses): string {
  let kept = "";
  let position = 0;
  for (const { start, end, address } of findAddresses(words)) {
    if (known.has(address)) continue;
    kept += words.slice(position, start);
    position = end;
  }
  return kept + words.slice(position);
}

/** What begins first counts; what lies within it goes with it. */
function withoutOverlaps(cuts: readonly Cut[]): Cut[] {
  const sorted = [...cuts].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Cut[] = [];
  for (const cut of sorted) if (cut.start >= (kept.at(-1)?.end ?? 0)) kept.push(cut);
  return kept;
}

/** Longest address that a finding quotes. */
const longestQuoted = 200;

function applied(output: string, cuts: readonly Cut[]): WithoutForeignLinks {
  const findings: Finding[] = [];
  let text = "";
  let position = 0;
  for (const { start, end, words, foreign: found } of cuts) {
    text += output.slice(position, start);
    position = end;
    if (words === "") {
      // Brackets, and spaces, that held nothing but the address go with it.
      const pair = /[(（<＜「『［[][ \t]*$/u.exec(text)?.[0];
      const close = /^[ \t]*[)）>＞」』］\]]/u.exec(output.slice(position, position + 4))?.[0];
      if (pair !== undefined && close !== undefined) {
        text = text.slice(0, text.length - pair.length);
        position += close.length;
      }
      if (/[ \t]$/.test(text) && /^[ \t]/.test(output.slice(position, position + 1))) position += 1;
      if (
        /(?:^|\n)$/.test(text) &&
        /^\r?\n/.test(output.slice(position, position + 2)) &&
        start > 0 &&
        output[start - 1] === "\n"
      )
        position += output[position] === "\r" ? 2 : 1;
    }
    if (found !== undefined) {
      findings.push({
        guard: "injection",
        code: found.image ? "image-not-in-source" : "link-not-in-source",
        severity: "warning",
        values: { url: found.url.slice(0, longestQuoted) },
        output: { start: text.length, end: text.length + words.length },
      });
    }
    text += words;
  }
  return { text: text + output.slice(position), findings };
}
