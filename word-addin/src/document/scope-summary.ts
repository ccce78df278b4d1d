import type { ScopeSummary } from "./document-port";
import { runInWord } from "./host-error";

/** Paragraphs that are counted for the line at the top of the pane; it is asked for at every move of the selection. */
const countedParagraphs = 200;

/** A cheap look at the selection: one sync. A selection of more than 200 paragraphs is not counted. */
export async function summarizeScope(): Promise<ScopeSummary> {
  return await runInWord(async (context) => {
    const selection = context.document.getSelection();
    // eslint-disable-next-line office-addins/no-navigational-load -- isEmpty is a scalar
    selection.load("isEmpty");
    const { paragraphs } = selection;
    paragraphs.load({ text: true, $top: countedParagraphs + 1 });
    await context.sync();
    if (selection.isEmpty) return { scope: "document" };
    if (paragraphs.items.length > countedParagraphs) return { scope: "selection" };
    const texts = paragraphs.items.map(({ text }) => text).filter((text) => text.trim() !== "");
    const characters = texts.reduce((sum, text) => sum + [...text].length, 0);
    return { scope: "selection", paragraphs: texts.length, characters };
  });
}
