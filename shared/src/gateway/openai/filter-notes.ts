import type { Answer } from "./answer";
import { isRecord, isTold } from "./error-object";

/** Deeper than any annotation; a bound for what a server may nest. */
const maximumDepth = 8;

/**
 * Reads what Azure's content filter notes at a choice or at a whole chunk, under either spelling of the field. A verdict
 * is `filtered: true` at any depth: categories, block lists and their details have it in different places. A filter that
 * could not run (`error`) has let nothing pass either.
 * @returns false when there are none
 */
export function readFilterNotes(answer: Answer, holder: Record<string, unknown>): boolean {
  const notes = [holder.content_filter_results, holder.content_filter_result].filter((note) => isTold(note));
  const prompt = holder.prompt_filter_results ?? holder.prompt_annotations;
  if (isTold(prompt)) answer.noteFilter({ blocked: isFiltered(prompt), asynchronous: false });
  for (const note of notes) {
    const blocked = isFiltered(note) || (isRecord(note) && isTold(note.error));
    answer.noteFilter({ blocked, asynchronous: holder.content_filter_offsets !== undefined });
  }
  return notes.length > 0 || isTold(prompt);
}

function isFiltered(note: unknown, depth = 0): boolean {
  if (typeof note !== "object" || note === null || depth > maximumDepth) return false;
  const { filtered } = note as { filtered?: unknown };
  if (filtered === true || (typeof filtered === "string" && /^true$/i.test(filtered))) return true;
  return Object.values(note).some((inner) => isFiltered(inner, depth + 1));
}
