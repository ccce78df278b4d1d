/** How a text may speak to a program that reads it. */
export type InstructionKind =
  "override" | "role" | "address" | "disclosure" | "secrecy" | "markup" | "encoded" | "output";

export interface InstructionPattern {
  kind: InstructionKind;
  pattern: RegExp;
}

const machine =
  "(?:AI|人工知能|生成AI|(?:AI|対話|業務)?アシスタント|(?:大規模)?言語モデル|LLM|チャットボット|ボット|Copilot|コパイロット|ChatGPT|GPT|Gemini|Claude|エージェント|要約(?:AI|システム|プログラム|ツール)|自動(?:要約|応答|返信)(?:システム|機能)?)";
const order =
  "(?:してください|して下さい|しなさい|せよ|しろ|すること(?!が|に|は|も|を|で|と)|願います|お願いします|下さい|ください)";
const earlier =
  "(?:これ(?:まで|より前)|以前|今まで|従前|直前|前述|上記|先ほど|ここまで|それまで|最初|初期|元|既存|他|システム|開発者|全て|すべて|あらゆる|一切)";
const rules =
  "(?:指示|命令|指令|プロンプト|ルール|規則|制約|ガイドライン|設定|安全(?:対策|基準|装置)|文脈|コンテキスト)";

/** Japanese; asked of a text without spaces between Japanese characters, full width folded. */
export const japanesePatterns: readonly InstructionPattern[] = [
  {
    kind: "override",
    pattern: new RegExp(
      `${earlier}の?(?:全て|すべて|あらゆる|一切)?の?${rules}(?:等|や[^。\\n]{1,12})?(?:の?(?:全て|すべて|内容))?(?:を|は|に)(?:全て|すべて|完全に|一旦|いったん|直ちに)?(?:無視|忘れ|破棄|無効|リセット|上書き|優先(?:し|され)|従わ(?:ず|ない)|とらわれ|縛られ)`,
      "giu",
    ),
  },
  {
    kind: "override",
    pattern: new RegExp(
      `(?:この|以下の|次の|本)(?:指示|命令|指令|プロンプト)[^。\\n]{0,12}(?:最優先|(?:のみ|だけ)に?従|優先し(?:て|なさい|ろ))`,
      "giu",
    ),
  },
  {
    kind: "override",
    pattern:
      /(?:新しい|新たな|追加の|真の|本当の)(?:システム)?(?:指示|命令|プロンプト)(?:[:：]|は(?:次|以下)の(?:とおり|通り))/giu,
  },
  {
    kind: "disclosure",
    pattern:
      /(?:(?:システム|開発者|初期|隠し|内部)(?:の)?(?:プロンプト|メッセージ|指示)|(?:あなた|お前|君)(?:へ|に|が)?の?(?:与えられた|受けた)?(?:指示|プロンプト|命令))(?:文|の(?:内容|全文|全て))?を[^。\n]{0,15}(?:出力|表示|開示|教え|書き出|公開|漏|示し|返し)/giu,
  },
  {
    kind: "role",
    pattern: new RegExp(
      `(?:あなた|お前|君|貴方|貴殿)は(?:今から|今後|これから|もはや|以後|現在|本当は)?[^。\\n]{0,24}(?:${machine}|DAN|制限のない|何でもでき|モード)(?:です|だ|である|になる|として|で(?:は|あ)|に(?:な|切))`,
      "giu",
    ),
  },
  {
    kind: "role",
    pattern:
      /(?:今から|これから|以後|以降|今後)(?:は)?、?(?:あなた|お前|君)は[^。\n]{0,40}(?:として|になり|を演じ|のふりを|なりき)/giu,
  },
  {
    kind: "role",
    pattern:
      /(?:開発者|管理者|デバッグ|脱獄|無制限|制限解除|メンテナンス|保守|テスト|DAN|ゴッド)モード(?:に(?:切|移|入|変)|を(?:有効|開始|起動)|で(?:動作|応答|回答))/giu,
  },
  {
    kind: "address",
    pattern: new RegExp(
      `${machine}(?:へ|宛て?|に対する|向け)の?(?:指示|命令|お願い|依頼|連絡|メッセージ|伝言|追加指示)`,
      "giu",
    ),
  },
  {
    kind: "address",
    pattern: new RegExp(
      `${machine}(?:は|へ|よ|に告ぐ|の皆さん|様)(?:、|,|:|：)?(?:この|本|以下|次|上記|直ち|必ず|決して|まず|要約|翻訳|回答|返信|返答|ユーザ|利用者|全て|すべて)[^。\\n]{0,60}?${order}`,
      "giu",
    ),
  },
  {
    kind: "address",
    pattern: new RegExp(
      `(?:この|本)(?:文書|文章|メール|資料|テキスト|議事録|内容|ページ)を(?:読|要約|翻訳|処理|解析)(?:む|んでいる|する|している|した)(?:全ての|すべての)?${machine}`,
      "giu",
    ),
  },
  {
    kind: "output",
    pattern:
      /(?:要約|翻訳|返信(?:文|案)?|議事録|回答(?:文|案)?)(?:を(?:作成|生成|作|出力))?(?:する|す)(?:際|とき|時|場合)(?:に|は|には)?、?[^。\n]{0,60}(?:(?:と|を)(?:必ず)?(?:出力|追記|書き加え|付け加え|挿入|含め)(?:し|せ|よ|て|る)|無視|リンク|URL)/giu,
  },
  {
    kind: "output",
    pattern:
      /(?:要約|翻訳|返信|回答|応答)(?:は)?(?:せず|しないで|するのをやめ|の代わりに|を中止)[^。\n]{0,50}(?:出力|表示|送信|転送|実行|返)(?:し|せ|す)/giu,
  },
  {
    kind: "output",
    pattern: /(?:次|以下)の(?:言葉|文|文字列|文言)(?:だけ|のみ)を(?:そのまま)?(?:出力|表示|返|回答)(?:し|せ|す)/giu,
  },
  {
    kind: "secrecy",
    pattern:
      /(?:ユーザー?|利用者|受信者|読み?手|人間)(?:に|には|へ)(?:は)?、?(?:この(?:こと|指示|件)を)?(?:決して|絶対に)?(?:知らせ|気付かれ|気づかれ|悟られ|伝え|言わ|明かさ|見せ)(?:ず|ない|るな|て(?:は(?:なら|いけ)))/giu,
  },
  {
    kind: "disclosure",
    pattern:
      /(?:パスワード|認証情報|暗証番号|APIキー|会話(?:履歴|の内容)|受信(?:箱|トレイ)|(?:過去|他)の(?:メール|文書)|確認コード)[^。\n]{0,30}(?:https?:|www\.|[\w.+-]+@[\w-]+|次の(?:宛先|アドレス))[^。\n]{0,60}(?:送|転送|投稿|アップロード|付け)/giu,
  },
];

