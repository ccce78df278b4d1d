import { GenaiError } from "@genai-office/shared/vocabulary";

/** Bits of `document.properties.security` that forbid editing: enforced read-only, and locked for annotations. */
const readOnlyEnforced = 4;
const lockedForAnnotations = 8;

/** Queues a look at the document's protection; the returned function throws `document-protected` after the sync. */
export function requireWritable(context: Word.RequestContext): () => void {
  const { properties } = context.document;
  properties.load("security");
  return () => {
    if ((properties.security & (readOnlyEnforced | lockedForAnnotations)) !== 0)
      throw new GenaiError("document-protected", "the document is protected against editing");
  };
}
