import { salutationOf } from "./addressee";

/** 「川口さん」, 「【施設課】」 on a line of its own */
const vocative =
  /^[\s\u3000]*[@＠【<＜■●◆・]*\s*(?<name>[^。、:：\n]{1,24}?(?:さん|様|殿|課|室|係|班|局|部|御中|各位|担当者?))\s*(?:へ|宛て?)?[】>＞]?\s*[:：]?[\s\u3000]*$/u;

/** 「両名とも、…」 is asked of all whom the mail addresses, whoever the line above it names. */
const ofAll =
  /^(?:また|なお|最後に)?[、，]?\s*(?:両名|お二人|二人|お三方|両(?:課|者|名)|皆(?:様|さん|さま)|全員|各自|各位|双方|いずれも|(?:You )?(?:all|both)\b|Everyone\b|Everybody\b)/iu;

/** Whom a line of a mail addresses, in its words, or "everybody". */
export type Address = { words: string; isSalutation: boolean } | "everybody";

/** Whom the last line of address above a sentence names; what is asked of 「両名」 is asked of all in the 宛名. */
export function addressAbove(text: string, place: number): Address | undefined {
  if (ofAll.test(text.slice(place, place + 20))) return salutationIn(text);
  const lines = text.slice(0, place).split("\n");
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]!;
    if (line.length > 40 || !vocative.test(line)) continue;
    // Lines of address at the top belong together: 「○○省」 above 「○○課　中村様」.
    const beforeIsHead = lines
      .slice(0, index)
      .every((one) => one.trim().length < 25 && !/[。．.!！?？]\s*$/u.test(one));
    if (!beforeIsHead) {
      const words = vocative.exec(line)!.groups!.name!;
      return /各位/.test(line) ? "everybody" : { words, isSalutation: false };
    }
  }
  return salutationIn(text);
}

function salutationIn(text: string): Address | undefined {
  const salutation = salutationOf(text);
  return typeof salutation === "object" ? { words: salutation.names, isSalutation: true } : salutation;
}
