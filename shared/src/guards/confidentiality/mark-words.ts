import { three, unknown, type Candidate } from "./candidate";

export interface MarkWords {
  pattern: RegExp;
  as: Omit<Candidate, "start" | "end">;
  /**
   * Of patterns with many beginnings: words one of which stands in every match. Looked for first, because nearly no text has
   * any, and the pattern takes ten times as long to find that out.
   */
  needs?: readonly string[];
}

/** Words of one decision each, on folded text without white space. Longer spellings first where one begins another. */
export const markWords: MarkWords[] = [
  {
    pattern: /極秘|厳秘|絶秘|特定秘密|特別防衛秘密|重要経済安保情報|秘密文書|トップシークレット/g,
    as: { ...three, reason: "secret" },
  },
  { pattern: /(?:マル|まる|丸|[○●])秘|\(秘\)|秘/g, as: { ...three, reason: "secret" } },
  {
    pattern:
      /(?:要)?(?:取り?扱い?|取り?あつかい|とりあつかい)(?:に|には|要|厳重|厳|嚴){0,2}(?:御|ご)?注意|要取扱|取り?扱い?厳重|要秘匿|要機密性?(?:情報|文書)?/g,
    as: { ...unknown, reason: "caution" },
  },
  {
    pattern:
      /(?:[部社対省庁局課所室府館党校学院組市町村県道都区]|関係者|役所)外秘|(?:人事|職員|業務|営業|当面|時限)秘|(?:部|庁|省|局|課|社)内秘|(?:[部社省庁局課所室府館党校学院組市町村県道都区署]|各?府省|行政|政府|役所|役場|組織|機関|官邸|内閣|委員会|内)部?内?限り?(?![る])/g,
    needs: ["秘", "限"],
    as: { ...unknown, reason: "caution" },
  },
  {
    pattern: /(?:部|社|省|庁|局|課|所|室|府|館|学|院|市|町|村|県|道|都|区|署|府省|省庁|組織|機関|行政|政府)内限定/g,
    as: { ...unknown, reason: "caution" },
  },
  {
    pattern: /秘密(?:情報|資料|扱い|指定|事項|書類)?|機密(?:情報|文書|資料|扱い|指定|事項|書類)?/g,
    as: { ...unknown, reason: "caution", labelOnly: true },
  },
  {
    pattern: /非公開|非公表|公開不可|公表不可|不開示|対外非公表|親展|オフレコ|内部(?:資料|文書|検討資料|検討用|用)/g,
    as: { ...unknown, reason: "caution", labelOnly: true },
  },
  {
    pattern:
      /(?:関係者|関係(?:省庁|府省庁?|機関|課|部署|部局|職員|団体)|委員|構成員|出席者|参加者|担当者?|幹部|管理職|職員|当事者|受信者|受領者|本人|(?:席上|机上|会議)(?:配[布付])?|配[布付]先|宛先|送付先|会員|局長|課長|部長|大臣|役員|議員|研究者|事務局|加盟国|当局|政務|三役|メンバー|チーム|記者|閲覧者?|名宛人)(?:のみ)?(?:限り|限定|限)(?!ら|る|な)|(?:関係者|委員|構成員|出席者|担当者)以外(?:の)?(?:閲覧|配布|配付|転送)?(?:禁止|厳禁|不可)/g,
    needs: ["限", "以外"],
    as: { ...unknown, reason: "handling-limit" },
  },
  {
    pattern:
      /(?:無断)?(?:(?:複製|転送|配[布付]|再配[布付]|複写|コピー|持ち?出し?|印刷|公表|公開|開示|転用|回覧|撮影|録音|sns投稿|外部提供|第三者提供|目的外利用)[・,、/]?(?:及び|又は|や)?){1,4}(?:を?(?:禁止|厳禁|禁ず|禁ずる|禁|不可))|禁(?:複製|複写|転送|配布|配付|持出|無断転送)|(?:口外|他言)(?:禁止|厳禁|無用)|(?:会議|閲覧|使用|終了)後(?:要)?回収|要回収|暗号化必須|要暗号化|取扱制限あり/gi,
    needs: ["禁", "不可", "無用", "回収", "暗号化", "取扱制限"],
    as: { ...unknown, reason: "handling-limit" },
  },
  {
    // Any other office or group: 当課限り, 会議出席者限り; not 今回限り, 年度限り.
    pattern:
      /(?<![一-龠々0-9])(?!今|当日|当年|当初|本日|本年|一|先着|数量|期間|年度|最小|可能な)[一-龠々・]{2,10}限り/g,
    needs: ["限り"],
    as: { ...unknown, reason: "handling-limit", labelOnly: true },
  },
  {
    pattern: /当[局部課室省庁府社院]限り?(?!る)|(?:対外|部外|外部)厳禁/g,
    as: { ...unknown, reason: "caution" },
  },
  {
    pattern: /(?:関係者|委員|構成員|出席者|参加者|担当者|幹部|管理職|職員|会員|メンバー)のみ/g,
    as: { ...unknown, reason: "handling-limit", labelOnly: true },
  },
  {
    pattern: /(?:指定|格付け?|秘密指定|機密指定|取扱制限)[はをが]?解除(?:済み?)?/g,
    as: { ...unknown, reason: "withdrawn" },
  },
  { pattern: /topsecret|secret/gi, as: { ...three, reason: "english", latin: true } },
  {
    pattern:
      /(?:strictly|highly|most|company|commercial(?:ly)?|commercial-?in-|business|private(?:and|&)|personal(?:and|&)|internaland)?confidential|(?:for)?(?:official|internal|limited|government|agency|staff)(?:use)?only|forinternaluse|(?<![a-z])fouo|official-?sensitive|(?:not|no)forpublic(?:release|distribution)|(?<![a-z])noforn|(?:donot|don't)(?:distribute|forward|copy|circulate|share)|limiteddistribution|controlledunclassifiedinformation|tlp:?(?:red|amber(?:\+strict)?|green)|eyesonly/gi,
    as: { ...unknown, reason: "english", latin: true },
  },
  {
    pattern: /restricted|(?<![a-z])cui|proprietary|internal/gi,
    as: { ...unknown, reason: "english", latin: true, labelOnly: true },
  },
];
