import type { TextTable } from "../i18n";
import type { TranscriptProblemKind } from "./transcript";

/** What a person reads of each problem. */
export const transcriptProblemTexts: TextTable<TranscriptProblemKind> = {
  ja: {
    "unreadable-time": "読み取れない時刻があります。発言は、時刻なしで残しました。",
    "cue-without-time": "時刻のない発言があります。書かれている場所に残しました。",
    "unreadable-cue": "読み取れない箇所があります。文字起こしの元のファイルを確かめてください。",
    "unreadable-bytes": "文字として読み取れない箇所があります。「�」になっている所を確かめてください。",
    "repeated-cues": "同じ字幕の繰り返しを一つにまとめました。",
    "clock-times": "時刻は、最初の発言からの経過時間に直しました。",
    "no-speakers": "発言者の名前がありません。誰の発言かは分かりません。",
    "no-utterances": "発言がありません。",
  },
  en: {
    "unreadable-time": "A time cannot be read. The words are kept without it.",
    "cue-without-time": "Some words have no time. They are kept where they stand.",
    "unreadable-cue": "A part cannot be read. Please check the file of the transcript.",
    "unreadable-bytes": "Some bytes are no characters. Please check where “�” stands.",
    "repeated-cues": "Captions that repeat are kept once.",
    "clock-times": "Times of the day are counted from the first words.",
    "no-speakers": "No speaker is named: nobody can tell who says what.",
    "no-utterances": "Nothing was said.",
  },
};
