import type { Aligned } from "./alignment";
import { weightOf } from "./alignment";
import { isFraming, isLightJapanese } from "./words/light-words";
import type { Passage, Token } from "./reading/clause";
import { bareName } from "./reading/names";
import { behindSubjectMatter } from "./reading/subject-matter";
import type { Region } from "./reading/region";

export interface Novelty {
  /** Share of the line's words of meaning that its sources have, by weight. */
  share: number;
  /** Nouns that no source has, and verbs. */
  nouns: string[];
  verbs: string[];
  /** Nouns among them that act or are owned by nobody in the sources: an agent, an office, a cause. */
  weighty: string[];
  /** Those among them that act: people, offices, one side of a contrast. */
  agents: string[];
}

/**
 * What a line says that its sources do not say in any wording the rules know. One word that names what the whole document is
 * about (`context`) may stand before the rest: a span seldom repeats it.
 */
export function noveltyOf(
  line: Passage,
  region: Region,
  context?: Region,
  isPerson: (token: Token) => boolean = () => false,
): Novelty {
  let sum = 0;
  let total = 0;
  const nouns: string[] = [];
  const verbs: string[] = [];
  const weighty: string[] = [];
  const agents: string[] = [];
  let subjects = 0;
  for (const token of line.clauses.flatMap((clause) => clause.tokens)) {
    const weight = weightOf(token);
    if (weight === 0 || token.kind === "figure") continue;
    const { share, novel } = region.covers(token, line.text);
    if (share < 0.5 && (isFraming(token.text) || isTaskOfRequest(token, region))) continue;
    sum += weight * share;
    total += weight;
    if (isPerson(token) && !region.includes(bareName(token.text))) {
      weighty.push(token.text);
      agents.push(token.text);
    }
    const own = novel.filter(
      (piece) =>
        (piece.length >= 2 || token.text.length === 1 || region.isContrasted(token)) &&
        !isLightJapanese(piece) &&
        !isFraming(piece),
    );
    if (own.length === 0 && novel.length > 0 && region.isContrasted(token)) own.push(token.text);
    if (own.length === 0) continue;
    const isNamedElsewhere =
      !token.isPredicate &&
      !isPerson(token) &&
      !((token.role === "topic" || token.role === "subject") && body.test(token.text)) &&
      !/[0-9]\s+$/.test(line.text.slice(Math.max(0, token.start - 3), token.start)) &&
      (token.role === "of" || token.role === "topic" || token.role === "object" || line.language === "en") &&
      !/^(?:[本今当昨前来翌次去先]|平日|休日|[月火水木金土日]曜)/u.test(token.text) &&
      context !== undefined &&
      context.covers(token, line.text).share === 1;
    if (isNamedElsewhere) {
      subjects += 1;
      if (subjects === 1) {
        sum -= weight * share;
        total -= weight;
        continue;
      }
    }
    if (token.isPredicate) verbs.push(...own);
    else {
      nouns.push(...own);
      const acts = region.isContrasted(token) || isPerson(token);
      const isHeavy = acts || isWeighty(token, line.text);
      if (isHeavy) weighty.push(...own);
      if (
        acts ||
        body.test(token.text) ||
        (namesTopic(token) && /[者員客民生側人]$/u.test(token.text)) ||
        (isHeavy && /^[a-z]/i.test(token.text)) ||
        token.role === "by" ||
        token.role === "from"
      )
        agents.push(...own);
    }
  }
  return { share: total === 0 ? 1 : sum / total, nouns, verbs, weighty, agents };
}

/** 「名簿はお願いします」 is 「名簿の作成」 in a list of what is to do. */
function isTaskOfRequest({ text, isPredicate }: Token, region: Region): boolean {
  return isPredicate && /^(?:作成|実施|準備|手配)$/u.test(text) && region.includes("お願い");
}

function namesTopic({ role }: Token): boolean {
  return role === "topic" || role === "subject";
}

/** Who can act: what the document is about may be named, but nobody may be made to act who does not there. */
const body = /(?:[省庁局課室係署市町村区県府都道国社党協盟連院校会所]|組合|団体|機構|センター|事務局|銀行|大学)$/u;

/** A role of the best source clause that the line fills with another word. */
export function rivalOf(
  { best, clause }: Aligned,
  line: Region,
  lineText: string,
  speakers: ReadonlySet<string> = new Set(),
): [own: Token, other: Token] | undefined {
  const [first] = best;
  if (first === undefined || first.score < 0.35) return undefined;
  const { source } = first;
  const isAnswer = behindSubjectMatter(clause) > clause.start;
  for (const own of clause.tokens) {
    if (own.light || own.kind === "figure" || own.role === "" || own.isPredicate) continue;
    // 「短縮について、甲は賛成した」: what was spoken of by another one is answered by 甲.
    if (isAnswer && roleClass(own) === "subject" && speakers.has(bareName(own.text))) continue;
    const share = source.own.covers(own, lineText).share;
    if (share >= 0.75) continue;
    const isAround = share >= 0.5 || source.around.covers(own, lineText).share >= 0.5;
    const other = source.clause.tokens.find(
      (token) =>
        (!token.light || (share === 0 && !isAround)) &&
        token.kind === "word" &&
        !token.isPredicate &&
        roleClass(token) === roleClass(own) &&
        line.covers(token, source.passage.text).share < 0.75 &&
        // What the sentence says elsewhere may stand here, but not in the place of its like (申請件数, 削除件数).
        (!isAround || areAlike(own.text, token.text) || (own.role === "subject" && share === 0 && first.score >= 0.7)),
    );
    if (other !== undefined) return [own, other];
  }
  return undefined;
}

function roleClass({ role }: Token): string {
  return role === "topic" || role === "subject" ? "subject" : role;
}

/** Compounds with the same head and another word before it. */
function areAlike(a: string, b: string): boolean {
  return a.length >= 3 && b.length >= 3 && a.slice(-2) === b.slice(-2) && a.slice(0, 2) !== b.slice(0, 2);
}

/** Who does it, whose it is, what caused it, an office: words that nobody may add. */
function isWeighty({ role, text, start, end }: Token, line: string): boolean {
  // 「提供の要請があり」: what there was, and nobody who acts.
  if (
    role === "subject" &&
    /^が(?:あ[りっるれ]|なさ|示さ|出さ|述べ|寄せ|行わ|必要|望ま|困難)/u.test(line.slice(end, end + 5))
  )
    return false;
  if (/^[a-z]/i.test(text)) {
    // An English verb may be the writer's own; a noun names something that was not there.
    const isVerb =
      /(?:ed|ing|ly)$/i.test(text) ||
      /\b(?:to|will|was|were|is|are|be|been)\s$/i.test(line.slice(Math.max(0, start - 6), start));
    return !isVerb;
  }
  return (
    ((role === "subject" || role === "by" || role === "from") && text.length >= 2) ||
    /[省庁局課室係市県町村区社院署党]$|委員会$|協会$|機構$/u.test(text)
  );
}
