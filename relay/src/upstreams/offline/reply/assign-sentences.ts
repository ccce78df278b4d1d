import { speaksOf, subjectWords } from "@genai-office/shared/tasks";

/** A number in common tells less than a word that no other question has. */
const weightOfNumber = 0.5;

/** Numbers with what they count: 「7区」 is not 「7名」. */
const numbersIn = (text: string): string[] => text.normalize("NFKC").match(/[0-9]+\p{L}?/gu) ?? [];

/**
 * For each question the sentences that answer it: a sentence goes to the question it shares most with, where a word that
 * stands in several questions counts less. What answers another question better answers this one not at all.
 */
export function assignSentences(sentences: readonly string[], questions: readonly string[]): string[][] {
  const assigned: string[][] = questions.map(() => []);
  const words = questions.map((question) => subjectWords(question));
  const numbers = questions.map((question) => [...new Set(numbersIn(question))]);
  for (const sentence of sentences) {
    const told = new Set(numbersIn(sentence));
    const scores = questions.map((question, index) => {
      if (!speaksOf(sentence, question)) return 0;
      const shared = words[index]!.filter((word) => sentence.includes(word));
      // A single kanji (数, 所) is often a part of another word.
      const weights = shared.map(
        (word) => (word.length === 1 ? 0.4 : 1) / words.filter((others) => others.includes(word)).length,
      );
      // 「第７区」 tells the question of that area from those of the others.
      const same = numbers[index]!.filter((number) => told.has(number)).length;
      // A figure or a part of a compound in common, without a whole word.
      return weights.reduce((sum, weight) => sum + weight, 0.1 + same * weightOfNumber);
    });
    const most = Math.max(0, ...scores);
    if (most === 0) continue;
    scores.forEach((score, index) => {
      if (score === most) assigned[index]!.push(sentence);
    });
  }
  return assigned;
}
