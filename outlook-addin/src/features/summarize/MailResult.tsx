import { useState } from "react";
import { SummaryView } from "@genai-office/shared/pane/summary";
import type { Block } from "@genai-office/shared/vocabulary";
import type { MailState } from "./mail-state";
import { SourceQuote } from "./SourceQuote";

/** What came of it: an error, the text as it streams, or the summary, each sentence of which leads to its paragraphs. */
export function MailResult({ state, onRetry }: { state: MailState; onRetry(): void }) {
  const [quoted, setQuoted] = useState<Block[]>([]);
  return (
    <>
      <SummaryView
        state={state}
        onRetry={onRetry}
        onShowSource={({ sources }) =>
          setQuoted(state.outcome?.plan.source.blocks.filter((block) => sources.includes(block.id)) ?? [])
        }
      />
      {quoted.length > 0 && state.outcome !== undefined && (
        <SourceQuote blocks={quoted} onClose={() => setQuoted([])} />
      )}
    </>
  );
}
