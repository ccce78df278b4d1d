/** What programs write between bars above a mail that is answered, or passed on. */
const answered =
  /original\s?(?:message|mail|text|nachricht|bericht|e-?mail|email)|reply message|元のメッセージ|元のメール|オリジナルメッセージ|オリジナル\s?メール|受信メール|返信元(?:の)?メ(?:ッセージ|ール)|引用|ursprüngliche (?:nachricht|e-?mail|mail)|originalnachricht|originalmail|message d['’]origine|message (?:original|initial)|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|ursprungligt meddelande|original(?:meddelande|meddelelse|melding)|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|eredeti üzenet|исходное сообщение|оригинальное сообщение|orijinal (?:mesaj|ileti)|özgün ileti|邮件原件|原始邮件|原始郵件|原邮件|回复的原邮件|원본 메시지|원본 메일|original-nachricht/iu;
const passedOn =
  /forwarded (?:message|mail|e-?mail|by)|begin forwarded|転送(?:された)?(?:メッセージ|メール)|転送メール|^転送者[\s\u3000:：]|weitergeleitete(?:n|r)? (?:nachricht|e-?mail|mail)|message (?:transféré|réexpédié)|mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat (?:meddelande|brev)|videresendt (?:meddelelse|melding)|välitetty viesti|przekazana wiadomość|wiadomość przekazana|přeposlaná zpráva|továbbított üzenet|пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение|iletilen (?:mesaj|ileti)|转发的?(?:邮件|消息)|轉寄的?(?:郵件|訊息)|전달된 메시지/iu;
const barred =
  /^[\s\u3000]{0,8}[-_=*~─━―—–－＿＝‐ー><]{2,80}[\s\u3000]{0,4}([^\s─━=_*-][^─━=_*]{2,60}?)[\s\u3000]{0,4}[-_=*~─━―—–－＿＝‐ー><]{0,80}[\s\u3000]*$/u;
const begins =
  /^[\s\u3000]{0,8}(begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail|mail)|début du message (?:transféré|réexpédié)|inizio messaggio inoltrato|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reencaminhada)|начало (?:переадресованного|пересылаемого) сообщения|begin doorgestuurd bericht|vidarebefordrat brev|転送されたメッセージ|転送メッセージ|以下、?転送|forwarded message)\s{0,2}[:：]?[\s\u3000]*$/iu;
const bar = /^[\s\u3000]{0,12}(?:[-_=*~─━―—–－＿＝‐][\s\u3000]?){3,}[\s\u3000]*$/u;

/** Notes: `-----"A" <a@example.jp> wrote: -----` above its header. */
const barredAuthor =
  /^[\s\u3000]{0,8}-{3,20}\s?[^-\s].{0,140}(?:wrote|schrieb|a écrit|書きました)\s?[:：]\s?-{2,20}\s*$/iu;
/** Notes: `A---11/06/2026 06:12:00 PM---first words` above its header. */
const summarized = /^[^\n-]{2,60}---[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}\s[0-9: ]{4,9}(?:\s?[AP]M)?---/iu;

/** A line of Notes that says who wrote when how; only a header below it tells that it is one. */
export function isSummaryLine(text: string): boolean {
  return text.length <= 400 && summarized.test(text);
}

/** "-----Original Message-----" and its like; undefined for other lines. */
export function dividerOf(text: string): "answered" | "forwarded" | undefined {
  if (text.length > 200 || text.length < 4) return undefined;
  const first = /^[\s\u3000]{0,8}(\S)/u.exec(text)?.[1];
  if (first === undefined) return undefined;
  if (/[\p{L}]/u.test(first) && first !== "ー") return begins.test(text) ? "forwarded" : undefined;
  if (barredAuthor.test(text)) return "answered";
  const words = barred.exec(text)?.[1];
  if (words === undefined) return undefined;
  if (passedOn.test(words)) return "forwarded";
  return answered.test(words) ? "answered" : undefined;
}

/** A line of dashes or the like, and nothing else. */
export function isBar(text: string): boolean {
  return text.length <= 400 && bar.test(text);
}
