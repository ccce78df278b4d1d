/** What asks, what promises, what is no deed to come: words of speech by which things to do are told. */

export const requesting =
  /(?:て|で)おいて(?:ください|もら|。|$)|(?:[っい]と|[んい]ど|しと)いて(?:ください|もら|。|$)|(?:して|いて|って|んで|えて|めて|せて|べて|けて|出して|送って)(?:ください|下さい|いただけ(?:ます|れば|ない)|いただき(?:たい|ます(?:よう)?)|ほしい|もらえ|もらい)|お願い(?:したい|できます(?:か|でしょうか)|(?:いた)?します|申し上げます)|をいただけ(?:ます|ません)か|(?:お|御)[一-龠ぁ-ん]{1,4}いただけ(?:ます|ません)|お願いしましょう|さん、お願い[。！]?$|に[^。、]{0,20}(?:て|で)(?:もらい|いただき)ます(?:ので|から|。|$)|願います|(?:出す|送る|する|作る|回す|まとめる|確認する)ように(?:。|$|お願い|して)|頼みます|\b(?:please|could you|can you)\b/iu;
export const promising =
  /(?:し|いたし|り|き|え|め|せ|べ|み|ち|び|ておき|ていただき)ます(?:ので|から|ね|よ)?[。\s]*$|(?:する|やる|出す|送る|作る)(?:ことに)?(?:します|予定です)|\b(?:I|we)(?:['’]ll| will)\b(?! (?:be\b|see|say|think|start with|come (?:back|to)|go (?:for|through|first)|take that|hand|move on|turn))/iu;
export const deed =
  /公開し|申し込|声(?:を|も|は)か|聞(?:い|き)|尋ね|当たら?(?:り|せ)|伺い|取り(?:ます|まとめ|寄せ|次)|取って|押さえ|刷り|流し|開き|減らし|止め|停止し|適用し|反映し|盛り込|引き継|同行し|照会し|手伝|終わらせ|選ん|置いて|掛け合|持って(?:い|き)|返し|寄せ|記入|回覧|提出|作成|作り|確認し|確認して|確かめ|調整|共有|修正|直し|送付|送り|送って|お送り|渡し|整理|用意|準備|調べ|調査|まとめ|更新|周知|手配|連絡|協議|相談|検討し|検討して|試算|見積|集計|公表|掲載|配布|配り|依頼|要求|申請|登録|設置|実施|開催|設定|回答し|起案|出し(?:ます|て)|お?出しします|書き(?:ます|直)|書いて|知らせ|問い合わせ|問合せ|予約|発注|印刷|執筆|やります|引き受け|見直|作って|作る|作ります|示し(?:て|ます)|(?:出す|送る|作る|回す)よう|終え|進め(?:ます|て)|対応し|対応して|\b(?:send|prepare|check|confirm|draft|submit|book|order|call|review|update|share|write|fix|contact|arrange|finish|complete|get|run|redo|bring|ask|tell|let|forward|approach|circulate|report|chase|do|make|take|look|find|put|set|move|find|test|train|collect|talk|email|phone|organi[sz]e|speak|handle|chase|raise|file|print|publish)\b/iu;
/** Running the meeting, being polite, describing: no deed to come. */
export const procedural =
  /(?:御|ご)?(?:了承|承知|理解|容赦|協力|静粛|推選|推薦)(?:を|のほど)?(?:願|くださ|いただ|賜|お願)|御覧|ご覧|(?:御|ご)?説明(?:を)?(?:お願い|いたし|し(?:ます|て(?:ください|いただ)))|(?:御|ご)?報告(?:を)?(?:お願い|いたします|します|申し)|発言|(?:御|ご)意見|質問(?:を|が|は)|挙手|起立|着席|紹介(?:を|し)|挨拶|開会|閉会|開きます|始めます|移ります|入ります|終わります|思います|考え(?:ます|て)|申し上げます|存じます|承知|よろしくお願い(?:いた)?します。?$|^(?:では、?|はい、?)?(?:よろしく)?お願い(?:いた)?します。?$|決定(?:と)?(?:いた)?します|今日は決め|御審議|採決|お諮り|結論を出/u;
export const selfWords =
  /(?:(?:私|僕|わたし)(?:ども|たち)?|当課|当室|当局|当係|当方|うち|こちら|弊社|自分)(?:の方|のほう)?(?:で|が|から|は|に)|\bI(?:['’]ll| will)\b/u;
/** Deeds of the past, wishes under a condition, how a thing could be, what others are asked in general: nobody's task. */
export const noTask =
  /でき(?:ます|る)(?:が|けど)?[。\s]*$|(?:下が|上が|かか|な)ります[。\s]*$|(?:増え|減り|足り)ます[。\s]*$|(?:て|と|で)お(?:り|ら)|(?:て|で)います(?:が|ので|。|$)|予定で|見込みで|想定|ことと(?:いた)?します|(?:て|で)(?:もらい|いただき|くださ(?:い)?|くれ)ました|(?:もらった|いただいた)(?:の(?:で|です)|。)|もらいたいところ|ところです|(?:^|、)(?:もし|仮に)|ほしい(?:です)?(?:ね|な|と思)|(?:れば|たら|なら)[^。]*(?:せます|けます|めます|れます|えます|できます)(?:から|ね|よ)?[。\s]*$|先(?:月|週|日)[^。]*(?:とおり|通り)|よう(?:に)?求めて|(?:説明|発言|話|議論|報告)を?(?:続け|始め|進め)て|(?:マイク|カメラ|音声|画面)[^。]{0,8}(?:切|入れ|オン|オフ|共有|映|見)|(?:挙手|着席|起立|静かに)[^。]*(?:ください|願い)|(?:て|で)(?:見|ご覧)?(?:見て)(?:ください)/u;
/** 「その週は休みです」, 「難しいです」: an answer that does not take up what was asked. */
export const declining =
  /(?:休み|出張|不在|休暇|手一杯|無理|難しい|厳しい|でき(?:ません|ない)|出られ|引き受けられ|手が(?:回|空)|間に合い(?:ません|そうに)|ほかの方|他の方|にお願いできないでしょうか|代わって|外して|\bI can['’]?(?:no)?t\b|away that week|on leave)/iu;
/** 「比較表を作っておきます」: said by whoever does it. */
export const setsAside = /(?:て|で|と|ど)(?:お)?きます(?:ので|から|ね|よ)?[。\s]*$/u;
/** 「まず新人研修の件、門脇さんお願いします」 gives the word. */
export const givesTheWord =
  /(?:様|さん|氏|委員|課長|部長|係長)(?:から|より)、?(?:お願い|どうぞ)|^(?:では|それでは|じゃあ?)?、?(?:まず|次|続いて|最初|最後)[^。]*(?:の件|について|は)、?[^。、]*お願い(?:いた)?します。?$/u;
/** 「じゃあ資料を用意します」 takes something on, whoever leads aside. */
export const takesOn =
  /^(?:(?:はい|ええ|うん|わかりました|分かりました|承知しました)[、。]\s*)?(?:じゃあ?|では|それでは|それなら)、?/u;
/** 「誰が確認するんでしたっけ」, 「どなたかお願いできますか」. */
export const asksWho = /誰が|どなた(?:が|か)|誰か(?!ら)/u;
export const accepting =
  /^(?:yep|yes|sure|will do|of course|okay|ok|no problem|happy to|fine)\b|^(?:あ、?|あっ、?)?(?:はい|ええ|承知|分かり|わかり|了解|かしこまり|やってみ|それ(?:は|なら)?、?(?:私|僕|こちら|うち)|私が|僕が|うちで|こちらで)/u;
export const asksWhen = /いつ(?:でき|出せ|もらえ|いただけ|出ま)|いつまでに|いつ(?:まで|頃)|何日までに|by when/iu;

/** A sentence with its humble verbs plain: 「公開いたします」, 「来週の月曜にさせてください」 promise. */
export function inPlainForm(text: string): string {
  return text
    .replace(/(?:御|ご)(?=[一-龠]{2}(?:いた)?し)/gu, "")
    .replace(/いたし(?=ます|ました|ましょう|て)/gu, "し")
    .replace(/させて(?:ください|下さい|いただきます)/gu, "します");
}

/** 「本文に書いていただきたいんですが」: asked for only if somebody takes it up. */
export const wishing =
  /(?:たい|ほしい)(?:ん|の)です(?:が|けど|けれども?)[。\s]*$|(?:てはどう|たらどう|ほうが(?:いい|よい|良い))/u;

/** 「お願いします」 asks for something only when it says for what. */
export function deedIsNamed(text: string): boolean {
  return (
    deed.test(text) ||
    /[一-龠ァ-ヶー]{2,}、[^、。]{1,10}さん、お願い|(?:を|は|の件)[^。]{0,30}(?:お願い|ください|いただけ)/u.test(text)
  );
}
