/**
 * What a function makes of words, worked out once for the words of one file: its names, times and rules come back on thousands of
 * lines. Only for functions of the words alone, whose results nobody changes; forgotten with the file.
 */
export function remembered<Result>(work: (words: string) => Result): (words: string) => Result {
  const known = new Map<string, Result>();
  return (words) => {
    const found = known.get(words);
    if (found !== undefined || known.has(words)) return found as Result;
    const result = work(words);
    known.set(words, result);
    return result;
  };
}
