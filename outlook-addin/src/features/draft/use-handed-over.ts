import { copyText } from "@genai-office/shared/pane";
import { toldError } from "@genai-office/shared/pane/task";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import { useEffect, useState } from "react";
import type { MailboxPort, MailHead } from "../../mailbox";
import { draftStorage, forgetSealed } from "./sealed-place";

/** How often drafts are looked for whose time is over. Milliseconds. */
const forgettingMs = 60_000;

export interface HandedOver {
  /** The draft that waited for this message; undefined when none did, or when it was put away. */
  text: string | undefined;
  inserting: boolean;
  told?: "inserted" | "unknownInsert" | "copied" | "copyFailed" | undefined;
  error?: GenaiError | undefined;
  /** Puts it on top of the message. */
  insert(): Promise<void>;
  copy(): Promise<void>;
  discard(): void;
}

interface State extends Pick<HandedOver, "text" | "inserting" | "told" | "error"> {
  /** The conversation it waited for: Outlook tells of no draft which one it is. */
  of: string;
}

/** Takes the draft that waits for the message that is being written, once; what is done with it never rejects. */
export function useHandedOver(mailbox: MailboxPort | undefined, draft: MailHead | undefined): HandedOver {
  const [state, setState] = useState<State>();
  const conversation = draft?.conversation;
  // Whatever is shown: a draft that nobody has come for does not stay.
  useEffect(() => {
    const storage = draftStorage();
    if (storage === undefined) return;
    const forget = () => forgetSealed(storage, Date.now());
    forget();
    const timer = setInterval(forget, forgettingMs);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    const store = mailbox?.store;
    const storage = conversation === undefined ? undefined : draftStorage();
    if (store === undefined || storage === undefined || conversation === undefined) return;
    import(/* webpackChunkName: "mail-deliver" */ "./hand-over")
      .then(({ takeDraft }) => takeDraft(conversation, { store, storage, now: () => new Date() }))
      .then(
        (text) => {
          // Kept although another message may be shown by now: it is gone from where it waited.
          if (text !== undefined) setState({ of: conversation, text, inserting: false });
        },
        (thrown: unknown) =>
          setState({ of: conversation, text: undefined, inserting: false, error: toldError(thrown) }),
      );
  }, [mailbox, conversation]);
  const own: State | undefined = state !== undefined && state.of === conversation ? state : undefined;
  const change = (next: Partial<State>) => setState((now) => (now === undefined ? now : { ...now, ...next }));
  return {
    text: own?.text,
    inserting: own?.inserting ?? false,
    told: own?.told,
    error: own?.error,
    async insert() {
      if (own?.text === undefined || own.inserting || mailbox === undefined || draft === undefined) return;
      change({ inserting: true, told: undefined, error: undefined });
      try {
        const { draftTextOf } = await import(/* webpackChunkName: "mail-deliver" */ "../reply/draft-html");
        await mailbox.insertAtTop(draft, draftTextOf(own.text));
        change({ inserting: false, told: "inserted" });
      } catch (thrown) {
        const error = toldError(thrown);
        change({ inserting: false, ...(error.code === "timeout" ? { told: "unknownInsert" } : { error }) });
      }
    },
    async copy() {
      if (own?.text === undefined) return;
      change({ told: (await copyText(own.text)) ? "copied" : "copyFailed" });
    },
    discard: () => setState(undefined),
  };
}
