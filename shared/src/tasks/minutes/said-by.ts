import { timeOfLabel } from "../../language";
import type { Block, Statement } from "../../vocabulary";
import { speakerOf } from "./speakers";

/** An utterance that a line rests on: who said it, and when. */
export interface CitedUtterance {
  id: string;
  /** Its place among the utterances, from 1. */
  number: number;
  /** Empty where nobody is named. */
  speaker: string;
  /** 「00:12:05」; empty where the transcript tells no times. */
  time: string;
  text: string;
}

/** Looks up what lines of minutes cite. Ids that no utterance has are left out. */
export function citedUtterances(utterances: readonly Block[]): (line: Pick<Statement, "sources">) => CitedUtterance[] {
  const places = new Map(utterances.map(({ id }, index) => [id, index]));
  return ({ sources }) =>
    [...new Set(sources)]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a - b)
      .map((index) => {
        const block = utterances[index]!;
        const { id, text, label } = block;
        return { id, number: index + 1, speaker: speakerOf(block), time: timeOfLabel(label), text };
      });
}
