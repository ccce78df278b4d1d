/** Puts the answer off: it is still to come. */
export const later =
  /(?:着手|取り掛か|始めて)|(?:確認|検討|調整|作成|準備|照会|協議|精査|集計|手続|相談)(?:を)?(?:中|して(?:おり|い)ます|いたしております|させていただきます|いたします|します)(?![^。]*(?:しました|済))|追って|後日|改めて|のち(?:ほど|程)|後ほど|次第|未定|まだ|しばらく|お時間|お待ち|までに(?![^。]*(?:ください|下さい|願い|いただ))|予定(?:です|で(?:ござい|おり))|今後|決まって(?:い|おり)ません|引き続き|本日中|(?:来週|再来週|明日|明後日|来月|週明け|今週中|(?:[0-9０-９]{1,2}|月)日|[0-9０-９]{1,2}月[上中下]旬)(?:に|中に|には)?[^。、]{0,12}(?:送り|送付し|送付いたし|提出し|提出いたし|回答し|回答いたし|連絡し|連絡いたし|報告し|報告いたし|返送し|返送いたし|提供し|提供いたし|お届け|お返事)(?:し|いたし)?ます|待っている|\b(?:will (?:get|come) back|will (?:let you know|send|check|reply|answer|revert|do so)|still|not yet|being (?:checked|prepared|reviewed)|shortly|soon|later|in due course|pending|working on)\b/iu;
/** Says that something asked for is done, given, or allowed. */
export const done =
  /(?:しました|いたしました|致しました|済み|完了|とおりです|通りです|添付(?:し|いた|の)|別添|提出(?:し|いた)|送付(?:し|いた)|お送り|回答(?:し|いた)(?:ま)|登録(?:し|いた)|報告(?:し|いた)|申請(?:し|いた)|支障(?:は)?(?:あり|ござい)ません|問題(?:は)?(?:あり|ござい)ません|差し(?:支|つか)え(?:は)?(?:あり|ござい)ません|希望(?:し|いた)ます|可能です|(?:許可|了承|承認|承諾|同意|決定)(?:し|いた)|出席(?:し|いた|でき)|参加(?:し|いた|でき)|とします|としました|になりました|確認でき|(?:です|ます|ました)。?$|\b(?:attached|here (?:is|are)|have (?:sent|registered|done|completed|checked|confirmed)|approved?|confirmed?|agreed|yes|no|is|are|was|were|has|have|can|may|will (?:join|attend|participate|come|be (?:present|there))|one|two|three|four|five|six|seven|eight|nine|ten|none)\b)/iu;
/** A deed is done when it is said to be, not when it is spoken of. */
export const deedDone =
  /(?:しました|いたしました|致しました|(?:を|で)(?:提出|送付|回答|報告|登録|申請|返送|添付|お送り|お届け|お渡し)(?:し|いた)ます|(?:送り|届け|渡し|出し)ます|(?:なり|でき|終わり|終え|済み)ました|とおり(?:です|提出|回答)|通りです|添付(?:し|いた)|済み|完了|支障(?:は)?(?:あり|ござい)ません|問題(?:は)?(?:あり|ござい)ません|意見(?:は)?(?:あり|ござい)ません|(?:許可|了承|承認|承諾|同意)(?:し|いた)ます|希望(?:し|いた)ます|とします|です。?$|でき(?:ます|ません)|得(?:まし|てい|ており)|ており、|\b(?:attached|here (?:is|are)|have (?:sent|registered|done|completed|checked|confirmed)|(?:is|are|was|were) (?:approved|attached|sent|done|confirmed)|approved|confirmed|agreed|yes|says?|said|happy to|I (?:will|can|am able to) (?:join|attend|participate|come|do)|would be (?:happy|glad))\b)/iu;

/** The one who asked says that it is needed no more. */
export const withdrawn =
  /(?:なくて|なくとも|なくても)(?:も)?(?:結構|構い|大丈夫|差し支え)|(?:対応|回答|提出|返信|作業|確認|返送|登録)(?:は|等は|いただく必要は|の必要は)?(?:不要|必要(?:は)?(?:あり|ござい)ません)|(?:には?)?及びません|放念|取り下げ|取下げ|取りやめ|(?:対応|処理|手配|確認|作成)済み?(?:と|に|です|で)|\b(?:no longer (?:needed|required|necessary)|(?:please )?(?:disregard|ignore)|no need to|has been (?:withdrawn|cancelled|taken care of))\b/iu;
/** Agrees to what the other mail asks as a whole: 「ご依頼の件、承知しました」. */
export const assent =
  /^(?:(?:[^。、]{0,24}の件|[^。、]{0,10}(?:ご|御)?(?:依頼|照会|提案|相談|質問|申し出)(?:の(?:件|とおり)|につ(?:いて|きまして)(?:は)?))(?:で(?:ございま)?す(?:が|けれども)|は|については|につきましては)?、?)?(?:(?:喜んで|謹んで|是非|ぜひ|もちろん|確かに)、?)*(?:(?:お|御)?引き?受け|承(?:ります|りました|諾)|承知|了承|了解|同意|快諾|賛成|問題(?:は)?(?:あり|ござい)ません|差し支え(?:は)?(?:あり|ござい)ません)(?!か)|^(?:yes|sure|of course|certainly|agreed|happy to|glad to)\b/iu;
/** Asks nothing but that the other agrees. */
export const asksAssent =
  /(?:承諾|引き?受け|了承|承認|同意|快諾|就任|登壇|差し支え|支障|問題|異存)[^。]{0,16}(?:か|幸い|存じます|お願い[^。]{0,8})[。\s]*$|(?:よろしい|よい|良い|いい|可能)でしょうか[。\s]*$/u;
/** Thanks for the mail that is answered say nothing of what it asks. */
export const thanksOnly =
  /^[^。]{0,40}(?:ありがとう|有難う|有り難う|感謝)[^。]{0,12}[。]?$|^(?:many )?thank(?:s| you)\b[^.!]{0,60}[.!]?$/iu;

/** The one who asked says that it has come. */
export const received =
  /(?:受領|拝受|受け取り|届きまし|頂戴し|(?:提出|送付|回答|提供|登録|お?送り|送って|お?届け|返送|返して)(?:いただ|頂|くださ|下さ)(?:き|い))|\b(?:received|got your|thank you for (?:sending|your))\b/iu;
