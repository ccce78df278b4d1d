/**
 * How mail programs say that someone wrote what is quoted below, each at the end of the line: "wrote:", 「さんは書きました：」,
 * 「のメール:」. Found in the programs' own catalogues (Gmail, Apple Mail, Thunderbird, Outlook, Becky!, Yahoo).
 */
export const wroteAtEnd =
  /(?:^|[\s>)）\]"'”’,、\p{L}\p{N}.-])(wrote|writes|said|schrieb(?:en)?(?: folgendes)?|hat geschrieben|(?:a|á) écrit|écrit|a ecrit|escribió|escribio|escreveu|va escriure|ha scritto|schreef(?: het volgende)?|geschreven|skrev(?: följande)?|kirjoitti|napisała?|napisał\(a\)|pisze|napsala?|napísala?|написала?|написал\(а\)|написав|писала?|пишет|írta|ezt írta|yazdı|şunu yazdı|a scris|έγραψε|(?:さん|様|氏)?(?:は|が)(?:次のように|以下のように)?(?:書きました|書いた|書き込みました)|(?:さん|様)?(?:からの|の)(?:メール|メッセージ)|(?:さん|様)(?:は|が)|写道|寫道|撰写|님이 작성|님이 작성함|작성)\s{0,2}(?:\([^()]{4,60}\))?\s{0,2}[:：;]?\s{0,2}[-–—]{0,8}$/iu;

/** Words that such a line begins with. */
export const opener =
  /^(?:on|le|am|el|em|il|op|den|dne|dňa|dnia|w dniu|w|на|в|at|in (?:article|message)|quoting|begin|a|d\.|pada|vào|ngày|στις|në|tarihinde|在|于|於)(?![\p{L}])[\s,:]{0,2}/iu;

/** "Am 2. November um 9:30 schrieb Hans Kraus:": some languages set the verb before the name. */
export const wroteInside =
  /\s(?:schrieb|schreef|skrev|kirjoitti|napsala?|napisała?|napisał\(a\)|написала?|пише|пишет|wrote|skreiv)\s(?=[\p{L}"'<])/iu;

/** Words left around a name when date, address and verb are taken away. */
export const besideName =
  /^(?:[\s,、。;:：.·"'“”‘’()（）[\]*_-]|(?:at|um|à|by|von|par|por|da|de|от|u|a|the|г\.?|р\.?|пользователь|користувач|ユーザー|用户|uživatel|użytkownik|via|schrieb|schreef|skrev|kirjoitti|wrote|escribió|escreveu|ha scritto|a écrit|napsal\(?a?\)?|napisał\(?a?\)?|написал\(?а?\)?|írta|に|の)(?=[\s、]))+|(?:[\s,、;:：.·"'“”‘’(（[*_-]|\s(?:am|um|at|on|le|el|il|op|den|в|于|於|在))+$/giu;

export const pronoun =
  /^(?:he|she|they|we|i|you|it|someone|who|ich|er|sie|wir|je|il|elle|on|nous|彼|彼女|私|誰|者|人|方)$/iu;
