import { webAddress } from "./web-address";

/** 「[[1]](https://…)」: how GENAI's law research links its marks. */
const linkedMark = /\[\s*[[［]\s*([0-9０-９]{1,3})\s*[\]］]\s*\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?\s*\)/g;
/** 「[1](https://…)」 */
const linkedNumber = /[[［]\s*([0-9０-９]{1,3})\s*[\]］]\(\s*<?(https?:(?:[^\s()<>]|\([^\s()]*\))+)>?\s*\)/gi;
/** 「[1, 2]」, 「［１、３］」, 「[^1]」 */
const plainMarks = /[[［]\^?\s*([0-9０-９]{1,3}(?:\s*[,，、]\s*[0-9０-９]{1,3})*)\s*[\]］](?!\()/g;

/**
 * Writes every citation mark of a line as 「[n]」; the addresses that marks carried are noted, by number. Marks in code
 * spans stay as they are.
 */
export function normalizeMarks(line: string, addresses: Map<number, string>): string {
  const marked = (_whole: string, digits: string, address: string): string => {
    const number = numberOf(digits);
    const url = webAddress(address);
    if (url !== undefined && !addresses.has(number)) addresses.set(number, url);
    return `[${number}]`;
  };
  return line
    .split(/(`[^`]*`)/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(linkedMark, marked)
            .replace(linkedNumber, marked)
            .replace(plainMarks, (_whole, list: string) =>
              list
                .split(/[,，、]/)
                .map((digits) => `[${numberOf(digits)}]`)
                .join(""),
            ),
    )
    .join("");
}

function numberOf(digits: string): number {
  return Number(digits.normalize("NFKC").trim());
}
