import { useEffect, useRef, useState } from "react";
import type { GenaiError, RunDecision } from "../../../vocabulary";
import { copyText } from "../../copy-text";
import { toldError } from "../../summary/summary-flow";
import type { ResearchKey } from "../../../i18n/research-texts";
import type { InsertedAnswer, ResearchHost } from "../research-host";

export interface AnswerActions {
  /** True while the document is written to. */
  writing: boolean;
  /** What was done last. */
  notice: ResearchKey | undefined;
  failure: GenaiError | undefined;
  canUndo: boolean;
  copy(): Promise<void>;
  insert(): Promise<void>;
  undo(): Promise<void>;
}

/** What can be done with an answer, each thing told to `tell`. One change of the document at a time; each can be taken back, the last one first. */
export function useAnswerActions(
  paragraphs: () => Promise<string[]>,
  host: () => Promise<ResearchHost>,
  tell: (decision: RunDecision) => void,
): AnswerActions {
  const [writing, setWriting] = useState(false);
  const [notice, setNotice] = useState<ResearchKey>();
  const [failure, setFailure] = useState<GenaiError>();
  const [inserted, setInserted] = useState<InsertedAnswer[]>([]);
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);

  async function act(work: () => Promise<ResearchKey>): Promise<void> {
    setWriting(true);
    setFailure(undefined);
    try {
      const done = await work();
      if (there.current) setNotice(done);
    } catch (thrown) {
      if (there.current) setFailure(toldError(thrown));
    } finally {
      if (there.current) setWriting(false);
    }
  }

  return {
    writing,
    notice,
    failure,
    canUndo: inserted.length > 0,
    copy: () =>
      act(async () => {
        if (!(await copyText((await paragraphs()).join("\n")))) return "copyFailed";
        tell("accepted");
        return "copied";
      }),
    insert: () =>
      act(async () => {
        const { insert } = await host();
        if (insert === undefined) return "noInsert";
        const change = await insert(await paragraphs());
        setInserted((before) => [...before, change]);
        tell("accepted");
        return change.at === "end" ? "insertedAtEnd" : "inserted";
      }),
    undo: () =>
      act(async () => {
        const last = inserted.at(-1);
        if (last === undefined) return "unchanged";
        await last.undo();
        setInserted((before) => before.slice(0, -1));
        tell("undone");
        return "undone";
      }),
  };
}