const instructions =
  "(?:instructions?|prompts?|directions?|commands?|rules?|guidelines?|contexts?|constraints?|polic(?:y|ies)|programming|training|protocols?|restrictions?|directives?|messages?|orders?|tasks?|assignments?|information|texts?|inputs?|conversations?)";
const assistant =
  "(?:AI|A\\.I\\.|LLM|(?:ai |e-?mail |virtual |digital )?assistant|language model|(?:ai )?(?<!role )model|chat ?bot|bot|copilot|chatgpt|gpt(?:-?[345])?|gemini|claude|summari[sz]er|agent)";

/** English, and single ones of other languages. */
export const englishPatterns: readonly InstructionPattern[] = [
  {
    kind: "override",
    pattern:
      /\b(?:now,? )?(?:new|further|more|additional|different) (?:tasks?|instructions?|assignments?)\b[^.\n]{0,20}\bfollow\b|\b(?:concentrate|focus) (?:only )?on your (?:new|next|real|actual) (?:task|assignment|goal)|\b(?:ignore|forget|disregard) (?:all of )?(?:the )?above\b|\bforget everything\b|\bi want you to act as\b/giu,
  },
  {
    kind: "override",
    pattern: new RegExp(
      `\\b(?:ignore|disregard|forget|override|bypass|discard|neglect|overlook|drop|stop following|do not follow|don't follow|pay no attention to|forget about|leave|remove)\\s+(?:\\w+\\s+){0,4}?(?:previous|prior|above|earlier|preceding|foregoing|all|any|your|these|those|system|original|initial|existing|former|past|safety)\\s+(?:\\w+\\s+){0,4}?${instructions}\\b`,
      "giu",
    ),
  },
  {
    kind: "override",
    pattern:
      /\b(?:ignore|disregard|forget) (?:everything|all|anything)(?: that (?:is|was|has been))? ?(?:i|you|we|they)?\b[^.\n]{0,20}\b(?:above|before|said|told|previously|so far|earlier|you know|learned)\b/giu,
  },
  {
    kind: "override",
    pattern:
      /\b(?:new|updated|real|actual|revised|additional|important|following|special|hidden) (?:system )?(?:instructions?|directives?|prompt)\b\s*(?::|for you|from (?:now|the (?:system|developer|admin))|are as follows)/giu,
  },
  {
    kind: "override",
    pattern:
      /\b(?:system|security|protocol|safety|admin(?:istrator)?|developer)[ -](?:override|bypass)\b|\boverride protocol\b/giu,
  },
  {
    kind: "disclosure",
    pattern:
      /\b(?:reveal|show|print|output|repeat|display|leak|disclose|expose|tell me|write out|give me|summarize|what (?:is|are|were))\b[^.\n]{0,40}\b(?:system prompt|hidden prompt|initial prompt|original prompt|your (?:(?:initial|original|system|hidden|secret|exact|full|previous) )*(?:prompt|instructions|guidelines|rules)|prompt (?:texts?|above)|instructions above)\b/giu,
  },
  {
    kind: "disclosure",
    pattern:
      /\b(?:send|forward|e-?mail|exfiltrate|post|upload|transmit|submit|leak|append)\b[^.\n]{0,80}\b(?:passwords?|credentials?|conversation(?: history)?|chat history|secrets?|tokens?|api keys?|inbox|verification code|confirmation code|test (?:message|information)|confirmation(?: message| e-?mail)?|session data)\b[^.\n]{0,80}(?:https?:|www\.|[\w.+-]+@[\w-]+\.)/giu,
  },
  {
    kind: "disclosure",
    pattern:
      /\b(?:send|forward|compose|write) (?:\w+ ){0,4}e-?mail(?:s)? (?:\w+ ){0,3}to [\w.+-]+@[\w.-]+ with (?:the )?(?:body|subject|content|text|message)/giu,
  },
  {
    kind: "role",
    pattern: new RegExp(
      `\\byou(?: are|'re|r)? (?:now|no longer|henceforth|from now on|going to (?:act|be|pretend)|about to (?:immerse|become))\\b[^.\\n]{0,60}?(?:${assistant}|DAN|mode|role|unrestricted|unfiltered|free|character|pirate|hacker|evil|bound|restrictions?|act|play)\\b`,
      "giu",
    ),
  },
  {
    kind: "role",
    pattern:
      /\b(?:from now on|henceforth|starting now|for the rest of (?:this|the) (?:chat|conversation))\b,?[^.\n]{0,20}\b(?:you|act|respond|answer|reply|pretend|your)\b/giu,
  },
  {
    kind: "role",
    pattern:
      /\b(?:i want you to|you (?:must|should|will|are to)|please|now|let's play)?\s*(?:act|pretend|behave|respond|role-?play)(?:ing)? (?:as(?: if)?|like|to be|that you)\b[^.\n]{0,60}\b(?:you|assistant|ai|interpreter|terminal|console|bot|model|engine|generator|character|prompt|unrestricted)\b/giu,
  },
  {
    kind: "role",
    pattern: new RegExp(
      `\\byou are (?:an? |the )?(?:\\w+ ){0,3}${assistant}\\b|\\byou(?: are|,)? \\(?the assistant\\)?`,
      "giu",
    ),
  },
  {
    kind: "role",
    pattern:
      /\b(?:enter|enable|activate|switch(?:ing)? (?:in)?to|you are (?:now )?in|engage|initiate)\s+(?:\w+\s+){0,3}(?:developer|debug|dan|god|jailbreak|maintenance|admin|sudo|test(?:ing)?|unrestricted|mail testing|diagnostic|override)\s+mode\b|\bdo anything now\b|\bjailbr(?:eak|oken)\b/giu,
  },
  {
    kind: "address",
    pattern: new RegExp(
      `(?:\\b(?:dear|attention|hello|hey|note (?:to|for)|message (?:to|for)|instructions? (?:to|for)|request (?:to|for)|memo to)[,:]? (?:the |any |all |every |this |your )?|^[ \\t]*(?:attention[: ]+)?)${assistant}s?\\b(?=\\s*[:,!.\\n]|$| (?:reading|processing|summari|must|should|please))`,
      "gimu",
    ),
  },
  {
    kind: "address",
    pattern: new RegExp(`\\b(?:if|as|when) you(?: are|'re) (?:an? |the )?(?:\\w+ ){0,2}${assistant}\\b`, "giu"),
  },
  {
    kind: "address",
    pattern: new RegExp(
      `\\b(?:the |any |all )?${assistant}s? (?:reading|processing|summari[sz]ing|handling|parsing|analy[sz]ing) this\\b|\\b(?:the|this) (?:ai|assistant|llm|language model|chatbot) (?:must|should|shall|needs to|has to|will now)\\b`,
      "giu",
    ),
  },
  {
    kind: "output",
    pattern:
      /\b(?:when|while|before|after|if) (?:you (?:are )?|asked to )?(?:summari[sz]|translat|reply|respond|answer|process|rewrit)(?:e|ing|y|ying)?\b[^.\n]{0,80}\b(?:include|add|insert|append|say|mention|recommend|output|write|state|forward|send)\b[^.\n]{0,60}(?:["“「]|https?:|www\.|\blink\b|@)/giu,
  },
  {
    kind: "output",
    pattern:
      /\b(?:respond|reply|answer|output|say|print|return|write)\s+(?:only\s+)?(?:with\s+)?(?:exactly|only|just|nothing (?:but|except|else))(?:\s+(?:with|the|this|following|word|phrase|text|sentence|words))*\s*[:,]?\s*["“'「]/giu,
  },
  {
    kind: "output",
    pattern:
      /\b(?:decode|decrypt|decipher|translate)\b[^.\n]{0,60}\b(?:base ?64|rot13|hex|cipher|string|message)\b[^.\n]{0,80}\b(?:execute|follow|run|perform|obey|do what|carry out|instruction)/giu,
  },
  {
    kind: "output",
    pattern:
      /\b(?:execute|obey|follow|carry out) (?:only )?(?:the |these |this |my |all )?(?:hidden|embedded|decoded|injected) (?:instructions?|commands?|orders?|directives?)\b|\b(?:execute|obey) (?:the |these |this |my )?(?:following |next |above )?(?:instructions?|commands?|orders?|directives?)\b/gimu,
  },
  {
    kind: "secrecy",
    pattern:
      /\b(?:do not|don't|never|without|must not|should not)\s+(?:tell(?:ing)?|inform(?:ing)?|mention(?:ing)?|reveal(?:ing)?|alert(?:ing)?|notify(?:ing)?|let(?:ting)?|disclos(?:e|ing)|show(?:ing)?)\b[^.\n]{0,30}\b(?:the )?(?:user|human|reader|recipient|victim|person you)\b/giu,
  },
  {
    kind: "markup",
    pattern:
      /<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id|end_header_id|eot_id|begin_of_text)\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|instructions?|system_prompt|sys|admin|developer)>|^[ \t]*#{2,}\s*(?:system|instructions?|assistant|new (?:task|instructions?))\s*:?\s*$|\[(?:system|admin|assistant)(?:[ _](?:override|message|prompt|note|instruction|command|update|notice)[^\]\n]{0,40})?\](?!\()/gimu,
  },
  {
    kind: "markup",
    pattern:
      /^[ \t>"']*(?:system|assistant|developer)(?: (?:prompt|message|note|instruction|update|override|role configuration))?\s*:\s*(?=[^\n]{0,160}\b(?:you|your|ignore|must|instruction|assistant|user|forward|send|override|mode|respond|never|always)\b)/gimu,
  },
  {
    kind: "markup",
    pattern:
      /^[ \t]*(?:システム(?:プロンプト|メッセージ|指示)|system)[:：]\s*(?=[^\n]{0,80}(?:あなた|無視|指示|せよ|しなさい|してください|出力))/gimu,
  },
  {
    kind: "markup",
    pattern:
      /<<<\s*(?:原文|資料|問い|発言録|会議録|メール|SOURCE|MATERIALS|QUESTION|TRANSCRIPT|THREAD)\s+\S|(?:原文|資料|問い|SOURCE|MATERIALS|QUESTION|TRANSCRIPT|THREAD)\s+[0-9a-f]{6,}\s*>>>/gu,
  },
  {
    kind: "override",
    pattern:
      /(?:忽略|无视|無視|忘记|忘記)(?:掉|了)?(?:之前|以上|先前|前面|上述|上面|所有)(?:的)?(?:所有|全部)?(?:的)?(?:指令|指示|提示|命令|规则|規則)/gu,
  },
  {
    kind: "override",
    pattern:
      /(?:이전|위의|앞의|모든)\s*(?:모든\s*)?(?:지시|명령|프롬프트|지침)(?:사항)?[을를은는]?\s*(?:모두\s*)?(?:무시|잊)/gu,
  },
  {
    kind: "override",
    pattern:
      /\b(?:ignor[ae]|olvida|oublie[zr]?|ignore[zr]?|vergiss|vergessen sie|ignorier(?:e|en)?(?: sie)?|ignorar|esquece?|dimentica)\s+(?:\S+\s+){0,4}?(?:instrucciones|instrucções|instruções|instructions?|anweisungen|befehle|aufgaben|istruzioni|consignes|indicaciones)\b/giu,
  },
];
