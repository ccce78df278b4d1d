/** Shortest and longest length that still counts as the one asked for: 10 % either way (user story 2). */
export function lengthRange(targetCharacters: number): { shortest: number; longest: number } {
  return { shortest: Math.ceil(targetCharacters * 0.9), longest: Math.floor(targetCharacters * 1.1) };
}
