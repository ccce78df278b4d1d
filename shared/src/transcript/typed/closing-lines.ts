/** What programs write between and below speeches: who began and ended the transcription, and that it was made by a machine. */
const recorder =
  /(?:(?:started|stopped) (?:the )?transcription|(?:文字起こし|トランスクリプト|トランスクリプション|録音|録画)を(?:開始|停止|終了)しました)[。.]?$/i;
const programs =
  /^(?:transcribed by https?:\S+|this (?:editable )?transcript was (?:computer|automatically) generated\b.*|meeting ended after [\d:]+.*|会議は\s*[\d:]+\s*後に終了しました.*|この(?:編集可能な)?文字起こしはコンピュータ.*生成.*)$/iu;
/** 「――了――」, 「（以上）」, "(End)": the end of the minutes, which nobody says. */
const end =
  /^[\s\u3000―—–ー─━‐\-－=＝*＊・（(【〔［[<＜]*(?:以[\s\u3000]?上|了|完|終[\s\u3000]?了|閉[\s\u3000]?会|散[\s\u3000]?会|end(?: of (?:the )?(?:transcript|recording|meeting))?)[\s\u3000―—–ー─━‐\-－=＝*＊・）)】〕］\]>＞]*$/iu;

/** True for a line that a program wrote among the speeches. */
export function isRecorderLine(line: string): boolean {
  return recorder.test(line.slice(-60)) || (line.length < 400 && programs.test(line));
}

/** True for a line that says only that the text ends; it has signs around it, or stands alone. */
export function isEndLine(line: string): boolean {
  return line.length <= 40 && end.test(line);
}
