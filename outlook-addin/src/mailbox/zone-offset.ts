/**
 * How far the mailbox's time is from Greenwich at a moment: what Outlook shows of a mail is in the time that the person has
 * chosen there, which need not be the browser's.
 * @returns minutes, east positive; the browser's where this Outlook does not tell (some on phones)
 * Source: Office.Mailbox.convertToLocalClientTime (Mailbox 1.1)
 */
export function zoneOffset(moment: Date): number {
  const mailbox = Office.context.mailbox as Partial<Pick<Office.Mailbox, "convertToLocalClientTime">>;
  if (mailbox.convertToLocalClientTime === undefined) return 0 - moment.getTimezoneOffset();
  const local = mailbox.convertToLocalClientTime(moment);
  const { year, month, date, hours, minutes, seconds, milliseconds } = local;
  const shown = Date.UTC(year, month, date, hours, minutes, seconds, milliseconds);
  return Math.round((shown - moment.getTime()) / 60_000);
}
