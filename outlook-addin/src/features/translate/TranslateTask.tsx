import { useTexts, useTranslation } from "@genai-office/shared/pane";
import type { TranslateResult as Translation } from "@genai-office/shared/tasks";
import { CopyOrDiscard } from "../work/CopyOrDiscard";
import { EmptyTask } from "../work/EmptyTask";
import { MailTaskView } from "../work/MailTaskView";
import { shownRun } from "../work/shown-run";
import type { TaskSurroundings } from "../work/task-surroundings";
import type { MailTask } from "../work/use-mail-task";
import { workTexts } from "../work/work-texts";
import { directionNames } from "./direction-names";
import { TranslateOptions } from "./TranslateOptions";
import { TranslateResult } from "./TranslateResult";
import { directionOf, type Direction } from "./translate-kind";

export interface TranslateTaskProps extends TaskSurroundings {
  task: MailTask<Translation>;
  direction: Direction;
  onDirection(direction: Direction): void;
}

/** 翻訳, side by side. */
export default function TranslateTask(props: TranslateTaskProps) {
  const { task, about, maskOption, off, failure, signIn, sourceKey, direction, onDirection } = props;
  const t = useTranslation();
  const texts = useTexts(workTexts);
  const names = useTexts(directionNames);
  const { state } = task;
  const shown = shownRun(t, state);
  return (
    <MailTaskView
      name="translate"
      task={task}
      about={about}
      optionsLabel={texts("options.translate", { direction: names(direction) })}
      options={
        <>
          <TranslateOptions direction={direction} onChange={onDirection} />
          {maskOption}
        </>
      }
      off={off}
      failure={failure}
      signIn={signIn}
      result={
        shown !== undefined && (
          <TranslateResult
            key={sourceKey}
            label={shown.label}
            streaming={shown.streaming}
            result={shown.result}
            {...directionOf(shown.plan.source, direction)}
          />
        )
      }
      empty={<EmptyTask name="translate" />}
      actions={state.outcome !== undefined && <CopyOrDiscard task={task} />}
    />
  );
}
