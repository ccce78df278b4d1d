import type { ReactNode } from "react";
import { StreamingText } from "./StreamingText";
import { useInView } from "./use-in-view";
import { useResultStyles } from "./result-styles";

export interface ResultCardProps {
  title: string;
  /** Who wrote it: 「AIによる下書き・…」. */
  label: string;
  /** What has come so far, for as long as there is no result. */
  streaming: string;
  /** The finished result; false while it is still being written. */
  children: ReactNode;
}

/** The frame of what a task makes of a mail: its name and who wrote it, the words as they come, then the result. */
export function ResultCard({ title, label, streaming, children }: ResultCardProps) {
  const styles = useResultStyles();
  const isFinished = Boolean(children);
  const card = useInView<HTMLElement>(isFinished);
  return (
    <section ref={card} className={styles.card} aria-label={title} aria-busy={!isFinished} data-part="preview">
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.label} data-part="draft-label">
          {label}
        </span>
      </div>
      {isFinished ? children : <StreamingText text={streaming} />}
    </section>
  );
}
