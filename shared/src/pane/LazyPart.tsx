import { Component, Suspense, type ReactNode } from "react";
import { asGenaiError, GenaiError } from "../vocabulary";
import { diagnose } from "./diagnostics";
import { ErrorMessage } from "./ErrorMessage";
import { useTranslation } from "./translation";

interface LazyPartProps {
  children: ReactNode;
  /** Leaves what cannot be shown. */
  onBack(): void;
}

interface LazyPartState {
  error?: GenaiError | undefined;
  /** Counts up with each retry, so that the part is made anew. */
  attempt: number;
}

/**
 * A part of the pane that comes when it is asked for. One that does not come (`connection-failed`) or cannot be drawn is
 * told in its place, with a retry and a way back; the rest of the pane goes on.
 */
export class LazyPart extends Component<LazyPartProps, LazyPartState> {
  override state: LazyPartState = { attempt: 0 };

  static getDerivedStateFromError(thrown: unknown): Partial<LazyPartState> {
    const known = asGenaiError(thrown);
    // Whatever else is thrown while drawing has nothing to do with the connection.
    const error =
      known.code === "connection-failed"
        ? known
        : new GenaiError("internal", "a part of the pane could not be shown", { retryable: true, cause: thrown });
    return { error };
  }

  override componentDidCatch(thrown: unknown): void {
    diagnose("a part of the pane could not be shown", thrown);
  }

  override render(): ReactNode {
    const { error, attempt } = this.state;
    const { children, onBack } = this.props;
    const again = () => this.setState({ error: undefined, attempt: attempt + 1 });
    if (error === undefined) {
      return (
        <Suspense key={attempt} fallback={null}>
          {children}
        </Suspense>
      );
    }
    const back = () => {
      onBack();
      again();
    };
    return <PartFailure error={error} onRetry={again} onBack={back} />;
  }
}

interface PartFailureProps {
  error: GenaiError;
  onRetry(): void;
  onBack(): void;
}

function PartFailure({ error, onRetry, onBack }: PartFailureProps) {
  const t = useTranslation();
  const isLost = error.code === "connection-failed";
  return (
    <ErrorMessage
      error={error}
      title={t("error.partTitle")}
      text={isLost ? undefined : t("error.partText")}
      onRetry={onRetry}
      back={{ label: t("pane.back"), onBack }}
    />
  );
}
