import { append } from "../append";
import { decodeEntities, tokenize } from "../../ooxml";
import { GenaiError } from "../../vocabulary";
import { joinLines } from "../join-lines";
import type { Piece, Reading } from "../reading";
import { spokenLines } from "../stage-pieces";
import { recordHead, withoutName } from "./diet-record";

/**
 * Reads the minutes of the Diet as its search system gives them: `<speechRecord>` with `<speaker>` and `<speech>`. The list of
 * business before the first speech is preamble, what the record tells between the words are notes. Entities of the document type
 * are never expanded.
 * @throws GenaiError "document-unsupported" for other XML
 */
export function readXml(xml: string): Reading {
  const pieces: Piece[] = [];
  const preamble: string[] = [];
  const notes: string[] = [];
  let element = "";
  let speaker = "";
  let speech = "";
  for (const token of tokenize(xml)) {
    if (token.kind === "open" || token.kind === "self-closing") {
      element = token.kind === "open" ? token.name : "";
      if (token.name === "speaker") speaker = "";
      else if (token.name === "speech") speech = "";
    } else if (token.kind === "text") {
      const words = decodeEntities(xml.slice(token.start, token.end));
      if (element === "speaker") speaker += words;
      else if (element === "speech") speech += words;
    } else if (token.kind === "close") {
      if (token.name === "speech") {
        const lines = speech.split(/\r\n|[\r\n]/);
        if (speaker.trim() === recordHead)
          append(
            preamble,
            lines.map((line) => line.trim()).filter((line) => line !== ""),
          );
        else {
          const text = joinLines(spokenLines(withoutName(lines, speaker), notes));
          if (text !== "") pieces.push({ speaker: speaker.trim() || null, text, start: null, end: null });
        }
      }
      element = "";
    }
  }
  if (pieces.length === 0) throw new GenaiError("document-unsupported", "the XML holds no speeches");
  return { format: "xml", pieces, problems: [], preamble, notes };
}
