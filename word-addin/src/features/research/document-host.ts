import type { ResearchHost } from "@genai-office/shared/pane/research";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { DocumentPort } from "../../document/document-port";

/** What a document lends to 調べる: its selected text, and a place for an answer. */
export function documentHost(document: DocumentPort): ResearchHost {
  return {
    source: "document",
    async take(signal) {
      const { blocks, markings } = await document.read(signal);
      const body = blocks.map((block) => block.text);
      // The gate reads the whole document's places, even when only a selection is taken.
      return { text: body.filter((text) => text.trim() !== "").join("\n"), places: { ...markings, body } };
    },
    insert: document.capabilities().insertBelow
      ? async (paragraphs) => {
          const { scope, blocks } = await document.read();
          const last = blocks.at(-1);
          if (last === undefined) throw new GenaiError("document-empty", "there is no paragraph to insert below");
          const applied = await document.apply([{ type: "insert-below", blockId: last.id, paragraphs }]);
          return { at: scope === "document" ? "end" : "selection", undo: () => applied.undo() };
        }
      : undefined,
  };
}
