import { MailboxError, mailboxError } from "../mailbox-error";
import { anyItem, changeItem, done, draftOf, mailOf, text, type RunMethod } from "./method";

/** Characters of the settings as JSON. office.js checks the same before. */
const longestSettings = 32 * 1024;
const longestProperties = 2500;
const longestSessionData = 50_000;

/** What add-ins keep with an item or the mailbox, and what stands in an item's headers. */
export const propertyMethods: Readonly<Record<number, RunMethod>> = {
  3: (call) => ({ raw: { wasSuccessful: true, customProperties: anyItem(call).customProperties } }),
  4: (call) => {
    const json = JSON.stringify(call.parameters["customProperties"] ?? {});
    if (json.length > longestProperties) throw new MailboxError(mailboxError.invalidParameterValue);
    changeItem(call, anyItem(call), { customProperties: json });
    return done;
  },
  404: ({ mailbox, parameters }) => {
    // The one argument is an array with the settings: key -> value as JSON.
    const settings = (parameters as unknown as readonly Record<string, string>[])[0] ?? {};
    if (JSON.stringify(settings).length > longestSettings) throw new MailboxError(mailboxError.genericSettingsError);
    mailbox.store.saveRoamingSettings({ ...settings });
    return done;
  },
  108: (call) => {
    const { shared } = mailOf(call);
    if (shared === undefined) throw new MailboxError(mailboxError.operationNotSupported);
    const { owner, delegatePermissions } = shared;
    return { data: { owner, delegatePermissions, targetRestUrl: "", targetMailbox: owner } };
  },
  168: (call) => ({ data: mailOf(call).headers }),
  151: (call) => {
    const { internetHeaders } = draftOf(call);
    const names = (call.parameters["internetHeaderKeys"] as readonly string[]).map((name) => name.toLowerCase());
    return {
      data: Object.fromEntries(Object.entries(internetHeaders).filter(([name]) => names.includes(name.toLowerCase()))),
    };
  },
  152: (call) => {
    const draft = draftOf(call);
    const added = call.parameters["internetHeaderNameValuePairs"] as Record<string, string>;
    call.mailbox.store.changeDraft(draft.id, { internetHeaders: { ...draft.internetHeaders, ...added } });
    return done;
  },
  153: (call) => {
    const draft = draftOf(call);
    const names = (call.parameters["internetHeaderKeys"] as readonly string[]).map((name) => name.toLowerCase());
    const kept = Object.entries(draft.internetHeaders).filter(([name]) => !names.includes(name.toLowerCase()));
    call.mailbox.store.changeDraft(draft.id, { internetHeaders: Object.fromEntries(kept) });
    return done;
  },
  185: (call) => {
    const draft = draftOf(call);
    const sessionData = { ...draft.sessionData, [text(call.parameters, "name")]: text(call.parameters, "value") };
    if (JSON.stringify(sessionData).length > longestSessionData)
      throw new MailboxError(mailboxError.sessionObjectMaxLengthExceeded);
    call.mailbox.store.changeDraft(draft.id, { sessionData });
    return done;
  },
  186: (call) => {
    const value = draftOf(call).sessionData[text(call.parameters, "name")];
    if (value === undefined) throw new MailboxError(mailboxError.keyNotFound);
    return { data: value };
  },
  187: (call) => ({ data: draftOf(call).sessionData }),
  188: (call) => {
    call.mailbox.store.changeDraft(draftOf(call).id, { sessionData: {} });
    return done;
  },
  189: (call) => {
    const draft = draftOf(call);
    const { [text(call.parameters, "name")]: removed, ...sessionData } = draft.sessionData;
    if (removed === undefined) throw new MailboxError(mailboxError.keyNotFound);
    call.mailbox.store.changeDraft(draft.id, { sessionData });
    return done;
  },
};
