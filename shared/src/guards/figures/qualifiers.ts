import type { Figure } from "./figure";

/** What the words beside a figure say of it. */
export interface Qualifier {
  /** At least, more than (以上, 超) or at most, less than (以下, 未満). */
  bound?: "lower" | "upper";
  /** A rise (増) or a fall (減, ▲, minus). */
  direction?: "up" | "down";
  /** True when the text says that the figure is not exact (約, about). */
  approximate: boolean;
  /** True when nothing at all is said of its limits, so that a limit would be new. */
  bare: boolean;
}

const japanese = {
  lowerAfter:
    /^(?:以上|超(?!過|える前)|を?(?:超え|越え|下らな)|を上回|余り?(?!地)|強(?!化|い|制|調)|はくだらない|より(?:多|大き|高|長)|[をが]下限)/,
  upperAfter:
    /^(?:以下|未満|以内|弱(?!い|点|ま)|を(?:下回|割り込|割っ)|割り込|に満た|に及ば|まで|を経過する(?:日|時)?まで|を(?:上限|限度)|にとどま|足らず|より(?:少|小さ|低|短)|が(?:上限|限度))/,
  lowerBefore: /(?:少なくとも|最低(?:で|でも)?|下限額?を?(?:は)?|最小(?:で)?)$/,
  upperBefore: /(?:最大(?:でも?)?|最高(?:で)?|最長(?:で)?|多くとも|上限額?を?(?:は)?|せいぜい|高々)$/,
  upAfter:
    /^(?:の|も|ほど|程度|近く|以上)?(?:増(?!税|刷|員)|上昇|上げ|上向|値上|上回|高(?!齢|校|所|い[所場])|アップ|プラス|引き?上げ|拡大|伸び|上積|多[いく]|黒字)/,
  downAfter:
    /^(?:の|も|ほど|程度|近く|以上)?(?:減(?!税|免|災)|下落|低[下いく]|下回|下げ|安(?!全|心|定)|ダウン|マイナス|引き?下げ|縮小|落ち|割り?込|少な[いく]|削減|赤字|値下)/,
  upBefore: /(?:プラス|\+|海抜|海面上)$/,
  downBefore: /(?:マイナス|[▲△−-]|海面下|水面下|地下)$/,
  approximate: /(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|推計|推定|ざっと|(?<![一-龠かがさなまたやわす])ら)$/,
  approximateAfter: /^(?:[前程]|程度|ほど|前後|余|強|弱|くらい|ぐらい|近く|あまり|ごろ|頃|以上|超|未満|を[上下超])/,
};
const english = {
  lowerAfter:
    /^(?:\+| ?(?:or|and) (?:more|over|older|above|greater|higher|later|up|upwards?|longer|wider|larger|heavier|taller|deeper))(?![a-z])/,
  upperAfter: /^ ?(?:or|and) (?:less|fewer|under|younger|below|lower|smaller|shorter)(?![a-z])/,
  lowerBefore:
    /(?<!(?:not|no|never|n['’]t) (?:be )?)(?:more than|over|above|at least|exceed(?:s|ed|ing)?|no (?:less|fewer|earlier) than|not (?:less|fewer) than|upwards of|minimum(?: of)?|(?:greater|higher|longer|older|larger|bigger) than|in excess of|beyond|surpass(?:ed|ing|es)?|topp(?:ed|ing))(?: a| an| the| about| (?:the|its|a) (?:limit|threshold|level|standard|ceiling|cap) of)?$/,
  upperBefore:
    /(?<!(?:not|no|never) )(?:less than|fewer than|under|below|up to|at most|within|no (?:more|later|longer) than|not (?:more than|exceed(?:ing)?)|maximum(?: of)?|(?:lower|younger|smaller|shorter) than|almost|nearly|just short of|shy of|close to|as (?:much|many) as)(?: a| an| the| about| (?:the|its|a) (?:limit|threshold|level|standard|ceiling|cap) of)?$/,
  up: /(?<![a-z])(?:up|rose|rise[ns]?|rising|increas\w+|grew|grow(?:s|th|n|ing)?|gain\w*|climb\w*|jump\w*|higher|advanc\w*|surg\w+|soar\w*|more|expan\w+|rais\w+|added|above|plus|surplus)(?![a-z])/,
  down: /(?<![a-z])(?:down|fell|fall(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|lower\w*|los[st]\w*|slid|slump\w*|shr[aiu]nk\w*|reduc\w*|cut|cuts|less|fewer|plung\w*|plummet\w*|minus|negative|deficit|contract\w*|below|slipp\w*|tumbl\w*|dipp\w*)(?![a-z])/,
  approximate:
    /(?<![a-z])(?:about|around|approximately|roughly|some|nearly|almost|circa|estimated|an estimated|close to|over|more than|up to|under|less than|just|only)(?: a| the)?$/,
};

/** Reads what is said beside a figure in a text. Looks at most 40 characters to each side and never past another sentence. */
export function qualifierOf(text: string, { span }: Figure, previousEnd: number, nextStart: number): Qualifier {
  const before = text
    .slice(Math.max(0, span.start - 40, previousEnd), span.start)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[$¥€£\s]+$/, "");
  const after = text
    .slice(span.end, Math.min(span.end + 30, nextStart))
    .normalize("NFKC")
    .toLowerCase();
  const written = text.slice(span.start, span.end);
  return /[ぁ-んァ-ヶ一-龠]/.test(written + before.slice(-3) + after.slice(0, 3))
    ? inJapanese(before, after, written)
    : inEnglish(before, after, written);
}

function inJapanese(before: string, after: string, written: string): Qualifier {
  // 震度6弱 is a grade of its own.
  const close = (/震度[^0-9]{0,3}$/.test(before) ? after.replace(/^[弱強]/, "") : after).replace(
    /^[)）」]? ?(?:人|円|件|つ|個|種類|項目|施設|自治体|地区|地点|頭|匹|羽|隻|基(?!準)|区画|区間|%|割|者|社|名|回|校|か所|箇所|カ所|点|票|部(?!分)|枚|台|冊|棟|戸|世帯|団体|機関|か国|キロ(?:メートル|グラム)?|ミリ|トン|食|室|床|席|便|口|ガル|ベクレル|ヘクタール|立方メートル|平方メートル)?/,
    "",
  );
  const test = (pattern: RegExp): boolean =>
    pattern.test(close) || (!/震度[^0-9]{0,3}$/.test(before) && pattern.test(after));
  const notOver =
    /^を?(?:超え|上回)(?:ない|ら(?:ない|ず)|ず|てはな|ることはな|ることができな|るものではな)/.test(close) ||
    /^を?(?:超え|上回)(?:て|る(?:速度|額|期間|時間|数))[^。、]{0,12}(?:てはならな|てはなりま|てはいけ|ないこと|ことはでき(?:な|ま)|ことを禁)/.test(
      close,
    );
  const notUnder = /^を?下回(?:らない|ってはな)/.test(close);
  const lower =
    test(japanese.lowerAfter) ||
    (/[年月日間分秒]$/.test(written) && /^(?:が?経過後|後(?:に|、|の))/.test(after)) ||
    japanese.lowerBefore.test(before);
  const upper = test(japanese.upperAfter) || japanese.upperBefore.test(before);
  const down = test(japanese.downAfter) || japanese.downBefore.test(before) || /^(?:[▲△−-]|マイナス)/.test(written);
  const up = test(japanese.upAfter) || japanese.upBefore.test(before);
  const approximate = japanese.approximate.test(before) || test(japanese.approximateAfter);
  return qualifier(
    (lower && !notOver) || notUnder,
    (upper && !notUnder) || notOver,
    up,
    down,
    approximate,
    /^(?:から|より|[~〜-])/.test(close),
  );
}

function inEnglish(before: string, after: string, written: string): Qualifier {
  const clause = /[^,;:.!?]*$/.exec(before)![0];
  const ending = /^[^,;:.!?]*/.exec(after)![0].slice(0, 22);
  const trimmed = before.trimEnd();
  const isTime = /(?:hours?|days?|weeks?|months?|years?|minutes?)$/.test(written.toLowerCase());
  // "must not use more than 200": a limit above.
  // "Speeds over 80 are prohibited": what lies above is not allowed.
  const isForbidden =
    /^[^.;]{0,14} (?:is|are) (?:strictly )?(?:prohibited|banned|forbidden|not (?:allowed|permitted))/.test(after);
  const notMore =
    (isForbidden && /(?<![a-z])(?:over|above|more than|exceeding|in excess of)$/.test(trimmed)) ||
    /(?:cannot|(?:must|may|shall|should|can|could|will|do|does) ?(?:n['’]t|not)) (?:(?!(?:if|when|where|while|unless|because|since|once|for|after|as) )[a-z]+ ){1,4}(?:more|longer|later|higher|greater|older|larger) than$/.test(
      trimmed,
    );
  const lower =
    (english.lowerBefore.test(trimmed) && !notMore) ||
    english.lowerAfter.test(after) ||
    (isTime && /(?<![a-z])(?:after|for at least|later than)$/.test(trimmed) && !/(?:no|not) later than$/.test(trimmed));
  // The end of a range is no limit of its own: from 50 up to 250.
  const isRange = /^[^a-z0-9]{0,2}(?:(?:up )?to|and|through|[-–~])(?: an?)?$/.test(trimmed);
  // "The tenant has 15 days to leave."
  const isAllowance =
    isTime && /(?<![a-z])(?:has|have|given|get|gets|allowed)$/.test(trimmed) && / to [a-z]/.test(after);
  const upper =
    isAllowance || notMore || (english.upperBefore.test(trimmed) && !isRange) || english.upperAfter.test(after);
  const limits = /(?:more|less|fewer|higher|lower|over|under|above|below) than$|(?:above|below)$/;
  const words = `${clause.trimEnd().replace(limits, "")} | ${ending.replace(/^ ?(?:or|and) \w+/, "")}`;
  const down = english.down.test(words) || /^[-−▲△]|^minus/i.test(written);
  const up = english.up.test(words);
  return qualifier(lower, upper, up, down, english.approximate.test(trimmed) && !isRange, isRange);
}

function qualifier(
  lower: boolean,
  upper: boolean,
  up: boolean,
  down: boolean,
  approximate: boolean,
  isRange = false,
): Qualifier {
  return {
    ...(lower === upper ? {} : { bound: lower ? "lower" : "upper" }),
    ...(up === down ? {} : { direction: up ? "up" : "down" }),
    approximate,
    bare: !lower && !upper && !approximate && !isRange,
  };
}

/** Words of a loss or of what lies below zero, which say a minus without its sign; of a temperature the latter alone. */
export function mentionsFall(text: string, language: "ja" | "en", isTemperature: boolean): boolean {
  if (isTemperature)
    return /マイナス|氷点下|零下|[-−▲△](?=[0-9０-９])|minus|negative|(?:below|sub-?)[ -]?(?:zero|freezing)/i.test(text);
  return language === "ja"
    ? /減|マイナス|氷点下|零下|赤字|低下|下落|下回|割り?込|値下|引き?下げ|損失|不足|[▲△−]/.test(text)
    : /(?<![a-z])(?:minus|negative|below|deficit|declin\w*|decreas\w*|fell|loss(?:es)?|contract\w*|shr[aiu]nk\w*|drop\w*|down|lower\w*|reduc\w*|less|short\w*)(?![a-z])|[-−▲△](?=[0-9])/.test(
        text.toLowerCase(),
      );
}
