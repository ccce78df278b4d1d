import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { RunReport } from "../../vocabulary";
import { useTexts } from "../text-table";
import { feedbackTexts, unhelpfulReasons } from "./feedback-texts";

const useStyles = makeStyles({
  row: { display: "flex", flexDirection: "column", gap: "6px", minWidth: 0, margin: 0, padding: 0, border: "none" },
  question: { margin: 0, padding: 0 },
  choices: { display: "flex", flexWrap: "wrap", gap: "6px", minWidth: 0 },
  choice: { minWidth: 0, fontWeight: "normal" },
});

export interface FeedbackRowProps {
  /** "reason": the person has shown already that it was of no use, and is asked why. */
  ask?: "helpful" | "reason";
  /** Called once with what was chosen; a reason may follow. */
  onFeedback(feedback: NonNullable<RunReport["feedback"]>): void;
}

/** 役に立った / 役に立たなかった, and a reason to choose from. Nothing can be typed: free words would be content. */
export default function FeedbackRow({ ask = "helpful", onFeedback }: FeedbackRowProps): ReactNode {
  const t = useTexts(feedbackTexts);
  const styles = useStyles();
  const [asked, setAsked] = useState<"helpful" | "reason" | "thanks">(ask);
  const line = useRef<HTMLLegendElement>(null);
  // A row that stands in the place of what was pressed takes the focus at once.
  const first = useRef(ask === "helpful");
  useEffect(() => {
    // The button that was pressed has gone: the focus goes to what is asked now, and is not lost.
    if (!first.current) line.current?.focus();
    first.current = false;
  }, [asked]);
  const choose = (feedback: NonNullable<RunReport["feedback"]>, next: "reason" | "thanks") => {
    onFeedback(feedback);
    setAsked(next);
  };
  return (
    <fieldset className={styles.row} data-part="feedback">
      <legend className={styles.question} ref={line} tabIndex={-1}>
        {t(asked === "helpful" ? "question" : asked === "reason" ? "why" : "thanks")}
      </legend>
      <div className={styles.choices}>
        {asked === "helpful" && (
          <>
            <Button className={styles.choice} onClick={() => choose({ helpful: true }, "thanks")}>
              {t("helpful")}
            </Button>
            <Button className={styles.choice} onClick={() => choose({ helpful: false }, "reason")}>
              {t("unhelpful")}
            </Button>
          </>
        )}
        {asked === "reason" &&
          unhelpfulReasons.map((reason) => (
            <Button key={reason} className={styles.choice} onClick={() => choose({ helpful: false, reason }, "thanks")}>
              {t(`reason.${reason}`)}
            </Button>
          ))}
      </div>
    </fieldset>
  );
}
