import type { MailPerson } from "./store";

/** Whose mailbox it is: `Office.context.mailbox.userProfile`. */
export interface MailboxOwner extends MailPerson {
  /** As Exchange names time zones. */
  readonly timeZone: string;
  /** Minutes east of Greenwich. */
  readonly timeZoneOffset: number;
}

export const defaultOwner: MailboxOwner = {
  name: "山田 花子",
  address: "hanako.yamada@example.go.jp",
  timeZone: "Tokyo Standard Time",
  timeZoneOffset: 540,
};
