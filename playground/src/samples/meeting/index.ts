import { bookingGuide } from "./booking-guide";
import { serviceMeeting } from "./service-meeting";
import { writeVtt } from "./write-vtt";

export interface SampleTranscript {
  readonly file: string;
  /** As the playground's menu shows it. */
  readonly title: string;
  readonly description: string;
  /** What is written beside the file. */
  readonly text: string;
  readonly build: () => Uint8Array;
}

/** Files to send to the bot, with what to ask of them. */
export const sampleTranscripts: readonly SampleTranscript[] = [
  {
    file: "窓口業務改善検討会_2026-11-20.vtt",
    title: "会議の文字起こしから議事録を作る",
    description: "約20分の会議（.vtt）を添えて「議事録」と送ります。",
    text: "議事録",
    build: () => writeVtt(serviceMeeting),
  },
  {
    file: "窓口予約制の試行_御案内.txt",
    title: "資料に質問する",
    description: "1ページの案内（.txt）を添えて、予約の締切を尋ねます。",
    text: "予約はいつまでに申し込めばよいですか。",
    build: () => new TextEncoder().encode(bookingGuide),
  },
];
