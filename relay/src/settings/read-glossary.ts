import type { Glossary } from "@genai-office/shared/vocabulary";
import { SettingsFault } from "./settings-fault";

/**
 * Reads a glossary by the ending of its file name.
 * @param place of the file in the settings, for the fault
 * @throws SettingsFault
 */
export function readGlossary(
  _text: string,
  _ending: string,
  _edition: Pick<Glossary, "id" | "version">,
  place: string,
): Glossary {
  throw new SettingsFault(place, "must be a file .csv, .tsv or .tbx");
}
