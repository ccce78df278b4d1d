import type { FaultEffect, FaultMatch } from "./connector";

/** Trouble that can be caused on purpose: the next requests of the bot that fit meet it. */
export interface FaultChoice {
  id: string;
  title: string;
  description: string;
  /** Undefined for what goes wrong with people's messages on their way to the bot. */
  effect?: FaultEffect;
  match?: FaultMatch;
  /** Requests that it meets; default 1. */
  times?: number;
}

/** How long an answer of the connector may be held back. Milliseconds. */
export const slowMs = 4_000;

export const faultChoices: readonly FaultChoice[] = [
  {
    id: "429",
    title: "送り過ぎとして断る（429）",
    description: "次の2回の送信に、2秒待つよう返します。",
    effect: {
      kind: "status",
      status: 429,
      code: "TooManyRequests",
      message: "API calls quota exceeded",
      retryAfter: 2,
    },
    times: 2,
  },
  {
    id: "expired",
    title: "表示の時間切れ（403）",
    description: "書いている途中の回答を、2分を過ぎたとして断ります。",
    effect: { kind: "stream", refusal: "expired" },
    match: { stream: "streaming" },
  },
  {
    id: "stopped",
    title: "利用者による中止（403）",
    description: "書いている途中の回答を、中止されたとして断ります。",
    effect: { kind: "stream", refusal: "stopped" },
    match: { stream: "streaming" },
  },
  {
    id: "500",
    title: "サーバーの故障（500）",
    description: "次の1回の送信に、内部エラーを返します。",
    effect: { kind: "status", status: 500, code: "ServiceError", message: "An internal error has occurred." },
  },
  {
    id: "dropped",
    title: "順序違いとして捨てる（202）",
    description: "書いている途中の1回を、受け付けたふりをして捨てます。",
    effect: { kind: "dropped" },
    match: { stream: "streaming" },
  },
  {
    id: "slow",
    title: "返事が遅い",
    description: "次の1回の送信に、4秒たってから返事をします。",
    effect: { kind: "hold" },
  },
  {
    id: "resend",
    title: "発言が二重に届く",
    description: "次の発言を、ボットに2回届けます（答えは1回のはずです）。",
  },
];
