import type { MailboxFaults } from "./faults";
import { createHtmlTools, type HtmlTools, type HtmlWindow } from "./html";
import { defaultOwner, type MailboxOwner } from "./mailbox-owner";
import { findOutlookProfile, type OutlookProfile, type OutlookProfileId } from "./outlook-profile";
import type { QuoteLanguage } from "./reply";
import { MailStore, type RoamingSettingsStore } from "./store";

export interface MailboxHostOptions {
  readonly owner?: MailboxOwner;
  /** Default "web". */
  readonly profile?: OutlookProfileId | OutlookProfile;
  /** The faults at the beginning, beside those of the profile. */
  readonly faults?: MailboxFaults;
  /** Where the add-in's roaming settings are kept. Default: in memory. */
  readonly settings?: RoamingSettingsStore;
  /** Language of the words that Outlook puts into an answer. Default "ja". */
  readonly language?: QuoteLanguage;
  readonly now?: () => Date;
  /**
   * Gets the file behind an address that an add-in attaches by it. Without it such attachments are not emulated: the host asks no
   * network by itself.
   */
  readonly fetchFile?: (url: string) => Promise<{ bytes: Uint8Array; contentType: string }>;
  /** Whose DOM reads HTML. Default: the window this runs in. */
  readonly window?: HtmlWindow;
}

/** What a pane asks of the page around it. */
export interface MailboxEvents {
  /** An add-in has opened a form; the page shows a compose window for it. */
  "draft-opened": { readonly draftId: string };
  /** `displayMessageForm`: the page shows this mail in a window. */
  "message-opened": { readonly itemId: string };
  /** `item.close()` with changes that were not saved: the page asks the person, then closes the draft. */
  "close-asked": { readonly draftId: string };
  /** An add-in used what nobody has emulated. */
  unimplemented: { readonly member: string };
}

/** A mailbox with its store, around which panes are opened (`attachOutlookPane`, `createOutlookSession`). */
export interface MailboxHost {
  readonly store: MailStore;
  readonly owner: MailboxOwner;
  readonly profile: OutlookProfile;
  readonly language: QuoteLanguage;
  /** May be changed at any time. */
  readonly faults: MailboxFaults;
  readonly html: HtmlTools;
  readonly fetchFile: MailboxHostOptions["fetchFile"];
  on<T extends keyof MailboxEvents>(type: T, handler: (event: MailboxEvents[T]) => void): () => void;
  emit<T extends keyof MailboxEvents>(type: T, event: MailboxEvents[T]): void;
}

export function createMailboxHost(options: MailboxHostOptions = {}): MailboxHost {
  const owner = options.owner ?? defaultOwner;
  const profile = findOutlookProfile(options.profile ?? "web");
  const handlers = new Map<keyof MailboxEvents, Set<(event: never) => void>>();
  return {
    store: new MailStore({
      owner,
      ...(options.settings && { settings: options.settings }),
      ...(options.now && { now: options.now }),
    }),
    owner,
    profile,
    language: options.language ?? "ja",
    faults: { ...profile.faults, ...options.faults },
    html: createHtmlTools(options.window),
    fetchFile: options.fetchFile,
    on(type, handler) {
      const all = handlers.get(type) ?? new Set();
      handlers.set(type, all);
      all.add(handler);
      return () => all.delete(handler);
    },
    emit(type, event) {
      for (const handler of handlers.get(type) ?? []) handler(event as never);
    },
  };
}
