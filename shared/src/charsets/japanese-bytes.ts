interface Count {
  /** Characters that Japanese text has much of: kana, punctuation, the kanji of the first level. */
  usual: number;
  /** Rows of a maker: ①, ㈱, 髙. */
  extended: number;
  /** Kanji of the second level, and what hardly a text has. */
  rare: number;
  halfWidth: number;
  invalid: number;
  /** Characters that stand beside another of these; letters with accents stand alone among Latin ones. */
  joined: number;
}

type Kind = keyof Omit<Count, "joined">;
/** What begins at a byte, and how many bytes it has; undefined for ASCII. */
type Reader = (bytes: Uint8Array, at: number) => [Kind, number] | undefined;

/**
 * How much bytes look like Japanese in Shift_JIS or EUC-JP: above 0 for what does. Lead bytes tell: the first level of kanji has
 * nearly all that is written, Latin letters with accents read as the second.
 */
export function japaneseScore(bytes: Uint8Array, charset: "shift_jis" | "euc-jp"): number {
  const { usual, extended, rare, halfWidth, invalid, joined } = count(
    bytes,
    charset === "shift_jis" ? ofShiftJis : ofEuc,
  );
  const characters = usual + extended + rare + halfWidth;
  if (joined * 2 < characters) return -1;
  return usual + extended / 2 - 1.5 * rare - 0.6 * halfWidth - 5 * invalid;
}

function count(bytes: Uint8Array, reader: Reader): Count {
  const found: Count = { usual: 0, extended: 0, rare: 0, halfWidth: 0, invalid: 0, joined: 0 };
  let run = 0;
  const endRun = (): void => {
    if (run > 1) found.joined += run;
    run = 0;
  };
  for (let at = 0; at < bytes.length;) {
    const read = bytes[at]! < 0x80 ? undefined : reader(bytes, at);
    if (read === undefined) {
      endRun();
      at += 1;
      continue;
    }
    const [kind, length] = read;
    found[kind] += 1;
    run += 1;
    at += length;
  }
  endRun();
  return found;
}

const ofShiftJis: Reader = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1] ?? 0;
  if (lead >= 0xa1 && lead <= 0xdf) return ["halfWidth", 1];
  const isTrail = trail >= 0x40 && trail <= 0xfc && trail !== 0x7f;
  if (!isTrail || lead === 0x80 || lead === 0xa0 || lead > 0xfc || (lead >= 0xf0 && lead <= 0xf9))
    return ["invalid", 1];
  if (lead <= 0x83 || (lead >= 0x88 && lead <= 0x97) || (lead === 0x98 && trail < 0x9f)) return ["usual", 2];
  if (lead === 0x87 || lead === 0xed || lead === 0xee || lead >= 0xfa) return ["extended", 2];
  return ["rare", 2];
};

const ofEuc: Reader = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1] ?? 0;
  const isTrail = trail >= 0xa1 && trail <= 0xfe;
  if (lead === 0x8e) return trail >= 0xa1 && trail <= 0xdf ? ["halfWidth", 2] : ["invalid", 1];
  if (lead === 0x8f) return isTrail ? ["rare", 3] : ["invalid", 1];
  if (lead < 0xa1 || lead === 0xff || !isTrail) return ["invalid", 1];
  if (lead <= 0xa5 || (lead >= 0xb0 && lead <= 0xcf)) return ["usual", 2];
  return lead === 0xad || lead >= 0xf9 ? ["extended", 2] : ["rare", 2];
};
