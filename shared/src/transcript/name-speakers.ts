import type { Piece } from "./reading";
import { isAccountId, isNobody, isReadableId } from "./speaker-ids";
import type { Utterance } from "./transcript";

/**
 * Gives every piece its speaker: the name as written, byte for byte; the name that the file tells elsewhere for an id; else
 * 「発言者1」 … in the order in which the ids come, past numbers that real names of the file have. Who is not known is null.
 */
export function nameSpeakers(pieces: readonly Piece[]): Utterance[] {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { speaker, speakerId } of pieces) {
    const name = realName(speaker);
    if (name === null) continue;
    taken.add(name.replace(/\s/g, ""));
    if (speakerId !== undefined && !isNobody(speakerId) && !names.has(keyOf(speakerId)))
      names.set(keyOf(speakerId), name);
  }
  let number = 0;
  const nameOfId = (id: string): string => {
    const known = names.get(keyOf(id));
    if (known !== undefined) return known;
    if (isReadableId(id.trim())) return id.trim();
    do number += 1;
    while (taken.has(`発言者${number}`));
    const name = `発言者${number}`;
    names.set(keyOf(id), name);
    return name;
  };
  return pieces.map(({ speaker, speakerId, text, start, end }) => {
    const name = realName(speaker);
    const id = speakerId ?? (speaker !== null && isAccountId(speaker.trim()) ? speaker.trim() : undefined);
    return { speaker: name ?? (id === undefined || isNobody(id) ? null : nameOfId(id)), text, start, end };
  });
}

function realName(speaker: string | null): string | null {
  const name = speaker?.trim() ?? "";
  return name === "" || isNobody(name) || isAccountId(name) ? null : name;
}

/** 「8:orgid:GUID」, 「GUID@tenant」 and 「GUID」 are one account. */
function keyOf(id: string): string {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(id)?.[0].toLowerCase() ?? id.trim();
}
