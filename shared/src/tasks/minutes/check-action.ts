import { checkFigures, unknownNames } from "../../guards";
import { contentWords, foldWidth } from "../../language";
import type { Finding, TaskLanguage } from "../../vocabulary";
import type { DraftAction } from "./minutes-draft";
import { notSet } from "./parse-action";
import { japaneseDate, relativeDates } from "./relative-dates";
import type { TranscriptEvidence } from "./supported-line";
import type { Block } from "../../vocabulary";

export interface ActionContext {
  evidence: TranscriptEvidence;
  blocks: readonly Block[];
  /** YYYY-MM-DD */
  meeting: string | undefined;
  language: TaskLanguage;
}

export interface CheckedAction {
  owner: string;
  due: string;
  /** `owner-not-in-source` and `due-not-in-source` { found }. */
  findings: Finding[];
}

const firstPerson =
  /^(?:私|わたし|わたくし|僕|自分|当方|こちら|うち|当課|当室|当局|当係|本人|発言者|I|me|we|us|myself)(?:の方|ども|たち)?$/iu;

/**
 * Owner and date of an action as the cited utterances say them, or 「未定」. An owner who neither occurs there nor spoke right
 * before or after, and a date that nobody named, are taken out with a finding; 「私」 becomes the name of who said it; a relative
 * date gets the date it means behind it when the day of the meeting is known.
 */
export function checkAction(action: DraftAction, context: ActionContext): CheckedAction {
  const cited = context.evidence.cited(action.sources);
  const findings: Finding[] = [];
  const refuse = (code: string, found: string): string => {
    findings.push({
      guard: "evidence",
      code,
      severity: "warning",
      values: { found },
      source: action.sources.map((blockId) => ({ blockId })),
    });
    return notSet(context.language);
  };
  return {
    owner: ownerOf(action, cited, context, (found) => refuse("owner-not-in-source", found)),
    due: dueOf(action, cited, context, (found) => refuse("due-not-in-source", found)),
    findings,
  };
}

type Cited = ReturnType<TranscriptEvidence["cited"]>;

function ownerOf(action: DraftAction, cited: Cited, context: ActionContext, refuse: (found: string) => string): string {
  const { owner } = action;
  if (owner === "") return notSet(context.language);
  if (firstPerson.test(owner)) {
    const speakers = [...new Set(cited.map(({ label }) => label ?? "").filter((name) => name !== ""))];
    return speakers.length === 1 ? speakers[0]! : owner;
  }
  // Somebody who is only asked, or only says yes, is named right before or after; elsewhere in the meeting is not enough.
  const near = context.evidence.around(action.sources);
  const known = near.flatMap(({ text, label }) => [text, label ?? ""]);
  const text = known.map(squeezed).join("\n");
  const parts = owner.split(/[、,，・／/及並]|(?:と(?=[^と]))| and /u).map(squeezed);
  const isKnown = parts.every(
    (part) =>
      part === "" ||
      text.includes(part) ||
      (part.replace(/(?:さん|氏|様|君|殿|委員|課長|部長|室長|係長|局長|担当)$/u, "").length >= 2 &&
        text.includes(part.replace(/(?:さん|氏|様|君|殿|委員|課長|部長|室長|係長|局長|担当)$/u, ""))),
  );
  return isKnown && unknownNames(owner, known).length === 0 ? owner : refuse(owner);
}

function dueOf(action: DraftAction, cited: Cited, context: ActionContext, refuse: (found: string) => string): string {
  const { due } = action;
  if (due === "") return notSet(context.language);
  const said = cited.map(({ text }) => text);
  const known = [...said, ...context.evidence.dates(cited)];
  if (checkFigures(known, due, { nearest: false }).some(({ severity }) => severity === "error")) return refuse(due);
  const text = known.map(squeezed).join("\n");
  // 「来週の金曜日」 and 「できるだけ早く」 have no figure to check: their words must have been said.
  const hasFigure = /[0-9０-９〇一二三四五六七八九十]/.test(due);
  const bareDue = squeezed(due).replace(/(?:まで(?:に|の)?|中(?:に)?|に|頃|ごろ)$/u, "");
  if (!hasFigure && !text.includes(bareDue) && !contentWords(due).every((word) => text.includes(squeezed(word))))
    return refuse(due);
  const [relative, ...others] = context.meeting === undefined ? [] : relativeDates(due, context.meeting);
  if (relative === undefined || others.length > 0 || /[0-9０-９]月/.test(due)) return due;
  return context.language === "ja" ? `${due}（${japaneseDate(relative.date)}）` : `${due} (${relative.date})`;
}

function squeezed(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s+/g, "");
}
