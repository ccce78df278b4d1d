import { decodeEntities, tokenize } from "../../ooxml";
import { GenaiError } from "../../vocabulary";
import { joinLines } from "../join-lines";
import type { Piece, Reading } from "../reading";
import { stageLine } from "../typed/stage-lines";

/** What the record of a sitting gives as speaker of its own head (国会会議録検索システム, API). */
const recordHead = "会議録情報";

/**
 * Reads the minutes of the Diet as its search system gives them: `<speechRecord>` with `<speaker>` and `<speech>`. The list of
 * business before the first speech is preamble, what the record tells between the words are notes. Entities of the document type are never expanded.
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
          preamble.push(...lines.map((line) => line.trim()).filter((line) => line !== ""));
        else pieces.push(...speechOf(withoutName(lines, speaker), speaker.trim() || null, notes));
      }
      element = "";
    }
  }
  if (pieces.length === 0) throw new GenaiError("document-unsupported", "the XML holds no speeches");
  return { format: "xml", pieces, problems: [], preamble, notes };
}

/** Words of one speech; others may assent in its midst, and what is heard or done has lines of its own. */
function speechOf(lines: readonly string[], speaker: string | null, notes: string[]): Piece[] {
  const pieces: Piece[] = [];
  let said: string[] = [];
  const add = (name: string | null, words: readonly string[]): void => {
    const text = joinLines(words);
    if (text !== "") pieces.push({ speaker: name, text, start: null, end: null });
  };
  for (const line of lines) {
    const stage = stageLine(line);
    if (stage === undefined) said.push(line);
    else if (stage === "stage") notes.push(line.trim());
    else {
      add(speaker, said);
      said = [];
      add(null, [line]);
    }
  }
  add(speaker, said);
  return pieces;
}

/** The record repeats who speaks before the words: 「○議長（尾辻秀久君）　これより…」. */
function withoutName([first = "", ...others]: readonly string[], speaker: string): string[] {
  const named = /^[\s\u3000]*○([^\s\u3000]{1,60})\u3000/u.exec(first);
  const isSpeaker = named !== null && speaker.trim() !== "" && named[1]!.includes(speaker.trim());
  return [isSpeaker ? first.slice(named[0].length) : first, ...others];
}
