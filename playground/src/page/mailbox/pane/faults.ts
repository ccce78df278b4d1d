import type { MailboxFaults } from "@genai-office/office-host/outlook";

export interface FaultChoice {
  readonly title: string;
  readonly description: string;
  readonly faults: MailboxFaults;
}

/** Trouble that was reported of Outlook, to be caused on purpose. */
export const faultChoices: readonly FaultChoice[] = [
  {
    title: "切替えの通知が遅れる",
    description: "別のメールを選んでから、作業ウィンドウに伝わるまで3秒かかります。",
    faults: { eventDelay: 3000 },
  },
  {
    title: "切替えの通知が届かない",
    description: "別のメールを選んでも、作業ウィンドウには何も伝わりません。",
    faults: { eventLost: true },
  },
  {
    title: "切替えの通知が3回届く",
    description: "同じ通知が続けて届きます。",
    faults: { eventRepeats: 3 },
  },
  {
    title: "切替えの通知の順序が入れ替わる",
    description: "2通を続けて選ぶと、後の通知が先に届きます。",
    faults: { eventsSwapped: true },
  },
  {
    title: "メールが一時的に消える",
    description: "切り替えた直後の1.5秒間、メールがない状態になります。",
    faults: { itemGap: 1500 },
  },
  {
    title: "切替えのたびに再読み込みされる",
    description: "作業ウィンドウが最初から読み込まれます。",
    faults: { reloads: true },
  },
  {
    title: "本文の取得が遅い",
    description: "本文を読むのに5秒かかります。その間にメールを切り替えられます。",
    faults: { delays: { "Body.getAsync": 5000 } },
  },
  {
    title: "返信の画面を開けない",
    description: "返信を開く機能がエラーになります。",
    faults: { replyFormFails: true },
  },
];
