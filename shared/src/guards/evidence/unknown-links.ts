import { foldWidth } from "../../language";

const link = /(?:https?|ftp|file|mailto|data|javascript):[^\s、。「」（）()<>"'|]+|www\.[^\s、。「」（）()<>"'|]+/giu;
const markdownLink = /!?\[([^\]\n]{0,200})\]\(\s*([^)\s]+)[^)\n]*\)/gu;

/**
 * Takes out of an output every link that its sources do not have; a text may be sent on, and an address nobody wrote is how
 * a hostile mail leads words out (reference: government documents, prompt injection). Markdown links and pictures keep
 * their words alone, whatever they lead to. `removed` are the addresses that were taken out.
 */
export function withoutUnknownLinks(text: string, sources: readonly string[]): { text: string; removed: string[] } {
  const known = sources.map((source) => foldWidth(source).toLowerCase()).join("\n");
  const removed: string[] = [];
  const isKnown = (address: string): boolean => known.includes(foldWidth(address).toLowerCase());
  const plain = text.replace(markdownLink, (_all, words: string, address: string) => {
    if (!isKnown(address)) removed.push(address);
    return words;
  });
  const clean = plain.replace(link, (address) => {
    if (isKnown(address)) return address;
    removed.push(address);
    return "";
  });
  return { text: clean, removed };
}
