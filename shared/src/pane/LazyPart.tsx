import { Component, Suspense, type ReactNode } from "react";
import { GenaiError } from "../vocabulary";
import { diagnose } from "./diagnostics";
import { ErrorMessage } from "./ErrorMessage";

interface LazyPartProps {
  children: ReactNode;
}

/**
 * A part of the pane that comes when it is asked for. One that does not come is a lost connection to the server that
 * delivers it: it is said in its place, and the rest of the pane goes on.
 */
export class LazyPart extends Component<LazyPartProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(thrown: unknown): void {
    diagnose("a part of the pane could not be shown", thrown);
  }

  override render(): ReactNode {
    if (this.state.failed) {
      return <ErrorMessage error={new GenaiError("connection-failed", "a part of the pane could not be loaded")} />;
    }
    return <Suspense fallback={null}>{this.props.children}</Suspense>;
  }
}
