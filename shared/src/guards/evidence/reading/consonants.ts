const rows: [string, RegExp][] = [
  ["k", /[カキクケコガギグゲゴ]|[kgqc]/u],
  ["s", /[サシスセソザジズゼゾ]|[szjx]/u],
  ["t", /[タチツテトダヂヅデド]|[td]/u],
  ["n", /[ナニヌネノンマミムメモ]|[nm]/u],
  ["h", /[ハヒフヘホ]|[h]/u],
  ["p", /[バビブベボパピプペポヴ]|[bpvf]/u],
  ["r", /[ラリルレロ]|[rl]/u],
];

/** The consonants of a foreign word as katakana keeps them, for comparing ダナン with "Da Nang". */
export function consonantsOf(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/ng(?=$|[^a-z])/gu, "n")
    .replace(/ch|sh/gu, "s")
    .replace(/ph/gu, "f")
    .replace(/gh/gu, "g")
    .replace(/(.)\1/gu, "$1");
  let found = "";
  for (const character of plain.replace(/フ(?=[ァィェォ])/gu, "プ")) {
    const row = rows.find(([, pattern]) => pattern.test(character))?.[0] ?? "";
    if (row !== "" && row !== found.at(-1)) found += row;
  }
  return found;
}
