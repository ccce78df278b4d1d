/** Makes a word that nobody who wrote the source could have known. */
export type MarkerSource = () => string;

/** 64 random bits in hexadecimal. */
export function randomMarker(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Puts a source between two lines that carry a random marker, so that nothing inside it can pretend to be its end
 * (reference: government documents, prompt injection). The marker is made anew for each request.
 */
export function fence(source: string, label: string, marker: MarkerSource = randomMarker): string {
  let word = marker();
  // A fixed marker source (tests, a broken generator) must not be able to loop for ever: lengthen instead of redrawing.
  while (source.includes(word)) word += "0";
  return `<<<${label} ${word}\n${source}\n${label} ${word}>>>`;
}
