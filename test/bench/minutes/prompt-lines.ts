/** A numbered line of a prompt: an utterance with its speaker, or a line of a merge step. */
export interface PromptLine {
  number: number;
  speaker: string;
  text: string;
}

/** What a stand-in model can know of its task: the lines it was given, and how much it may write. */
export interface MinutesPrompt {
  part: "chunk" | "merge";
  lines: PromptLine[];
  characters: number;
}

/** Reads a minutes prompt as a model would: nothing but its text is known. */
export function readPrompt(prompt: string): MinutesPrompt {
  const source = /<<<(?:発言|TRANSCRIPT) [^\n]*\n([\s\S]*)\n(?:発言|TRANSCRIPT) [^\n]*>>>/.exec(prompt)?.[1] ?? "";
  const numbered = source.split("\n").flatMap((line) => {
    const match = /^\[(\d+)\] (.*)$/.exec(line);
    return match === null ? [] : [{ number: Number(match[1]), words: match[2]! }];
  });
  const part = /長い会議を部分ごとに書いた|minutes of the parts of a long meeting/.test(prompt) ? "merge" : "chunk";
  return {
    part,
    characters: Number(/(?:全体で|at most )(\d+)/.exec(prompt.slice(-1500))?.[1] ?? 4000),
    lines: numbered.map(({ number, words }) => {
      const spoken = part === "chunk" ? /^([^：:。、]{1,60})(?:：|: )(.*)$/.exec(words) : null;
      return { number, speaker: spoken?.[1] ?? "", text: spoken?.[2] ?? words };
    }),
  };
}
