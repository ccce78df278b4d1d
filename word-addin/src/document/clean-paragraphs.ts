import { withoutForbiddenCharacters } from "@genai-office/shared/ooxml";

/** Paragraphs as Word makes them: a line break begins a new one, so that what is read back can be compared. */
export function cleanParagraphs(paragraphs: string[]): string[] {
  return paragraphs.flatMap((paragraph) => paragraph.split(/\r\n|[\n\r\v\f]/)).map(withoutForbiddenCharacters);
}
