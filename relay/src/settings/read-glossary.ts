import { parseGlossaryCsv, parseGlossaryTbx, type GlossaryReading } from "@genai-office/shared/glossary";
import type { Glossary } from "@genai-office/shared/vocabulary";
import { SettingsFault } from "./settings-fault";

/**
 * Reads a glossary by the ending of its file name (docs/glossary.md). Rows that cannot be read are left out and told of; a
 * file without any term is a fault.
 * @param place of the file in the settings, for the fault
 * @throws SettingsFault
 */
export function readGlossary(
  text: string,
  ending: string,
  edition: Pick<Glossary, "id" | "version">,
  place: string,
): GlossaryReading {
  const reading = parserOf(ending, place)(text, edition);
  if (reading.glossary.terms.length === 0) {
    const [first] = reading.problems;
    const why = first === undefined ? "" : ` (${first.code}, row ${first.row})`;
    throw new SettingsFault(place, `the file holds no term${why}`);
  }
  return reading;
}

function parserOf(ending: string, place: string): typeof parseGlossaryCsv {
  switch (ending) {
    case ".csv":
    case ".tsv":
    case ".txt":
      return parseGlossaryCsv;
    case ".tbx":
    case ".xml":
      return parseGlossaryTbx;
    default:
      throw new SettingsFault(place, "must be a file .csv, .tsv, .txt, .tbx or .xml");
  }
}
