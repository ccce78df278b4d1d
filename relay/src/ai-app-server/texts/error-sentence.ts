import type { GenaiErrorCode } from "@genai-office/shared/vocabulary";

/** Codes of a job that ended without an outcome of its task: the relay was stopped, or does not know the job any more. */
export type JobErrorCode = GenaiErrorCode | "interrupted" | "expired";

const again = "もう一度実行してください。";
const contact = "続くときは、受付番号を添えて担当窓口に連絡してください。";

/**
 * Sentences for the person at the form of GENAI. The texts of the panes do not fit: there is no document here that could
 * have changed, and nothing to press. What is not listed can only be a fault of ours.
 */
const sentences: Partial<Record<JobErrorCode, string>> = {
  "bad-request": `入力の内容を受け付けられませんでした。入力を確かめて、${again}`,
  unauthorized: "このアプリの鍵が認められませんでした。アプリの登録者に、鍵の設定を確かめてもらってください。",
  forbidden: "この接続からは利用できません。アプリの登録者に確かめてください。",
  "not-found": "見つかりませんでした。アプリの登録者に、エンドポイントの設定を確かめてもらってください。",
  "input-too-large": "入力が長すぎて処理できませんでした。文章やファイルを分けて、もう一度実行してください。",
  "rate-limited": `いま利用が集中しています。しばらく待って、${again}`,
  unavailable: `サービスがいま止まっているか、混み合っています。しばらく待って、${again}`,
  "switched-off": "この機能は、管理者により停止されています。再開するまでお待ちいただくか、担当窓口にお尋ねください。",
  "budget-exhausted": "本日の利用の上限に達しました。明日もう一度実行するか、担当窓口にお尋ねください。",
  "connection-failed": `モデルの接続先につながりませんでした。しばらく待って、${again}`,
  "connection-lost": `モデルとの通信が途中で切れました。${again}`,
  "incomplete-stream": `モデルの応答が途中で終わりました。${again}`,
  "malformed-response": `モデルの応答を読み取れませんでした。${contact}`,
  "not-a-model-server": "接続先がモデルのサーバーではありません。担当窓口に接続先の設定を確かめてもらってください。",
  timeout: `時間内にモデルの応答がありませんでした。しばらく待つか、入力を短くして、${again}`,
  "server-error": `モデルのサーバーで問題が起きました。しばらく待って、${again}`,
  "upstream-error": `モデルの側で問題が起きました。${again}`,
  "upstream-unauthorized":
    "中継サーバーがモデルの接続先に認められませんでした。担当窓口に、接続先の鍵の設定を確かめてもらってください。",
  "content-blocked": `内容がモデルの安全基準に当たり、応答が止められました。範囲を変えて、${again}`,
  refused: `モデルがこの依頼に答えませんでした。範囲を変えて、${again}`,
  "confidentiality-blocked": "機密性3の情報は扱えないため、何も送らずに止めました。",
  "confidentiality-unconfirmed":
    "格付を判断できないため、何も送らずに止めました。格付を確かめ、確認の欄に印を付けて、もう一度実行してください。",
  "model-not-cleared": "この機密性の情報に使えるモデルがありません。何も送っていません。",
  "model-unknown": `選ばれたモデルがありません。モデルを選び直して、${again}`,
  "model-cannot-do-task": "選ばれたモデルでは、この処理ができません。ほかのモデルを選んでください。",
  "no-model": "この処理に使えるモデルがありません。担当窓口にモデルの設定を確かめてもらってください。",
  "source-empty": "文章がありません。文章を入力するか、文字のあるファイルを選んでください。",
  "output-empty": `モデルから文章が返ってきませんでした。${again}`,
  "output-truncated": `モデルの応答が長さの上限で切れました。入力を短くして、${again}`,
  "output-too-long": `モデルの応答が求めた長さを大きく超えたため、途中で止めました。${again}`,
  "document-unsupported": "ファイルを読み取れませんでした。開けることを確かめて、もう一度選んでください。",
  aborted: `処理が中止されました。${again}`,
  internal: `予期しない問題が起きました。${again}${contact}`,
  interrupted: `サーバーが止められたため、処理を続けられませんでした。${again}`,
  expired: `結果はもう残っていません（保存期間が過ぎたか、サーバーが動き直しました）。${again}`,
};

/** What a person reads for a code; never a server's own words. */
export function errorSentence(code: JobErrorCode): string {
  return sentences[code] ?? sentences.internal!;
}
