import { diagnose } from "@genai-office/shared/pane";

/** Where drafts wait on this machine; undefined where the browser gives the pane no storage, as in a frame of another site. */
export function draftStorage(page: Window = window): Storage | undefined {
  try {
    return page.localStorage;
  } catch (thrown) {
    diagnose("no storage for drafts", thrown);
    return undefined;
  }
}

const prefix = "genai-office.hand-over.";

/** Name under which a sealed draft waits in the storage of this machine; it tells when its time is over. */
export function sealedName({ id, until }: { id: string; until: number }): string {
  return `${prefix}${until}.${id}`;
}

/** Takes away the sealed drafts whose time is over; without a time, all of them. Milliseconds since 1970. */
export function forgetSealed(storage: Storage, now?: number): void {
  for (const name of Object.keys(storage)) {
    if (!name.startsWith(prefix)) continue;
    // A name that tells no time is over at once.
    const isOver = now === undefined || !(Number.parseInt(name.slice(prefix.length), 10) >= now);
    if (isOver) storage.removeItem(name);
  }
}
