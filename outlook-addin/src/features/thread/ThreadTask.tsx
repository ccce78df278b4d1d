import { LazyPart, lazyView, useTexts, useTranslation } from "@genai-office/shared/pane";
import type { ThreadSummaryResult } from "@genai-office/shared/tasks";
import type { Statement } from "@genai-office/shared/vocabulary";
import { useState } from "react";
import { CopyOrDiscard } from "../work/CopyOrDiscard";
import { EmptyTask } from "../work/EmptyTask";
import { MailTaskView } from "../work/MailTaskView";
import { shownRun } from "../work/shown-run";
import type { TaskSurroundings } from "../work/task-surroundings";
import type { MailTask } from "../work/use-mail-task";
import { workTexts } from "../work/work-texts";

const ThreadResult = lazyView(() => import(/* webpackChunkName: "mail-thread-result" */ "./ThreadResult"));

const SourceQuote = lazyView(() => import(/* webpackChunkName: "mail-source-quote" */ "../summarize/SourceQuote"));

export interface ThreadTaskProps extends TaskSurroundings {
  task: MailTask<ThreadSummaryResult>;
}

/** スレッド要約. */
export function ThreadTask({ task, about, maskOption, off, failure, signIn, sourceKey }: ThreadTaskProps) {
  const t = useTranslation();
  const texts = useTexts(workTexts);
  const { state, flow } = task;
  const { outcome } = state;
  // What was opened for one result is closed with it.
  const [quote, setQuote] = useState<{ of: unknown; statement: Statement }>();
  const shown = shownRun(t, state);
  const quoted = quote !== undefined && quote.of === outcome ? quote.statement.sources : [];
  const blocks = outcome?.plan.source.blocks.filter(({ id }) => quoted.includes(id)) ?? [];
  return (
    <MailTaskView
      name="thread"
      task={task}
      about={about}
      optionsLabel={texts("options.thread")}
      options={maskOption}
      off={off}
      failure={failure}
      signIn={signIn}
      result={
        shown !== undefined && (
          <LazyPart onBack={() => outcome !== undefined && flow.discard(outcome)}>
            <ThreadResult
              key={sourceKey}
              label={shown.label}
              streaming={shown.streaming}
              result={shown.result}
              onShowSource={(statement) => setQuote({ of: outcome, statement })}
            />
          </LazyPart>
        )
      }
      aside={
        blocks.length > 0 && (
          <LazyPart onBack={() => setQuote(undefined)}>
            <SourceQuote blocks={blocks} onClose={() => setQuote(undefined)} />
          </LazyPart>
        )
      }
      empty={<EmptyTask name="thread" />}
      actions={outcome !== undefined && <CopyOrDiscard task={task} />}
    />
  );
}
