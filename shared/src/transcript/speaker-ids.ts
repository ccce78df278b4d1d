/** What stands for a person where a program knew the account but not the name. */
const accountId =
  /^(?:\d{1,2}:[a-z]+:\S+|(?:4|28|29):\S+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:@[0-9a-f-]{36})?|\S+\/participants\/\S+)$/i;
const nobody =
  /^(?:unknown(?: (?:speaker|user|participant))?|unidentified(?: speaker)?|不明(?:な(?:発言者|話者|ユーザー))?|(?:発言者|話者)不明|null|undefined|n\/a|-+|\?+|？+)$/i;

/** True for an id: a GUID, a Teams account 「8:orgid:GUID」, a telephone participant, a resource of Google Meet. */
export function isAccountId(name: string): boolean {
  return accountId.test(name);
}

/** True for the words by which programs say that they do not know who spoke. */
export function isNobody(name: string): boolean {
  return nobody.test(name);
}

/** Labels of recognisers that people read: 「Guest-1」, 「spk_0」, 「話者 2」. */
const readableId = /^(?:guest|speaker|spk|participant|ゲスト|話者|発言者|参加者)[-_ \u3000]?\d{1,3}$/iu;

/** True for an id that tells people apart as it stands. */
export function isReadableId(id: string): boolean {
  return readableId.test(id);
}
