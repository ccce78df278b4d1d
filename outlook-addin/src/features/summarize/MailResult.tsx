import { useState } from "react";
import { useTranslation } from "@genai-office/shared/pane";
import { SummaryView } from "@genai-office/shared/pane/summary";
import type { Block } from "@genai-office/shared/vocabulary";
import type { MailState } from "./mail-state";
import { noticeText } from "./notice-text";
import { SourceQuote } from "./SourceQuote";

/** What came of it: an error, the text as it streams, or the summary, each sentence of which leads to its paragraphs. */
export function MailResult({ state, onRetry }: { state: MailState; onRetry(): void }) {
  const t = useTranslation();
  const [quoted, setQuoted] = useState<Block[]>([]);
  const notice = noticeText(t, state);
  return (
    <>
      {/* With a result the notice stands beside its action. */}
      {notice !== undefined && state.outcome === undefined && <p data-part="notice">{notice}</p>}
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
