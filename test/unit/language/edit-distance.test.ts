import { editDistance, editedCharacters } from "@genai-office/shared/language";

/** The table of the textbook, to compare with. */
function plainDistance(one: string, other: string): number {
  const a = Array.from(one.normalize("NFC"));
  const b = Array.from(other.normalize("NFC"));
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  for (const [index, left] of a.entries()) {
    const next = [index + 1];
    for (const [column, right] of b.entries())
      next.push(Math.min(row[column + 1]! + 1, next[column]! + 1, row[column]! + (left === right ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** A small generator, so that a failure can be repeated. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it.each([
  ["", "", 0],
  ["", "要約", 2],
  ["同じ文です。", "同じ文です。", 0],
  ["転入手続は3万2,410件である。", "転入手続は3万2,411件であった。", 3],
  ["𠮷野家", "吉野家", 1],
  ["が", "か\u3099", 0],
  ["第1段落\n第2段落", "第1段落第2段落", 1],
])("%j and %j", (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});

it("agrees with the table of the textbook on texts of all lengths around the words it works in", () => {
  const random = randomOf(20261122);
  const letters = ["あ", "い", "う", "。", "𠮷"];
  const text = (length: number) => Array.from({ length }, () => letters[random(letters.length)]).join("");
  for (let round = 0; round < 300; round += 1) {
    const one = text(random(140));
    const other = random(2) === 0 ? text(random(140)) : one.slice(0, random(60)) + text(random(9)) + one.slice(70);
    if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(other)) continue;
    expect([one, other, editDistance(one, other)]).toEqual([one, other, plainDistance(one, other)]);
  }
});

it("is done with 10,000 characters in no time anybody notices, and gives up on what would take long", () => {
  const random = randomOf(7);
  const text = (length: number) => Array.from({ length }, () => String.fromCodePoint(0x3041 + random(80))).join("");
  const long = text(10_000);
  const began = performance.now();
  expect(editDistance(long, `${long.slice(0, 5_000)}追加${long.slice(5_003)}`)).toBeLessThanOrEqual(3);
  expect(editDistance(long, text(10_000))).toBeGreaterThan(5_000);
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(editDistance(text(60_000), text(60_000))).toBeUndefined();
});

it("counts code points", () => expect(editedCharacters("𠮷か\u3099")).toBe(2));
