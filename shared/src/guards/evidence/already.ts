const already = /既に|すでに/u;
/** What is told as done, or as the state of things. */
const done =
  /既に|すでに|もう|済|(?:まし|し|っ|い|え|け|き|れ|め|り)た(?:。|が|の|と|よ|ね|、|$)|てい(?:ます|る|まし)|ており|てある|てあり/u;
const toCome =
  /(?:予定|見込|見通し|つもり|ようにな(?:る|り)|と思(?:い|う)|でしょう|来[週月年]|再来|明日|あした|あさって|今後|これから|までに)/u;

/** True when a line says that something is so already where its sources tell of nothing but what is to come. */
export function saysAlready(line: string, texts: readonly string[]): boolean {
  if (!already.test(line) || texts.some((text) => done.test(text))) return false;
  return texts.some((text) => toCome.test(text));
}
