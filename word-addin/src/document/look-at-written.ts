import { GenaiError } from "@genai-office/shared/vocabulary";
import { supports } from "./capabilities";
import type { StandingParagraphs } from "./document-port";
import { runInWord } from "./host-error";
import type { WrittenParagraphs } from "./prepared-edit";

/** When the way there leads to the end of the document, more paragraphs than this are somebody's further text. */
const mostAtEnd = (written: number): number => 2 * written + 4;

/**
 * Looks at what stands now where paragraphs were written: from the first of them to the last, whatever was added between;
 * where one of these is gone, between the paragraphs above and below.
 *
 * @param leading how many of the written paragraphs are not asked for
 * @returns undefined when they were moved or taken out, or the way there is gone as well
 */
export async function lookAtWritten(
  written: WrittenParagraphs,
  leading: number,
): Promise<StandingParagraphs | undefined> {
  const [first, last] = [written.inserted[leading], written.inserted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const now =
    (await unlessGone(() =>
      runInWord(
        (context) => textsOf(context, first.getRange("Content").expandTo(last.getRange("Content"))),
        [...written.inserted],
      ),
    )) ?? (await unlessGone(() => lookBetween(written, leading)));
  if (now === undefined || now.every((text) => text.trim() === "")) return undefined;
  return { written: written.texts.slice(leading), now };
}

/** Objects that must live until the last look. */
export function keptForLooking({ below }: WrittenParagraphs): OfficeExtension.ClientObject[] {
  return below === undefined || below === "end" ? [] : [below];
}

async function unlessGone<Result>(look: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await look();
  } catch (thrown) {
    if (GenaiError.isInstance(thrown) && thrown.code === "document-changed") return undefined;
    throw thrown;
  }
}

async function lookBetween(written: WrittenParagraphs, leading: number): Promise<string[] | undefined> {
  const { above, below, texts } = written;
  if (below === undefined) return undefined;
  const kept = below === "end" ? [above] : [above, below];
  const between = await runInWord(async (context) => {
    const end = below === "end" ? context.document.body.getRange("End") : below.getRange("Start");
    const range = above.getRange("End").expandTo(end);
    const reviewed = supports("review") ? range.getReviewedText("Current") : undefined;
    range.load("text");
    await context.sync();
    return linesOf(reviewed?.value ?? range.text).filter((line) => line !== "");
  }, kept);
  if (below === "end" && between.length > mostAtEnd(texts.length)) return undefined;
  let others = 0;
  while (others < leading && between[others] === texts[others]) others += 1;
  return between.slice(others);
}

/** The paragraphs of a range; where something in it is deleted as a tracked change, the lines without that. */
async function textsOf(context: Word.RequestContext, range: Word.Range): Promise<string[]> {
  const { paragraphs } = range;
  paragraphs.load("text");
  const reviewed = supports("review") ? range.getReviewedText("Current") : undefined;
  await context.sync();
  const texts = paragraphs.items.map(({ text }) => text);
  if (reviewed === undefined || joined(linesOf(reviewed.value)) === joined(texts)) return texts;
  return linesOf(reviewed.value);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n\v\f]/);
}

function joined(lines: readonly string[]): string {
  return lines.flatMap(linesOf).join("");
}
