/** What happened to the store, for a page that draws it. `id` is a mail's or a draft's. */
export interface StoreChange {
  readonly type:
    | "mail-added"
    | "mail-changed"
    | "draft-opened"
    | "draft-changed"
    | "draft-saved"
    | "draft-closed"
    | "draft-sent"
    | "settings-changed"
    | "categories-changed";
  readonly id: string;
}
