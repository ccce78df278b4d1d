/** What programs write between and below speeches: who began and ended the transcription, and that it was made by a machine. */
const recorder =
  /(?:(?:started|stopped) (?:the )?transcription|(?:文字起こし|トランスクリプト|トランスクリプション|録音|録画)を(?:開始|停止|終了)しました)[。.]?$/i;
const programs =
  /^(?:transcribed by https?:\S+|this (?:editable )?transcript was (?:computer|automatically) generated\b.*|meeting ended after [\d:]+.*|会議は\s*[\d:]+\s*(?:後)?に終了しました.*|[\d:]{4,8}\s*(?:の?後)?に(?:会議|文字起こし|トランスクリプト|録音|録画)が終了しました[。.]?|transcription ended after [\d:]+|この(?:編集可能な)?文字起こし(?:テキスト)?は[、，]?\s*コンピュータ.*生成.*)$/iu;
/** Numbers of pages, as text of printed minutes has them. */
const page =
  /^(?:[-－−–—―‐][\s\u3000]*[0-9０-９]{1,4}[\s\u3000]*[-－−–—―‐]|(?:page|p\.)\s?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?|p[.．]\s?\d{1,4}[\s\u3000]+[^\s\u3000。（(]{1,16}[（(][^（）()。]{1,24}[）)]|[0-9０-９]{1,4}(?:\s?[/／]\s?[0-9０-９]{1,4})?\s?(?:ページ|頁|pages?))$/iu;
/** What programs write below the last words alone: when the meeting ended, where the text is kept. */
const below =
  /^(?:(?:transcription|transcript|recording) ended (?:after|at) [\d:]+.*|(?:この)?(?:文字起こし|テキスト|議事録)は.{0,30}(?:自動|AI|ＡＩ|コンピュータ).{0,20}(?:生成|作成).{0,40}|(?:powered by|(?:generated|created|exported) (?:by|with|from)) \S.{0,60}|(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w.\/?=&%#~+-]*)?)$/iu;
/** 「――了――」, 「（以上）」, "(End)": the end of the minutes, which nobody says. */
const end =
  /^[\s\u3000―—–ー─━‐\-－=＝*＊・（(【〔［[<＜]*(?:以[\s\u3000]?上|了|完|終[\s\u3000]?了|閉[\s\u3000]?会|散[\s\u3000]?会|end(?: of (?:the )?(?:transcript|recording|meeting))?)[\s\u3000―—–ー─━‐\-－=＝*＊・）)】〕］\]>＞]*$/iu;

/** True for a line that a program or printer wrote among the speeches. */
export function isRecorderLine(raw: string): boolean {
  // In Markdown such a line may be a heading, or stand out.
  const line = /^[#*_]/u.test(raw) && raw.length < 400 ? raw.replace(/^[#*_\s]+|[*_\s]+$/gu, "") : raw;
  return recorder.test(line.slice(-60)) || (line.length < 400 && (programs.test(line) || page.test(line)));
}

/** True for a line that a program wrote below the last words. */
export function isBelow(line: string): boolean {
  return line.length < 400 && below.test(line.trim());
}

/** True for a line that says only that the text ends; it has signs around it, or stands alone. */
export function isEndLine(line: string): boolean {
  return line.length <= 40 && end.test(line);
}
