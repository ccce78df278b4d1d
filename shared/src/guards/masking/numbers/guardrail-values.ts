import type { PersonalDatum } from "../personal-datum";

const url =
  /(?:https?|ftp):\/\/[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+|(?<![A-Za-z0-9@.-])www\.[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+[A-Za-z0-9/_?=&%.-]*/gu;
const ip =
  /(?<![0-9.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?![0-9]|\.[0-9])/gu;
const age =
  /(?<![0-9])[0-9]{1,3}[ ]?(?:歳|才)(?:[0-9]{1,2}[かヶカ]月)?|(?:年齢|age)[ ]?[:：はof]{0,2}[ ]{0,2}([0-9]{1,3})(?![0-9])|(?<![0-9])[0-9]{1,3}[- ]years?[- ]old/giu;
const credential =
  /(?:パスワード|暗証番号|ログインID|ユーザーID|ユーザー名|password|passcode|user ?name|user ?id|login)[ ]?(?:[:：=は]|is)[ ]{0,2}([!-~]{3,64})/giu;

/** What the guardrail of GENAI refuses besides personal data. Text in half width. */
export function findGuardrailValues(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  const add = (pattern: RegExp, kind: PersonalDatum["kind"]): void => {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      const trimmed = value.replace(/[.,;:!?)\]]+$/, "");
      const end = match.index + match[0].length - (value.length - trimmed.length);
      if (trimmed !== "") found.push({ start: end - trimmed.length, end, kind });
    }
  };
  add(url, "url");
  add(ip, "ip-address");
  add(age, "age");
  add(credential, "credential");
  return found;
}
