import { hasTrackedDeletions, paragraphTexts } from "@genai-office/shared/ooxml";
import { supports } from "./capabilities";

/**
 * How the text without tracked deletions is found. `paragraph.text` includes them on the web and on the desktop
 * depends on the view (office-pitfalls R1), so it is used as it stands only where nothing is tracked.
 */
export type ReviewStrategy = "plain" | "reviewed-text" | "ooxml";

/** Queues the question whether anything is tracked; the answer is there after the sync. */
export function queueReviewStrategy(context: Word.RequestContext): () => ReviewStrategy {
  if (supports("trackedChanges")) {
    const first = context.document.body.getTrackedChanges().getFirstOrNullObject();
    first.load("type");
    // eslint-disable-next-line office-addins/call-sync-before-read -- called after the sync
    return () => (first.isNullObject ? "plain" : "reviewed-text");
  }
  return () => (supports("review") ? "reviewed-text" : "ooxml");
}

/** Queues the texts of loaded paragraphs as a reader sees them. */
export function queueReviewedTexts(paragraphs: Word.Paragraph[], strategy: ReviewStrategy): () => string[] {
  switch (strategy) {
    case "plain":
      return () => paragraphs.map((paragraph) => paragraph.text);
    case "reviewed-text": {
      // A paragraph without text cannot hold a deletion; asking for it would only cost.
      const results = paragraphs.map((paragraph) =>
        paragraph.text === "" ? undefined : paragraph.getReviewedText("Current"),
      );
      return () => results.map((result) => result?.value ?? "");
    }
    case "ooxml": {
      // LTSC 2021 (WordApi 1.3) has no reviewed text.
      const results = paragraphs.map((paragraph) =>
        paragraph.text === "" ? undefined : paragraph.getRange("Content").getOoxml(),
      );
      return () =>
        results.map((result, index) => {
          const ooxml = result?.value ?? "";
          return hasTrackedDeletions(ooxml) ? lastText(ooxml) : paragraphs[index]!.text;
        });
    }
  }
}

/** The paragraph's own text: those of text boxes come before it, an added empty paragraph may follow (office-pitfalls W4). */
function lastText(ooxml: string): string {
  const texts = paragraphTexts(ooxml);
  return texts.findLast((text) => text !== "") ?? "";
}

/** How often a paragraph's text travels with a strategy, for sizing pages; OOXML brings styles and wrapping along. */
export function copiesOf(strategy: ReviewStrategy): number {
  return strategy === "plain" ? 1 : strategy === "reviewed-text" ? 2 : 4;
}
