import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import { useWording } from "../texts";

export interface FailureProps {
  error: GenaiError;
  /** What is shown is older, not gone. */
  stale?: boolean;
  onRetry?: () => void;
}

/** What went wrong and what to do; the code is for the help desk. */
export function Failure({ error, stale = false, onRetry }: FailureProps) {
  const { texts } = useWording();
  const known = texts.failures as Record<string, string | undefined>;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {known[error.code] ?? texts.failures.other}
        {stale && ` ${texts.stale}`} <small>{texts.code(error.code, error.requestId)}</small>
      </MessageBarBody>
      {onRetry !== undefined && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {texts.retry}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
