/** What is counted, as written behind a figure; words for the same things are one. */
const counted: readonly (readonly string[])[] = [
  ["人", "名"],
  ["か所", "箇所", "ヶ所", "カ所", "ヵ所"],
  ["件"],
  ["世帯"],
  ["戸"],
  ["棟"],
  ["台"],
  ["枚"],
  ["本"],
  ["冊"],
  ["社"],
  ["校"],
  ["路線"],
  ["団体"],
  ["市"],
  ["町"],
  ["村"],
  ["回"],
];
const words = counted.flat().sort((a, b) => b.length - a.length);
const counts = new RegExp(`([0-9][0-9,.]*(?:[万億千百]+[0-9,]*)?)(${words.join("|")})(?![0-9目])`, "gu");

interface Count {
  number: string;
  /** Index in `counted`. */
  kind: number;
}

function countsIn(text: string): Count[] {
  return [
    ...text
      .normalize("NFKC")
      .replace(/(?<=[0-9]),(?=[0-9])/gu, "")
      .matchAll(counts),
  ].map(([, number, word]) => ({
    number: number!.replace(/[.,]+$/u, ""),
    kind: counted.findIndex((one) => one.includes(word!)),
  }));
}

/**
 * True when two figures of a line have each other's counters: 「避難所610か所に28人」 where 28か所 and 610人 were said. Elsewhere a
 * counter may differ from the source's (45件, 45人); where both figures stand there, each with the other's, it may not.
 */
export function exchangesCounters(line: string, texts: readonly string[]): boolean {
  const own = countsIn(line);
  if (own.length === 0) return false;
  const said = texts.flatMap(countsIn);
  const isSaid = ({ number, kind }: Count): boolean => said.some((one) => one.number === number && one.kind === kind);
  return own.some(
    (one) =>
      !isSaid(one) &&
      said.some(
        (other) =>
          other.number === one.number &&
          own.some((second) => second.kind === other.kind && second.number !== one.number && !isSaid(second)) &&
          said.some((rival) => rival.kind === one.kind && rival.number !== one.number),
      ),
  );
}
