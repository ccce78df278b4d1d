import { endsLikeOffice, isInOffice, isLikeName } from "../speaker-names";
import { isNoise } from "./noises";

/** A line that begins with who speaks. */
export interface NamedLine {
  name: string;
  /** What follows on the line; may be empty. */
  words: string;
  /** How the name is set apart: forms differ in how sure they are. */
  form: "circle" | "bracket" | "colon" | "parenthesis" | "half" | "quote" | "titled";
}

const circle =
  /^[\s\u3000]*[○◯〇●◎][ \u3000]?((?:[^\s\u3000。、「」：:（(]|[（(][^（）()\n]{1,40}[）)]){1,40})(?:[\s\u3000]+|[：:][\s\u3000]*|$)(.*)$/u;
/** Marks of councils that elsewhere stand before headings: only before 「７番（山田太郎君）」 and persons in office. */
const square = /^[\s\u3000]*[◆◇△▽□■][ \u3000]?(?=\S)/u;
const councillor = /^(?:[0-9０-９]{1,3}番.*)?[（(][^（）()]{1,30}(?:君|さん|氏|議員|委員)[）)]$/u;
const bracket =
  /^[\s\u3000]*(?:\[([^\][]{1,60})\]|【([^】【]{1,40})】|＜([^＞＜]{1,40})＞|［([^］［]{1,40})］|《([^》《]{1,40})》|〔([^〕〔]{1,40})〕|〈([^〉〈]{1,40})〉)[\s\u3000]*[:：]?[\s\u3000]*(.*)$/u;
const parenthesis =
  /^[\s\u3000]*[（(]([^（）()]{1,24}(?:[（(][^（）()]{1,24}[）)])?)[）)][\s\u3000]*[:：]?[\s\u3000]*(.*)$/u;
/** 「町長（大庭　豊）　答弁します」, 「３番（露木さつき）　伺います」: no mark before it, the name in brackets behind. */
const titled = /^([^\s\u3000。、「」：:（）()]{2,16}[（(][^（）()。、]{2,16}[）)])[ \u3000]+([^\s\u3000（(].*)$/u;
const seat = /^[0-9０-９]{1,3}番[（(]/u;
/** "Mr. ALDERMAN. Thank you", "The CHAIR. Please": hearings. */
const hearing =
  /^((?:Mr|Ms|Mrs|Dr)\. \p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+){0,2}|(?:The|Senator|Chair\p{Ll}{0,6}) \p{Lu}{3}[\p{Lu}'’ -]{0,30})\. +(\S.*)$/u;
/** 「山田）はい」; a letter or kana alone is the mark of a list. */
const half =
  /^[\s\u3000]*((?:\p{Script=Han}|[^\s\u3000（()）「」『』。、：:]{2})[^\s\u3000（()）「」『』。、：:]{0,11})[)）][\s\u3000]*[:：]?[\s\u3000]*(\S.*)$/u;
/** 「山田「はい。」」 and 「山田＞はい。」, 「山田｜はい。」. */
const quote =
  /^[\s\u3000]*([^\s\u3000「」『』。、：:]{1,20}(?:[ \u3000][^\s\u3000「」『』。、：:]{1,10})?)[\s\u3000]*「(.+)」[\s\u3000]*$/u;
const angle =
  /^[\s\u3000]*([^\s\u3000>＞<＜|｜→。、：:]{1,20}(?:[ \u3000][^\s\u3000>＞<＜|｜→。、：:]{1,10})?)[\s\u3000]*[>＞|｜→][\s\u3000]*([^>＞|｜→].*)$/u;
/** What a number before a name or the words around it in chats leave of it: 「12. 山田」, 「From 山田 to Everyone」. */
const numbering = /^(?:[（(]?\d{1,4}[.．)）、][\s\u3000]*)(?=\S)/u;
const chatWords = /^From\s+(.+?)(?:\s+to\s+.+)?$/i;
/** Sounds stand so in captions, and nicknames in chats: "[chuckles] Well", "[mia] hello". */
const small = /^\p{Ll}[\p{Ll}'’ -]*$/u;
const colon = /^[\s\u3000]*(?:[-・>＞*→⇒]{1,3}[\s\u3000]*)?([^:：\n]{1,60}?)[\s\u3000]*[:：](?!\/\/)[\s\u3000]*(.*)$/u;

/** Nobody's name and its mark are longer; a line may be the whole file. */
const longestHead = 200;
const sign = /[:：○◯〇●◎◆◇△▽□■[【＜［《〔〈（()）「>＞|｜→]/u;

/**
 * Reads a line as 「○山田委員　…」, 「○事務局（佐藤課長） …」, 「[SPEAKER_00]: …」, 「【山田】…」 or 「山田 太郎：…」. That a line has
 * such a form does not make it one: the file as a whole decides (`speakingForms`).
 */
export function namedLine(raw: string): NamedLine | undefined {
  const line = raw.trimStart();
  const head = line.slice(0, longestHead);
  if (!sign.test(head) && !hearing.test(head)) return undefined;
  // Markdown emphasis around names: **山田**：
  const found = openingOf(head.replace(/\*\*/g, ""));
  return found === undefined ? undefined : { ...found, words: found.words + line.slice(longestHead) };
}

function openingOf(line: string): NamedLine | undefined {
  const marked = circle.exec(line);
  if (marked !== null) {
    const [, name, words] = marked;
    const isName = isLikeName(name!) && (words !== "" || endsLikeOffice(name!));
    return isName ? { name: name!, words: words!, form: "circle" } : undefined;
  }
  if (square.test(line)) {
    const marked = circle.exec(line.replace(square, "○"));
    const isName = marked !== null && marked[2] !== "" && (councillor.test(marked[1]!) || endsLikeOffice(marked[1]!));
    if (isName && isLikeName(marked[1]!)) return { name: marked[1]!, words: marked[2]!, form: "circle" };
  }
  const boxed = bracket.exec(line);
  if (boxed !== null) {
    const name = boxed.slice(1, 8).find((part) => part !== undefined)!;
    // 「[City] [Telephone]」 are fields to fill in.
    const isField = /^[[［【]/u.test(boxed[8]!);
    if (!isLikeName(name) || isField || isNoise(name.trim())) return undefined;
    return { name: name.trim(), words: boxed[8]!, form: small.test(name.trim()) ? "parenthesis" : "bracket" };
  }
  // 「（上田座長）」; 「（異議なし）」 is no person in office.
  const round = parenthesis.exec(line);
  if (round !== null && isInOffice(round[1]!) && isLikeName(round[1]!))
    return { name: round[1]!.trim(), words: round[2]!, form: "parenthesis" };
  if (round !== null && round[2]!.trim() !== "" && isLikeName(round[1]!) && !isNoise(round[1]!.trim()))
    return { name: round[1]!.trim(), words: round[2]!, form: "parenthesis" };
  const seated = titled.exec(line);
  if (seated !== null && (seat.test(seated[1]!) || endsLikeOffice(seated[1]!)) && isLikeName(seated[1]!))
    return { name: seated[1]!, words: seated[2]!, form: "titled" };
  const heardOf = hearing.exec(line);
  if (heardOf !== null) return { name: heardOf[1]!, words: heardOf[2]!, form: "titled" };
  const halved = half.exec(line);
  if (halved !== null && isLikeName(halved[1]!)) return { name: halved[1]!, words: halved[2]!, form: "half" };
  const typed = colon.exec(line);
  // 「山田 0:03」 is a time, not a name.
  if (typed !== null && !(/[\d０-９]$/.test(typed[1]!) && /^[\d０-９]/.test(typed[2]!))) {
    const name = plainName(typed[1]!);
    if (isLikeName(name)) return { name, words: typed[2]!, form: "colon" };
  }
  for (const [form, goesOn] of quotes) {
    const parted = form.exec(line);
    const name = plainName(parted?.[1] ?? "");
    const isName = isLikeName(name) && (!goesOn.test(name) || endsLikeOffice(name));
    if (parted !== null && isName) return { name, words: parted[2]!, form: "quote" };
  }
  return undefined;
}

/** What stands before the sign is no name when it ends as a sentence goes on: 「資料には「案」」, 「現案は→新案」. */
const quotes = [
  [quote, /[\p{Script=Hiragana}]$/u],
  [angle, /[はがをにでとものへ]$/u],
] as const;

function plainName(words: string): string {
  const name = words.trim().replace(numbering, "");
  return (chatWords.exec(name)?.[1] ?? name).trim();
}
