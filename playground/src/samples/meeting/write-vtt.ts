/** How fast people speak in a meeting, and how long until the next one does. */
const charactersPerSecond = 2.2;
const pauseSeconds = 2.2;

/** A transcript as Teams saves it: WebVTT with a voice for each cue. The times follow from the length of what was said. */
export function writeVtt(utterances: readonly (readonly [speaker: string, words: string])[]): Uint8Array {
  let at = 4;
  const cues = utterances.map(([speaker, words], index) => {
    const begin = at;
    const end = begin + [...words].length / charactersPerSecond;
    at = end + pauseSeconds;
    return `${index + 1}\n${timeOf(begin)} --> ${timeOf(end)}\n<v ${speaker}>${words}</v>\n`;
  });
  return new TextEncoder().encode(`WEBVTT\n\n${cues.join("\n")}`);
}

/** E.g. "00:12:03.250". @param seconds since the beginning */
function timeOf(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}
