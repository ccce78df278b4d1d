import { foldWidth } from "../../../language/width";

/** "-- ", and what programs make of it: "--", "—", "---". */
export const exactMark = /^-- $/;
export const looseMark =
  /^[\s\u3000]{0,2}(?:--|—|――|-{3,8}|—{2,12}|_{2,12}|–{1,3}|\*{3,12}|={3,12}|~{3,12}|#{3,12})[\s\u3000]*$/u;

const barSign =
  "-_=*+~#.:/\\\\|<>^－＿＝＊＋～〜＃．・：／＼｜─━═╌┄┈―—–‐￣＾★☆◆◇■□●○◎▲△▼▽※♪♡♥≪≫＜＞┌┐└┘┏┓┗┛├┤┣┫┬┴┳┻╋┼│┃∴∵゜。､,'`´°･…‥§†";
const wholeBar = new RegExp(`^[\\s\\u3000]*(?:[${barSign}oO][\\s\\u3000]?){4,}[\\s\\u3000]*$`, "u");
const barWithWords = new RegExp(
  `^[\\s\\u3000]*[${barSign}]{3,}[\\s\\u3000]*[^${barSign}\\s][^\\n]{0,60}?[\\s\\u3000]*[${barSign}]{3,}[\\s\\u3000]*$`,
  "u",
);

/** A line that is drawn, of dashes, boxes or stars. */
export function isDrawn(text: string): boolean {
  return text.length <= 200 && wholeBar.test(text) && !/^[\s.。・…]+$/u.test(text);
}

/** 「━━━ 総務課 ━━━」 */
export function isDrawnAround(text: string): boolean {
  return text.length <= 200 && barWithWords.test(text);
}

const contact =
  /(?:^|[\s\u3000（(【[|｜/／・■□◆◇●○◎▼▽☆★※＊*:：,、])(?:tel|t|fax|f|phone|mobile|cell|e-?mail|mail|url|web|hp|skype|office|direct|telefon|tél(?:éphone)?|téléfono|teléfono|móvil|тел|факс|モバイル|携帯(?:電話)?|電話(?:番号)?|ＴＥＬ|内線(?:番号)?|直通|代表|ダイヤルイン|ファックス|ファクシミリ|ファクス|メール(?:アドレス)?|Ｅメール|住所|所在地|〒)(?:[・/／][a-zA-Z]{1,5})?[.．]?[\s\u3000）)\]】|]{0,4}(?:[:：;／/|]|(?=[\s\u3000(+＋（]?[0-9０-９]))|〒\s?[0-9]{3}|\+[0-9][0-9 ().-]{6,18}[0-9]|\(?[0-9]{2,5}\)?[\s.-][0-9]{2,4}[\s.-][0-9]{3,4}(?![0-9])|内線\s?[0-9]{2,}|[^\s@<>]{1,64}@[a-z0-9-]{1,60}\.[a-z0-9.-]{2,60}|https?:\/\/|(?<![\p{L}\p{N}.])www\.|📧|📱|☎|✆|📞|✉/iu;

const reach =
  /(?:tel|phone|mobile|cell|fax|e-?mail|mail|office|direct|電話|内線|直通|携帯|ファ(?:ックス|クシミリ|クス)|メール|телефон|тел|〒)|\+[0-9][0-9 ().-]{6,18}[0-9]|(?:^|[^0-9])\(?0[0-9]{1,4}\)?[ .()-]{1,2}[0-9]{1,4}[ .()-]{1,2}[0-9]{3,4}(?![0-9])|\(?[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4}(?![0-9])|[^\s@<>]{1,64}@[a-z0-9-]{1,60}\.[a-z0-9.-]{2,60}|〒|[📧📱☎✆📞✉]/iu;

/** A line with a telephone number or an address to write to, and little else; a link alone reaches nobody. */
export function isReach(text: string): boolean {
  return isContact(text) && reach.test(foldWidth(text));
}

const office =
  /[省庁局部課室係署所院会社班署館](?:$|[\s\u3000（(・/／])|(?:府|都|道|県|市|区|町|村)(?:$|[\s\u3000])|大臣|官房|担当|課長|係長|主査|主任|主事|部長|室長|補佐|企画官|専門官|事務官|調査官|株式会社|有限会社|合同会社|法人|大学|機構|センター|事務局|inc\b|ltd\b|limited|llc\b|corp|gmbh|s\.a\b|\bag\b|\bplc\b|director|manager|officer|engineer|head of|chief|president|division|department|dept|ministry|agency|bureau|office|university|foundation|institute|consultant|specialist|analyst|assistant|secretary|advis[eo]r|counsell?or|attach[eé]|embassy|consulate|delegation|directorate|lead\b|team\b/iu;

/** An office, a company, a post. */
export function isOffice(text: string): boolean {
  return text.length <= 100 && office.test(text);
}

const latinWord = /(?:^|\s)[\p{L}'’-]+(?=[\s,.;:!?)]|$)/gu;

/** Words that run on, as no line of a signature does: six or more, most of them small. */
export function isRunning(text: string): boolean {
  const words = text.slice(0, 300).match(latinWord) ?? [];
  return words.length >= 6 && words.filter((word) => /^\s?\p{Ll}/u.test(word)).length / words.length > 0.6;
}

/** A line that tells how to reach someone. */
export function isContact(text: string): boolean {
  return text.length <= 160 && contact.test(foldWidth(text));
}

/** Contacts that belong to what a mail asks or tells: where answers go, who is asked. */
const ofTheText =
  /(?:提出|回答|返信|返送|送付|申込|応募|報告|登録|連絡|照会|配布|共有|参照|掲載|資料|詳細|会議|接続|参加|会場|場所|宛)(?:先|用|方法|url|リンク|サイト|ページ|窓口|はこちら|アドレス)|(?:^|[\s\u3000])(?:日時|場所|会場|議題|期限|締切|〆切)[\s\u3000]{0,4}[:：]|(?:下記|以下|上記|次)の|(?:お|御)?問い?合わ?せ(?:は|先)|ください|下さい|please|submit|register|join|click|here\b|link|zoom|teams\.|meeting/iu;

const event =
  /^[\s\u3000■□●○◆◇・【\[(（]{0,4}(?:日\s?時|場\s?所|会\s?場|議\s?題|議\s?事|開催|期\s?限|締切|〆切|受付|内容)/u;

/** What is announced: 「日時　5月28日」, 「場所：…」. No signature has such lines. */
export function isEvent(text: string): boolean {
  return event.test(text) && !isReach(text);
}

export function isOfTheText(text: string): boolean {
  return ofTheText.test(text);
}

/** A line of prose, as no signature has them but in its last words. */
export function isProse(text: string): boolean {
  const plain = text.trim();
  if (
    /[。！？!?]$/u.test(plain) ||
    /(?:です|ます|ません|でした|ました|ください|下さい|願い|致します|存じます)[。.]?$/u.test(plain)
  )
    return true;
  if (/^(?:以上|記|敬具|草々|不一|拝)[。.]?$/u.test(plain)) return true;
  if (plain.length > 90) return true;
  return (
    /^(?:[-*•・●○]\s|[0-9０-９]{1,2}[.)．）、]\s?|[（(][0-9０-９]{1,2}[)）])/u.test(plain) ||
    (/[.;]$/.test(plain) && plain.split(/\s+/).length > 4)
  );
}

const closing =
  /^(?:(?:with\s)?(?:best|kind|warm|warmest|many|sincere)?\s?(?:regards|thanks|wishes)|thanks(?: again| a lot| so much)?|thank you(?: very much)?|cheers|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|respectfully|cordially|best|take care|mit freundlichen grüßen|(?:freundliche|viele|beste|liebe|herzliche|schöne) grüße|gruß|mfg|cordialement|bien (?:à vous|cordialement)|salutations.{0,40}|saludos(?: cordiales)?|un saludo|atentamente|atenciosamente|cordiali saluti|saluti|met vriendelijke groet(?:en)?|groeten|med vänlig hälsning|hälsningar|med venlig hilsen|med vennlig hilsen|terveisin|с уважением|pozdrawiam|s pozdravem|üdvözlettel|saygılarımla|此致|敬礼)[\s,.!，、]{0,3}$/iu;

/** "Best regards," and its like: it belongs to the text, and the name below it too. */
export function isClosing(text: string): boolean {
  return text.length <= 80 && closing.test(text.trim());
}

const device =
  "(?:(?:my|an?|mon|ma|meinem|meiner|mi|meu|minha|mijn|il mio|min|mit|moje(?:go|j)?|моего|моей|我的|我|내)\\s?)?";
const mobileStarts = new RegExp(
  `^[\\s<(（＜―—–-]{0,6}(?:sent (?:from|via|with|by|using)\\b|from my (?:iphone|ipad|mobile|android|phone|samsung|galaxy)|\\S{1,20} from (?:my )?(?:mobile|iphone|phone)$|get (?:\\[?outlook|the outlook)|envoyé (?:de|depuis|à partir)|télécharge[rz] outlook|von meinem\\b.{0,60}gesendet|gesendet (?:von|mit|über)|diese nachricht wurde (?:von|mit)|outlook für (?:ios|android)|enviado (?:desde|do|a partir|con)\\s|obtener outlook|obter o outlook|inviato d[ae]|scarica outlook|ottieni outlook|verstuurd (?:vanaf|met)|verzonden (?:met|vanaf|via)|download outlook|outlook voor|skickat från|skickades från|hämta outlook|sendt fra|send(?:t|es) (?:fra|via)|lähetetty\\s|wysłane? z|pobierz|odesláno z|отправлено (?:с|из|от)|надіслано|gönderildi|从我的|從我的|发自|發自|通过 ?outlook|나의 .{1,30}에서|내 .{1,30}에서|${device}(?:iphone|ipad|android|スマートフォン|携帯|docomo|xperia|galaxy).{0,20}(?:から|より)(?:の)?(?:送信|返信|送り)|.{1,30}(?:から|で|より)送信(?:されました|しました|しています)?[。.）)]?$|outlook for (?:ios|android|mac|windows)|(?:ios|android) ?(?:版|用)? ?(?:の)?outlook|.{0,20}outlook.{0,20}(?:を入手|をダウンロード|を取得)|yahoo!?\\s?メール.{0,20}(?:から|で)|送信元 ?outlook|windows ?(?:10|11)? ?版の?メールから|windows のメールから)`,
  "iu",
);

/** "Sent from my iPhone" and its like. */
export function isMobileLine(text: string): boolean {
  const plain = text.trim();
  return plain.length >= 8 && plain.length <= 140 && mobileStarts.test(plain);
}

const footer =
  /mailing ?list|listinfo|メーリング ?リスト|unsubscribe|配信(?:停止|解除|中止)|購読(?:解除|停止)|登録解除|退会|退会|google ?groups|googlegroups|you (?:received|are receiving) this|manage (?:your )?(?:preferences|subscription|notifications)|reply to this email directly|view it on github|to (?:post|respond|stop receiving|reply to this)|mute this|stop getting updates|scanned (?:for|by)|virus|ウイルス|ウィルス|abmelden|désabonner|désinscri|cancelar (?:la )?suscripci|отписаться|_{20,}|(?:このメール|本メール)は.{0,40}(?:配信|送信(?:専用|しています)|自動)/iu;

/** Words of a mailing list, of a service that sends notices, of a scanner. */
export function isFooterLine(text: string): boolean {
  return text.length <= 400 && footer.test(text);
}

const disclaimer =
  /(?:confidential|privileged|intended (?:only |solely |recipient|for)|if you (?:are not|have received this)|vertraulich|confidentiel|confidencial|riservat|機密(?:情報|保持)|秘密(?:情報)?を含|誤って(?:受信|送信|送付|届)|宛先(?:の方)?以外|名宛人|無断(?:で)?(?:転載|転送|使用|開示|複製)|破棄|please consider the environment|印刷する前に|環境(?:保護|に配慮))/iu;

/** A paragraph on who may read the mail, as it stands below signatures. */
export function isDisclaimer(text: string): boolean {
  return disclaimer.test(text.slice(0, 1_000));
}
