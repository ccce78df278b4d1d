import { guessLanguage } from "@genai-office/shared/language";
import type { TaskLanguage } from "@genai-office/shared/vocabulary";
import type { WrittenMessage } from "../channel/incoming";
import type { MinutesForm } from "./document";
import type { MinutesInput } from "./minutes-input";
import { localeOf } from "./minutes-texts";
import { isFormLine } from "./read-meeting-form";

/** How the minutes are to be, as the person says it beside the file. */
export type MinutesWishes = Pick<MinutesInput, "language" | "form" | "instruction">;

/** Characters of the wishes; a message holds more, and a prompt has better use for the room. */
const longestInstruction = 1_000;

/** 「英語で」 about the minutes; 「英語で行われた会議」 is about the meeting. */
const inEnglish =
  /(?:英語|英文)(?:で(?!行|話|実施|開催|され|の(?:会議|打))|に(?:して|訳)|版|の議事)|\b(?:in|into) english\b|\benglish minutes\b/iu;
const inJapanese =
  /(?:日本語|和文|邦文)(?:で(?!行|話|実施|開催|され|の(?:会議|打))|に(?:して|訳)|版|の議事)|\b(?:in|into) japanese\b|\bjapanese minutes\b/iu;

const forms: readonly [MinutesForm, RegExp][] = [
  [
    "decisions",
    /(?:決定|宿題)[^。\n]{0,12}(?:だけ|のみ|一覧)|\b(?:decisions|action items)\b[^.\n]{0,20}\bonly\b|\bonly (?:the )?(?:decisions|action items)\b/iu,
  ],
  ["summary", /議事要旨|要旨(?:で|に|として|を|だけ)|\bsummary minutes\b/iu],
  ["full", /逐語/u],
];

const inBoth =
  /日本語(?:と|及び|および|・|、)\s*英語|英語(?:と|及び|および|・|、)\s*日本語|\benglish and japanese\b|\bjapanese and english\b/iu;

/** The word by which minutes are asked for, how people ask politely, and that a marking was seen. */
const command =
  /^\s*(?:議事録|議事要旨|minutes)(?:\s*[（(][^）)]{0,20}[）)])?(?:\s*(?:を|の|に|作成|作って|つくって|まとめて|して|お願い(?:し|致し|いたし)?ます|お願い|ください|下さい|欲しい|ほしい|です|please|for this))*[\s:：、。,.!！]*/iu;

/** Everything of a message that is said of how the minutes are to be. */
export function readMinutesWishes({
  text,
  conversation,
}: Pick<WrittenMessage, "text" | "conversation">): MinutesWishes {
  const said = text
    .split(/\r\n|[\r\n]/)
    .filter((line) => !isFormLine(line))
    .join("\n")
    .trim();
  const form = forms.find(([, pattern]) => pattern.test(said))?.[0];
  const instruction = said.replace(command, "").trim().slice(0, longestInstruction);
  return {
    language: languageOf(said) ?? (text.trim() === "" ? localeOf(conversation) : guessLanguage(text)),
    ...(form === undefined ? {} : { form }),
    ...(instruction === "" ? {} : { instruction }),
  };
}

/** The language that is asked for; undefined when none is, or both are. */
function languageOf(said: string): TaskLanguage | undefined {
  const [english, japanese] = [inEnglish.test(said), inJapanese.test(said)];
  if (english === japanese || inBoth.test(said)) return undefined;
  return english ? "en" : "ja";
}
