import type { Wording } from "@genai-office/shared/i18n";

const unchanged = "メールは変わっていません。";
const again = "もう一度試してください。";
const helpDesk = "続くときは、詳細を添えて担当窓口に連絡してください。";

/**
 * How the pane speaks of a mail: in the catalogue the source is a document in Word, here it is a message that is only
 * read. An error still says what happened, that nothing has changed, and what to do now.
 */
export const ja: Wording = {
  "scope.connecting": "メールにつないでいます",
  "scope.unavailable": "メールにつながっていません",
  "class.badge": "メールの機密性：{name}",
  "model.notCleared": "このメールの機密性では使えません",
  "send.leaves":
    "下の内容が、中継サーバーを通って「{model}」に送られます（{region}）。ここに示していない件名・氏名・宛先や、添付ファイルの中身は送りません。",
  "send.alsoSent":
    "この内容に添えて、AIへの指示も送ります。選んだ定型と、内容に出てくる用語集の用語のほか、組織が決めた文言や用語を中継サーバーが加えることがあります。",
  "send.insteadOf": "このメールの機密性では「{other}」を使えないため、「{model}」を使います。",
  "send.insteadOfLanguage": "このメールの言語では「{other}」を使えないため、「{model}」を使います。",
  "send.askTitle": "このメールの格付を選んでください",
  "send.askClass3Blocked": "機密性3のメールは送れません。",
  "send.askModelNotCleared": "「{model}」はこのメールには使えません。ほかのモデルを選んでください。",
  "summarize.connecting": "メールにつないでいます",
  "summarize.reading": "メールを読んでいます",
  "summarize.cancelled": `中止しました。${unchanged}`,
  "empty.title": "このメールを要約します",
  "empty.text": "「要約」を押すと、開いているメールの本文を要約します。",
  "empty.assurance": "メールは読むだけで、書き換えることも、送ることもありません。結果はコピーして使えます。",
  "action.unchanged": "メールには何も書き込みません。",
  "office.scriptFailed": "Outlook とつなぐための部品を読み込めませんでした。メールは変わっていません。",
  "office.notInWord": "この画面は Outlook の中で開いてください。",
  "error.partText":
    "メールには何も書き込んでいません。もう一度試すか、前の画面に戻ってください。続くときは、詳細を添えて担当窓口に連絡してください。",
  "error.blockedTitle": "このメールは送れません",
  "error.connection-failed": `中継サーバーにつながりませんでした。${unchanged}通信の状態を確かめて、${again}`,
  "error.connection-lost": `通信が途中で切れました。${unchanged}${again}`,
  "error.timeout": `時間内に応答がありませんでした。${unchanged}しばらく待って、${again}`,
  "error.incomplete-stream": `応答が途中で終わりました。${unchanged}${again}`,
  "error.malformed-response": `応答を読み取れませんでした。${unchanged}${helpDesk}`,
  "error.not-a-model-server": `接続先がモデルのサーバーではありません。${unchanged}担当窓口に接続先の設定を確かめてもらってください。`,
  "error.bad-request": `依頼の内容が受け付けられませんでした。${unchanged}${helpDesk}`,
  "error.unauthorized": `利用者の確認ができませんでした。${unchanged}サインインし直してから、${again}`,
  "error.forbidden": `利用が許可されていません。${unchanged}担当窓口に利用の可否を確かめてください。`,
  "error.not-found": `接続先が見つかりませんでした。${unchanged}担当窓口に連絡してください。`,
  "error.input-too-large": `メールが長すぎて一度に送れませんでした。${unchanged}ほかのモデルを選んで、${again}`,
  "error.rate-limited": `いま利用が集中しています。${unchanged}しばらく待って、${again}`,
  "error.server-error": `サーバーで問題が起きました。${unchanged}しばらく待って、${again}`,
  "error.unavailable": `サービスがいま止まっています。${unchanged}しばらく待って、${again}`,
  "error.upstream-error": `モデルの側で問題が起きました。${unchanged}もう一度試すか、ほかのモデルを選んでください。`,
  "error.upstream-unauthorized": `中継サーバーがモデルの接続先に認められませんでした。${unchanged}担当窓口に、接続先の鍵の設定を確かめてもらってください。`,
  "error.sign-in-required": `GENAI へのサインインが必要です。${unchanged}サインインして、${again}`,
  "error.content-blocked": `内容がモデルの安全基準に当たり、応答が止められました。${unchanged}ほかのモデルを選んで試してください。`,
  "error.refused": `モデルがこの依頼に答えませんでした。${unchanged}ほかのモデルを選んで試してください。`,
  "error.confidentiality-blocked": `機密性3のメールは送れないため、何も送りませんでした。${unchanged}表示が誤りのときは、差出人に確かめてください。`,
  "error.confidentiality-unconfirmed": `格付を確かめられないため、何も送りませんでした。${unchanged}もう一度始めて、格付を選んでください。`,
  "error.model-not-cleared": `選んだモデルは、このメールの機密性では使えません。何も送らず、${unchanged}ほかのモデルを選んでください。`,
  "error.model-unknown": `選んだモデルが見つかりません。${unchanged}モデルを選び直して、${again}`,
  "error.model-cannot-do-task": `選んだモデルでは、この作業ができません。${unchanged}ほかのモデルを選んでください。`,
  "error.switched-off": `この機能は、管理者により停止されています。${unchanged}再開するまでお待ちいただくか、担当者にお尋ねください。`,
  "error.budget-exhausted": `本日の利用の上限に達しました。${unchanged}明日もう一度試すか、担当者にお尋ねください。`,
  "error.placeholder-lost": `伏せて送った名前などを、結果の中で元に戻せませんでした。${unchanged}もう一度試すか、ほかのモデルを選んでください。`,
  "error.source-empty": `使える文章がありません。${unchanged}本文のあるメールか、過去のメールを引用した返信で使ってください。`,
  "error.output-empty": `モデルから文章が返ってきませんでした。${unchanged}${again}`,
  "error.output-truncated": `応答が長さの上限で切れました。${unchanged}使う部分を減らすか、ほかのモデルを選んで、${again}`,
  "error.output-too-long": `応答が求めた長さを大きく超えたため、途中で止めました。${unchanged}もう一度試すか、ほかのモデルを選んでください。`,
  "error.no-model": `使えるモデルがありません。${unchanged}担当窓口にモデルの設定を確かめてください。`,
  "error.document-protected": `このメールは暗号化や権限管理で保護されているため、読み取れません。何も送らず、${unchanged}`,
  "error.document-empty": `メールの本文に文章がありません。${unchanged}本文のあるメールを選んで、${again}`,
  "error.document-changed": `別のメールが選ばれたため、何も送りませんでした。${unchanged}上の件名を確かめて、${again}`,
  "error.document-unsupported": `読めるメールが選ばれていません。${unchanged}受信したメールを選んで、${again}`,
  "error.host-unsupported": `この版の Outlook では使えない機能です。${unchanged}担当窓口に確かめてください。`,
  "error.host-error": `Outlook の側で問題が起きました。${unchanged}もう一度試し、続くときはメールを開き直してください。`,
  "error.aborted": `中止しました。${unchanged}続けるときは、もう一度始めてください。`,
  "error.internal": `予期しない問題が起きました。${unchanged}もう一度試し、${helpDesk}`,
  "finding.part-without-summary":
    "本文のうち{blocks}段落は、要約に入っていません。必要なら、その部分はメールで確かめてください。",
};
