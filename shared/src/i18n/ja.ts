/**
 * Japanese texts: the source of all keys. `{name}` is filled in; numbers are written with separators.
 * Plain official Japanese, no terms of the trade. An error says what happened, that the document is unchanged,
 * and what to do now.
 */
export const ja = {
  // frame
  "pane.header": "作業の対象",
  "pane.task": "要約",
  "task.switch": "作業の切り替え",
  "task.research": "調べる",
  "task.loading": "準備をしています",
  "task.researchPending": "調べる（{count}件）",
  "pane.actions": "結果の使い方",
  "pane.back": "戻る",
  "pane.close": "閉じる",
  "pane.cancel": "中止",
  "pane.retry": "もう一度試す",
  "pane.signIn": "サインインする",
  "pane.details": "詳細",
  "pane.hideDetails": "詳細を閉じる",
  "pane.detailCode": "コード：{code}",
  "pane.detailRequest": "受付番号：{requestId}",
  "pane.detailPhase": "止まった段階：{phase}",
  "phase.connect": "接続",
  "phase.first-token": "最初の応答を待つ間",
  "phase.idle": "応答の途中",
  "phase.total": "全体の制限時間",

  // what is being worked on
  "scope.connecting": "文書につないでいます",
  "scope.selection": "選択範囲：{paragraphs}段落・{characters}字",
  "scope.selectionUncounted": "選択範囲",
  "scope.document": "文書全体：{paragraphs}段落・{characters}字",
  "scope.documentUncounted": "文書全体",
  "scope.unavailable": "文書につながっていません",

  // mails
  "mail.none": "メールが選ばれていません",
  "mail.noSubject": "（件名なし）",
  "mail.switched": "別のメールが選ばれたため、前のメールの作業を止めました。",
  "preview.source": "もとの段落",
  "preview.closeSource": "もとの段落を閉じる",

  // 機密性
  "class.3": "機密性3",
  "class.2": "機密性2",
  "class.1": "機密性1",
  "class.unknown": "格付の確認が必要",
  "class.none": "機密性の表示なし",
  "class.unread": "機密性：未確認",
  "class.badge": "文書の機密性：{name}",
  "place.header": "ヘッダー",
  "place.footer": "フッター",
  "place.firstPage": "1ページ目",
  "place.fileName": "ファイル名",
  "place.subject": "件名",
  "place.body": "本文",
  "place.label": "秘密度ラベル",

  // models
  "model.chip": "使うモデル：{name}",
  "model.chooseTitle": "使うモデルを選ぶ",
  "model.loading": "モデルを確認しています",
  "model.missing": "モデル：未接続",
  "model.clearance1": "機密性1まで",
  "model.clearance2": "機密性2まで",
  "model.regionLocal": "外部に出ません",
  "model.regionJapan": "国内で処理",
  "model.regionOther": "処理の場所は国内とは限りません",
  "model.notCleared": "この文書の機密性では使えません",
  "model.notForTask": "要約には使えません",
  "model.notThisLanguage": "この言語では使えません",
  "model.notConnected": "接続先が設定されていません",
  "model.tooSmall": "文章が長すぎて使えません",
  "model.inParts": "文章が長いため、{steps}回に分けて処理します",
  "model.closed": "いまは時間外のため使えません",
  "model.closedUntil": "いまは時間外です（{time}から使えます）",
  "model.closedWithStandIn": "{closed}。その間は「{model}」が答えます",
  "model.retired": "提供が終わりました（{date}）",
  "model.retiresSoon": "{date}に提供が終わります（あと{days}日）",
  "model.fallbackRetiresSoon": "切り替え先の「{model}」は{date}に提供が終わります（あと{days}日）",
  "model.fallbackRetired": "切り替え先の「{model}」は提供が終わりました（{date}）",
  "model.offline": "オフライン簡易エンジン",

  // send sheet
  "send.title": "送る内容の確認",
  "send.destination": "送り先",
  "send.leavesNothingHere": "何も外に出ません：この端末の中で処理します。",
  "send.leavesNothingRelay": "何も外に出ません：組織の中継サーバーの中で処理します。",
  "send.leaves":
    "下の本文だけが、中継サーバーを通って「{model}」に送られます（{region}）。ファイル名や作成者名は送りません。",
  "send.insteadOf": "この文書の機密性では「{other}」を使えないため、「{model}」を使います。",
  "send.insteadOfLanguage": "この文書の言語では「{other}」を使えないため、「{model}」を使います。",
  "send.insteadOfClosed": "「{other}」は時間外のため、「{model}」（{clearance}）に送ります。",
  "send.fallback": "応答できないときは、{name}に切り替えます。",
  "send.fallbacks": "応答できないときは、{names} の順に切り替えます。",
  "send.class": "機密性",
  "send.classFound": "{name}（{place}の「{text}」）",
  "send.content": "本文：{blocks}段落・{characters}字",
  "send.contentLabel": "送る本文",
  "send.askTitle": "この文書の格付を選んでください",
  "send.askReason": "{place}に「{text}」とありますが、格付を判断できません。",
  "send.askReasonUnmarked": "格付を判断できません。",
  "send.askClass1": "機密性1（公表しても差し支えない）",
  "send.askClass2": "機密性2（不開示になり得る情報を含む）",
  "send.askClass3": "機密性3（秘密文書に相当する）",
  "send.askClass3Blocked": "機密性3の文書は送れません。",
  "send.askModelNotCleared": "「{model}」はこの文書には使えません。ほかのモデルを選んでください。",
  "send.confirm": "この内容で要約する",
  "send.cancel": "やめる",

  // another model than the one that was asked
  "switch.closed": "「{from}」は時間外のため",
  "switch.tooSmall": "この文章は「{from}」には長すぎるため",
  "switch.busy": "「{from}」の利用が集中しているため",
  "switch.gone": "「{from}」は提供されていないため",
  "switch.failed": "「{from}」が応答できなかったため",
  "switch.switched": "{cause}、「{to}」に切り替えました。",
  "switch.answered": "{cause}、「{to}」が答えました。",

  // 要約
  "summarize.run": "要約",
  "summarize.again": "もう一度要約",
  "summarize.look": "送る内容を見る",
  "summarize.compare": "モデルを比べる",
  "summarize.options": "長さ：{length}",
  "summarize.length": "要約の長さ",
  "length.automatic": "自動",
  "length.characters": "{characters}字",
  "length.page": "1枚",
  "length.bullets": "箇条書き",
  "length.hintAutomatic": "Word の短い選択範囲は100字、ほかは300字",
  "length.hint100": "概要を一文か二文で",
  "length.hint300": "説明資料に添える長さ",
  "length.hintPage": "A4で1枚程度",
  "length.hintBullets": "要点を{count}項目で",
  "summarize.connecting": "文書につないでいます",
  "summarize.reading": "文書を読んでいます",
  "summarize.preparing": "要約の準備をしています",
  "summarize.running": "要約を作っています",
  "summarize.progress": "{total}回のうち{done}回まで終わりました",
  "progress.count": "{done}／{total}",
  "progress.seconds": "残り約{seconds}秒",
  "progress.minutes": "残り約{minutes}分",
  "summarize.cancelled": "中止しました。文書は変わっていません。",

  // first use
  "empty.title": "この文書を要約します",
  "empty.text": "要約したい段落を文書の中で選んでください。何も選ばなければ、文書全体を要約します。",
  "empty.assurance": "文書は、結果を確かめてから「下に挿入」などを押すまで変わりません。",
  "empty.example": "例を見る",
  "empty.exampleTitle": "例：300字の説明を一文に要約",
  "empty.exampleSource":
    "本市では、窓口の混雑を緩和するため、令和6年4月から転入手続のオンライン予約を始めた。予約の利用は月平均1,250件で、平均の待ち時間は42分から18分に短くなった。一方、予約をしない来庁者の待ち時間は変わっておらず、今後は予約枠の配分を見直す。",
  "empty.exampleResult":
    "転入手続のオンライン予約（月平均1,250件）により待ち時間は42分から18分に短縮したが、予約をしない来庁者には効果が及ばず、予約枠の配分を見直す。",
  "empty.exampleNote": "数字は原文と照らし合わせて確認し、違いがあればその場所に示します。",

  // preview
  "preview.title": "要約の結果",
  "preview.label": "AIによる下書き・{model}",
  "preview.labelOffline": "オフライン簡易エンジン",
  "preview.length": "{characters}字",
  "preview.sentencesHint": "文を選ぶと、もとの段落を表示します。矢印キーで文を移れます。",
  "preview.noSource": "もとの段落が示されていません",
  "preview.started": "要約を作り始めました。",
  "preview.finished": "要約ができました。{characters}字、確認が必要な点は{findings}件です。",
  "preview.findings": "確認が必要な点：{findings}件",
  "preview.noFindings": "数字などの食い違いは見つかりませんでした",
  "preview.findingError": "要確認",
  "preview.findingWarning": "注意",
  "preview.findingInfo": "参考",
  "preview.showSource": "もとの段落を表示",

  // actions
  "action.insert": "下に挿入",
  "action.replace": "置換（変更履歴）",
  "action.comment": "コメント",
  "action.copy": "コピー",
  "action.undo": "元に戻す",
  "action.applying": "文書に書き込んでいます",
  "action.unchanged": "文書はまだ変わっていません。",
  "action.inserted": "選択範囲の下に挿入しました。",
  "action.insertedAtEnd": "文書の末尾に挿入しました。",
  "action.replaced": "変更履歴を付けて置き換えました。",
  "action.commented": "コメントを付けました。",
  "action.copied": "コピーしました。",
  "action.undone": "元に戻しました。",
  "action.noInsert": "この版の Word では挿入できません。",
  "action.noReplace": "この版の Word では、変更履歴を付けた置換はできません。",
  "action.noComment": "この版の Word では、コメントを付けられません。",
  "action.copyFailed": "コピーできませんでした。文を選んで Ctrl＋C を押してください。",
  "draft.label": "【AIによる下書き・要約】{model}",
  "draft.labelClass": "【AIによる下書き・要約】{model}・{class}",
  "draft.class2": "機密性2情報",

  // settings
  "settings.title": "設定",
  "settings.open": "設定を開く",
  "settings.language": "言語（画面と要約）",
  "settings.languageJa": "日本語",
  "settings.languageEn": "English",
  "settings.length": "いつもの長さ",
  "settings.stored": "設定はこの端末だけに保存します。",
  "settings.notStored": "この環境では設定を保存できません。閉じると元に戻ります。",

  // administrators
  "office.scriptFailed": "Word とつなぐための部品を読み込めませんでした。文書は変わっていません。",
  "office.scriptFailedAdministrator": "管理者の方へ：次の宛先への接続が止められていないか確かめてください。{url}",
  "office.notInWord": "この画面は Word の中で開いてください。",

  // errors
  "error.title": "できませんでした",
  "error.partTitle": "この部分を表示できませんでした",
  "error.partText":
    "文書は変わっていません。もう一度試すか、前の画面に戻ってください。続くときは、詳細を添えて担当窓口に連絡してください。",
  "error.blockedTitle": "この文書は送れません",
  "error.blockedReason": "{place}に「{text}」の表示があります。",
  "error.connection-failed":
    "中継サーバーにつながりませんでした。文書は変わっていません。通信の状態を確かめて、もう一度試してください。",
  "error.connection-lost": "通信が途中で切れました。文書は変わっていません。もう一度試してください。",
  "error.timeout":
    "時間内に応答がありませんでした。文書は変わっていません。しばらく待つか、範囲を狭くして、もう一度試してください。",
  "error.incomplete-stream": "応答が途中で終わりました。文書は変わっていません。もう一度試してください。",
  "error.malformed-response":
    "応答を読み取れませんでした。文書は変わっていません。続くときは、詳細を添えて担当窓口に連絡してください。",
  "error.not-a-model-server":
    "接続先がモデルのサーバーではありません。文書は変わっていません。担当窓口に接続先の設定を確かめてもらってください。",
  "error.bad-request":
    "依頼の内容が受け付けられませんでした。文書は変わっていません。範囲を変えて試し、続くときは担当窓口に連絡してください。",
  "error.unauthorized":
    "利用者の確認ができませんでした。文書は変わっていません。サインインし直してから、もう一度試してください。",
  "error.forbidden": "利用が許可されていません。文書は変わっていません。担当窓口に利用の可否を確かめてください。",
  "error.not-found": "接続先が見つかりませんでした。文書は変わっていません。担当窓口に連絡してください。",
  "error.input-too-large":
    "文章が長すぎて一度に送れませんでした。文書は変わっていません。範囲を狭くして、もう一度試してください。",
  "error.rate-limited": "いま利用が集中しています。文書は変わっていません。しばらく待って、もう一度試してください。",
  "error.server-error": "サーバーで問題が起きました。文書は変わっていません。しばらく待って、もう一度試してください。",
  "error.unavailable": "サービスがいま止まっています。文書は変わっていません。しばらく待って、もう一度試してください。",
  "error.upstream-error":
    "モデルの側で問題が起きました。文書は変わっていません。もう一度試すか、ほかのモデルを選んでください。",
  "error.upstream-unauthorized":
    "中継サーバーがモデルの接続先に認められませんでした。文書は変わっていません。担当窓口に、接続先の鍵の設定を確かめてもらってください。",
  "error.sign-in-required":
    "GENAI へのサインインが必要です。文書は変わっていません。サインインして、もう一度試してください。",
  "error.content-blocked":
    "内容がモデルの安全基準に当たり、応答が止められました。文書は変わっていません。範囲を変えて試してください。",
  "error.refused":
    "モデルがこの依頼に答えませんでした。文書は変わっていません。範囲を変えるか、ほかのモデルを選んでください。",
  "error.confidentiality-blocked":
    "機密性3の文書は送れないため、何も送りませんでした。文書は変わっていません。表示が誤りのときは、表示を直してからもう一度試してください。",
  "error.confidentiality-unconfirmed":
    "格付を確かめられないため、何も送りませんでした。文書は変わっていません。「要約」を押して格付を選んでください。",
  "error.model-not-cleared":
    "選んだモデルは、この文書の機密性では使えません。何も送らず、文書は変わっていません。ほかのモデルを選んでください。",
  "error.model-unknown":
    "選んだモデルが見つかりません。文書は変わっていません。モデルを選び直して、もう一度試してください。",
  "error.model-cannot-do-task":
    "選んだモデルでは要約できません。文書は変わっていません。ほかのモデルを選んでください。",
  "error.switched-off":
    "この機能は、管理者により停止されています。文書は変わっていません。再開するまでお待ちいただくか、担当者にお尋ねください。",
  "error.budget-exhausted":
    "本日の利用の上限に達しました。文書は変わっていません。明日もう一度試すか、担当者にお尋ねください。",
  "error.placeholder-lost":
    "伏せて送った名前などを、結果の中で元に戻せませんでした。文書は変わっていません。もう一度試すか、ほかのモデルを選んでください。",
  "error.source-empty":
    "要約する文章がありません。文書は変わっていません。文字のある段落を選んで、もう一度試してください。",
  "error.output-empty": "モデルから文章が返ってきませんでした。文書は変わっていません。もう一度試してください。",
  "error.output-truncated":
    "応答が長さの上限で切れました。文書は変わっていません。範囲を狭くするか、長さを短くして、もう一度試してください。",
  "error.output-too-long":
    "応答が求めた長さを大きく超えたため、途中で止めました。文書は変わっていません。もう一度試すか、ほかのモデルを選んでください。",
  "error.no-model": "使えるモデルがありません。文書は変わっていません。担当窓口にモデルの設定を確かめてください。",
  "error.document-empty":
    "文書に文章がありません。文書は変わっていません。文章を入力してから、もう一度試してください。",
  "error.document-changed":
    "読み取った後に文書が編集されたため、書き込みませんでした。文書は編集されたままの状態です。もう一度要約してください。",
  "error.document-protected":
    "文書が保護されているため、書き込めません。文書は変わっていません。保護を解くか、「コピー」を使ってください。",
  "error.document-unsupported":
    "この文書は扱えない形です。文書は変わっていません。Word で開き直すか、範囲を変えて試してください。",
  "error.document-has-revisions":
    "範囲に変更履歴が残っているため、書き込みませんでした。文書は変わっていません。変更を承諾するか元に戻してから試すか、「コピー」を使ってください。",
  "error.rollback-failed":
    "書き込みを取り消しきれませんでした。文書の一部が変わっているおそれがあります。Word の「元に戻す」を押し、文書を確かめてください。",
  "error.edit-unverified":
    "書き込んだ結果が予定と違ったため、取り消しました。文書は変わっていません。「コピー」を使って貼り付けてください。",
  "error.undo-impossible":
    "挿入した後に編集されているため、元に戻しませんでした。文書は今のままです。Word の「元に戻す」を使ってください。",
  "error.host-unsupported":
    "この版の Word では使えない機能です。文書は変わっていません。「コピー」を使うか、担当窓口に確かめてください。",
  "error.host-error":
    "Word の側で問題が起きました。文書は変わっていません。もう一度試し、続くときは Word を開き直してください。",
  "error.aborted": "中止しました。文書は変わっていません。続けるときは、もう一度「要約」を押してください。",
  "error.internal":
    "予期しない問題が起きました。文書は変わっていません。もう一度試し、続くときは、詳細を添えて担当窓口に連絡してください。",

  // findings
  "finding.figure-not-in-source": "「{found}」は原文にありません。",
  "finding.figure-not-in-source.nearest": "原文は「{nearest}」、出力は「{found}」です。",
  "finding.unit-differs": "単位が異なります。原文は「{nearest}」、出力は「{found}」です。",
  "finding.figure-elsewhere": "「{found}」は、示された根拠の段落ではなく、ほかの段落にあります。",
  "finding.statement-without-source": "この文には、根拠となる段落が示されていません。",
  "finding.figure-missing": "原文の「{expected}」が訳文にありません。",
  "finding.figure-swapped": "「{first}」と「{second}」の順序が原文と入れ替わっているおそれがあります。",
  "finding.figure-limit-differs":
    "「{found}」の範囲や増減の向き（以上・以下、増・減、約など）が、原文の「{nearest}」と異なるおそれがあります。",
  "finding.negation-lost": "原文にある打消しの表現が、訳文に見当たりません。",
  "finding.negation-added": "原文にない打消しの表現が、訳文にあります。",
  "finding.exclusion-differs": "「のみ」「除く」などの限定・除外の表現が、原文と訳文で異なるおそれがあります。",
  "finding.block-untranslated": "この段落は翻訳できませんでした。訳文は空のままです。",
  "finding.block-partly-untranslated": "訳されていない部分があります。〔未訳〕の印のある文を確かめてください。",
  "finding.block-unchanged": "原文と同じままです。固有名詞であれば問題ありません。",
  "finding.block-kept": "原文の言語ではないため、訳さずにそのまま残しました。",
  "finding.translation-shorter":
    "訳文が原文に比べて短すぎます（通常の{percent}％）。訳し落としがないか確かめてください。",
  "finding.translation-longer":
    "訳文が原文に比べて長すぎます（通常の{percent}％）。原文にない内容がないか確かめてください。",
  "finding.term-not-used": "用語「{source}」の訳「{target}」が使われていません。",
  "finding.term-forbidden": "用語集で使わないこととされている「{found}」があります。「{preferred}」を使います。",
  "finding.instruction-not-used": "このモデルには訳し方の希望を伝えられないため、希望は反映されていません。",
  "finding.length-over": "指定の{expected}字に対して{actual}字です（{percent}％超過）。",
  "finding.length-under": "指定の{expected}字に対して{actual}字です（{percent}％不足）。",
  "finding.bullets-over": "指定の{expected}項目に対して{actual}項目あります。",
  "finding.bullets-under": "指定の{expected}項目に対して{actual}項目しかありません。",
  "finding.model-retires-soon": "このモデルは{date}で提供を終了します（あと{days}日）。",
  "finding.model-retired": "このモデルは{date}で提供を終了しました。",
  "finding.fallback-retires-soon": "代わりに使うモデル「{model}」は{date}で提供を終了します（あと{days}日）。",
  "finding.fallback-retired": "代わりに使うモデル「{model}」は{date}で提供を終了しました。",
  "finding.part-without-summary":
    "原文のうち{blocks}段落は、要約に入っていません。必要なら、その部分だけを選んで要約してください。",
  "finding.line-unsupported": "根拠として示された箇所から確かめられないため、外しました：「{line}」",
  "finding.evidence-unsure": "示された根拠だけでは確かめきれません。原文と見比べてください。",
  "finding.output-language": "求めた言語と異なる言語で書かれています。",
  "finding.owner-not-in-source": "担当「{found}」は根拠の発言にないため、「未定」としました。",
  "finding.due-not-in-source": "期限「{found}」は根拠の発言にないため、「未定」としました。",
  "finding.merge-dropped-line": "まとめの際に落ちたため、戻しました：「{line}」",
  "finding.part-without-minutes": "発言のうち{blocks}件からは、何も書かれていません。その部分を確かめてください。",
  "finding.question-unanswered": "答えていない問いがあります：「{question}」",
  "finding.promise-not-in-source": "「{found}」という約束は、やり取りにも意向にもありません。",
  "finding.link-not-in-source": "もとの文章にないリンクを取り除きました：{url}",
  "finding.invisible-characters": "目に見えない文字（{count}字）を取り除きました：{text}",
  "finding.instruction-in-source":
    "AIへの指示のような文がもとの文章にあります。従わせる意図がないか確かめてください：「{text}」",
  "finding.image-not-in-source": "もとの文章にない画像を取り除きました：{url}",
  "finding.hidden-text": "画面に表示されない文字がありました。送信していません：「{text}」",
  "hidden.notice": "画面に表示されない文字が{count}か所あります。送信されません。",
  "hidden.noticeUsual": "表示されない注記など{count}か所は送信されません。",
  "hidden.show": "内容を見る",
  "hidden.hide": "内容を閉じる",
  "hidden.more": "ほか{count}か所",
  "hidden.instruction": "AIへの指示のような文が含まれています。",
  "hidden.display-none": "非表示の設定",
  "hidden.visibility": "見えない設定",
  "hidden.hidden-attribute": "非表示の設定",
  "hidden.mso-hide": "一部のメールソフトで非表示",
  "hidden.tiny": "極端に小さい文字",
  "hidden.color": "背景と同じ色の文字",
  "hidden.opacity": "透明な文字",
  "hidden.off-screen": "画面の外の文字",
  "hidden.clipped": "切り取られた文字",
  "hidden.zero-size": "大きさのない枠の文字",
  "hidden.collapsed": "閉じられた部分",
  "hidden.comment": "コメント",
  "hidden.conditional-comment": "特定のソフト向けの記述",
  "hidden.template": "ひな形",
  "hidden.noscript": "代替の内容",
  "hidden.script": "スクリプト",
  "hidden.style": "スタイルの注記",
  "hidden.metadata": "文書の付属情報",
  "hidden.fallback": "代替の内容",
  "hidden.frame": "埋め込みの枠",
  "hidden.form-value": "隠し項目",
  "hidden.alt": "画像などの説明文",
  "hidden.attribute": "属性の文字",
  "hidden.zero-width": "幅のない文字",
  "hidden.bidi": "文字の向きを変える制御文字",
  "hidden.tag-characters": "目に見えないタグ文字",
  "hidden.variation-selectors": "異体字セレクターに隠された文字",
  "hidden.soft-hyphen": "見えないハイフン",
  "hidden.control-characters": "制御文字",
  "hidden.other-alternative": "テキスト形式の本文だけにある文",
  "hidden.vanish": "隠し文字",
  "hidden.deleted": "削除された文字",
  "hidden.property": "文書のプロパティ",
  "hidden.too-complex": "読み取れない構造",
  "finding.addressee-not-in-source": "宛名「{found}」はやり取りにないため、差出人の名前に直しました。",
  "finding.thread-shortened": "長いため、{blocks}通のメールを省くか短くして送りました。",
  "finding.materials-shortened": "長いため、関係の薄い{blocks}段落を除いて答えを作りました。",
  "finding.follow-up-invented": "問われていない質問（更問）が作られていたため、取り除きました。",
  "finding.register-plain": "「です・ます」体になっていない文があります。",
  "finding.other": "確認が必要な点があります。",

  // Teams
  "bot.help":
    "要約したい文章を、このチャットに貼り付けて送ってください。長い文書は Word の画面から要約できます。「調べる」と送ると、使えるAIアプリの一覧を出します。",
  "bot.label": "AIによる下書き・要約（{model}）",
  "bot.findings": "確認してください：",
} as const;
