import type { ReactNode } from "react";

/** What the pane lends to each task on a mail. */
export interface TaskSurroundings {
  /** Above the task: sender, hidden text, the parts that leave. */
  about: ReactNode;
  /** 氏名などを伏せて送る, for the folded options. */
  maskOption: ReactNode;
  /** Why the task cannot be started: it is switched off. */
  off: string | undefined;
  /** Why Outlook is not connected. */
  failure: unknown;
  signIn(): Promise<boolean>;
  /** Changes with the message. */
  sourceKey: string;
}
