import { MailboxError, mailboxError } from "../mailbox-error";
import type { Category } from "../store";
import { anyItem, changeItem, done, type MethodParameters, type RunMethod } from "./method";

/** Categories of an item, out of those of the mailbox. */
export const categoryMethods: Readonly<Record<number, RunMethod>> = {
  157: (call) => {
    const known = call.mailbox.store.categories();
    const { categories } = anyItem(call);
    const found = categories.map((name) => known.find(({ displayName }) => displayName === name) ?? uncoloured(name));
    return { data: found };
  },
  158: (call) => {
    const item = anyItem(call);
    const names = list(call.parameters);
    const known = call.mailbox.store.categories();
    // An item takes only categories that the mailbox has.
    if (names.some((name) => !known.some(({ displayName }) => displayName === name)))
      throw new MailboxError(mailboxError.invalidCategory);
    changeItem(call, item, { categories: [...new Set([...item.categories, ...names])] });
    return done;
  },
  159: (call) => {
    const item = anyItem(call);
    const names = list(call.parameters);
    changeItem(call, item, { categories: item.categories.filter((name) => !names.includes(name)) });
    return done;
  },
  160: ({ mailbox }) => ({ data: mailbox.store.categories() }),
  161: ({ mailbox, parameters }) => {
    const known = mailbox.store.categories();
    const added = parameters["categoryDetails"] as readonly Category[];
    if (added.some((one) => known.some(({ displayName }) => displayName === one.displayName)))
      throw new MailboxError(mailboxError.duplicateCategory);
    mailbox.store.setCategories([...known, ...added.map(({ displayName, color }) => ({ displayName, color }))]);
    return done;
  },
  162: ({ mailbox, parameters }) => {
    const names = list(parameters);
    const known = mailbox.store.categories();
    if (names.some((name) => !known.some(({ displayName }) => displayName === name)))
      throw new MailboxError(mailboxError.invalidCategory);
    mailbox.store.setCategories(known.filter(({ displayName }) => !names.includes(displayName)));
    return done;
  },
};

function uncoloured(displayName: string): Category {
  return { displayName, color: "None" };
}

function list(parameters: MethodParameters): string[] {
  const names = parameters["categories"];
  if (!Array.isArray(names)) throw new MailboxError(mailboxError.invalidParameterValue);
  return names.map(String);
}
