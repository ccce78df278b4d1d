/** What follows a mark in the title of a rule, a form or a case; not behind the mark of the document itself. */
export const titleAfter =
  /^(?:等|など)?(?:の|に|を|は|が)?(?:取り?扱|管理|保護|保全|保持|定義|指定|区分|格付|解除|漏|流出|紛失|台帳|一覧|件数|に?関する|について|場合|事項|品|物|業務|者|制度|法|規|要領|要綱|基準|研修|委員|審査|適性|箇所|点検|点|欄|誓約|契約|様式|マーク|表示|シール|ラベル|スタンプ|印)/;
/** Words of titles that speak about marks. */
export const aboutMarks =
  /規程|規定|規則|要領|要綱|ガイドライン|手引|マニュアル|基準|研修|講習|法律|条例|政令|調査|アンケート|委員会|審議会|検討会|様式|記入例|契約|誓約|同意書|定義|とは|考え方|見直し|件数|集計|一覧|訓練|テスト|監査|q&a|faq/i;
/** Terms that begin like an English mark: Confidential Computing, Secrets Manager. */
export const technical =
  /^(?:computing|vms?|virtual|containers?|clients?|transport|transactions?|ledger|spaces?|guests?|access|nodes?|gke|enclaves?|ai|inference|managers?|management|keys?|sharing|scanning|services?|stores?|storage|rotation|vault|santa|garden|ballot|recipes?|agents?|weapons?|rooms?)(?![a-z])/i;
/** A count behind a mark: statistics about marks. */
export const statistic = /^[:=]?(?:約|計)?[0-9,.]+(?:件|%|割|冊|点|人|名|通|文書|種類|か所|箇所)/;
/** 機密性：なし */
export const denial =
  /^(?:情報|文書|資料|指定)?(?:等|など)?(?:[:=・]|は|の|が|を|も)*(?:指定)?(?:なし|無し|無$|ない|ありません|含まない|含まず|含みません|含まれ(?:ない|ません|ていません|ておりません)|該当(?:なし|無し|しない|せず|しません)|ではない|ではありません|でない|以外|対象外|不要)/;
