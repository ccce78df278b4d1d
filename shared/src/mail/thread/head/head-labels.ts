import { foldWidth } from "../../../language/width";

export type HeadField = "from" | "date" | "to" | "cc" | "subject" | "other";

/** Names of the fields above a quoted or forwarded mail, in the languages of the programs that write them. */
const labels: Record<HeadField, string> = {
  from: "from|差出人|差し出し人|差出し人|送信者|送信元|発信者|発信元|from名|von|de|da|van|från|fra|lähettäjä|od|nadawca|от|от кого|отправитель|від|kimden|gönderen|feladó|de la|από|发件人|發件人|寄件者|寄件人|보낸 사람|보낸사람|보낸이|remitente|expéditeur|remetente|mittente|absender|afzender",
  date: "date|sent|送信日時|送信日|送信時刻|日時|日付|受信日時|作成日時|送信時間|datum|gesendet|gesendet am|envoyé|envoyé le|enviado|enviado el|enviado em|enviada|enviada em|fecha|data|data invio|inviato|inviata|verzonden|verzonden op|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|wysłano|data wysłania|odesláno|дата|отправлено|отправлен|надіслано|tarih|gönderildi|gönderme tarihi|küldve|elküldve|dátum|trimis|发送时间|发送日期|發送時間|日期|时间|傳送日期|寄件日期|寄件時間|보낸 날짜|보낸날짜|보낸 시간|날짜",
  to: "to|宛先|宛て先|あて先|送信先|宛名|受信者|an|à|a|pour|para|per|destinataire|destinatario|destinatário|aan|naar|till|til|vastaanottaja|do|komu|кому|kime|alıcı|címzett|către|收件人|收件者|받는 사람|받는사람|받는이",
  cc: "cc|ｃｃ|bcc|写し|写|カーボンコピー|kopie|kopie an|copie à|copia|kopia|kopi|kopio|kopija|копия|bilgi|másolatot kap|抄送|副本|참조|숨은 참조",
  subject:
    "subject|件名|題名|表題|タイトル|標題|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|konu|tárgy|subiect|主题|主題|主旨|제목",
  other:
    "reply-to|返信先|返信先アドレス|attachments?|添付ファイル|添付|anlagen?|anhang|pièces jointes|datos adjuntos|anexos?|allegati|bijlagen|importance|重要度|priority|優先度|sensitivity|秘密度|組織|organization|message-id|x-mailer|mime-version|content-type|content-transfer-encoding|return-path|received|delivered-to|in-reply-to|references|newsgroups|resent-[a-z]+|wichtigkeit|list-[a-z]+|user-agent|lines|sender|mail-followup-to|thread-topic|thread-index|accept-language|precedence|組織名|resent from|x-[a-z-]{2,40}",
};

const known = new Map<string, HeadField>();
for (const [field, words] of Object.entries(labels) as [HeadField, string][])
  for (const word of words.split("|")) if (!known.has(word)) known.set(word, field);
for (const word of ["attachment", "attachments", "anlage", "anlagen", "anexo", "anexos"]) known.set(word, "other");

/** Names that are common words too: a block of these alone is told by more than two fields. */
const weakNames = new Set(
  "de da van do od a an à от per till til fra le 日時 日付 data date 宛名 送信先 写し 写 タイトル 添付".split(" "),
);

export interface HeadLine {
  field: HeadField;
  value: string;
  /** The name is a common word too. */
  isWeak: boolean;
}

/** Above each mail of an mbox file. */
const separator =
  /^From \S{1,200}\s{1,4}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2}\s{1,2}[0-9]{1,2} [0-9:]{5,8}(?: [A-Z0-9+-]{3,6})? [0-9]{4}$/;
const labelled =
  /^[\s\u3000]{0,12}[*_]{0,2}[\[【(（]?\s?([^\s:：\[\]【】<>][^:：\[\]【】<>]{0,24}?)[\s\u3000]{0,6}[\]】)）]?[*_]{0,2}\s?[:：][*_]{0,2}[\s\u3000]*(.*)$/u;
const inHeavyBrackets = /^[\s\u3000]{0,12}[【\[]\s?([^\s【】[\]]{1,10})\s?[】\]][\s\u3000]{0,4}(?![:：])(\S.*)$/u;

/** Reads "From: …", 「差出人：…」, "*Sent:* …"; undefined for other lines. */
export function headLine(text: string): HeadLine | undefined {
  if (text.length > 4_000) return undefined;
  if (separator.test(text)) return { field: "other", value: "", isWeak: true };
  const match = labelled.exec(text) ?? inHeavyBrackets.exec(text);
  if (match === null) return undefined;
  const name = foldWidth(match[1]!)
    .toLowerCase()
    .replace(/[\s\u3000]+/g, " ")
    .trim();
  // 件　名, 宛　先: spread over the width of the others.
  const field =
    known.get(name) ??
    known.get(name.replace(/(?<=[^\x00-\x7f])\s(?=[^\x00-\x7f])/gu, "")) ??
    (/^(?:x-|list-|resent-)[a-z-]{2,40}$/.test(name) ? "other" : undefined);
  if (field === undefined) return undefined;
  return { field, value: match[2]!.replace(/[*_]{1,2}$/, "").trim(), isWeak: weakNames.has(name) };
}
