import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";

const useStyles = makeStyles({
  grid: { display: "grid", gridTemplateColumns: "repeat(6, minmax(0, 1fr))", gap: "8px" },
  button: { minWidth: 0, paddingLeft: "6px", paddingRight: "6px" },
  half: { gridColumn: "span 3" },
  third: { gridColumn: "span 2" },
  whole: { gridColumn: "1 / -1" },
  reason: { gridColumn: "1 / -1", margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Something that can be done with the result. */
export interface Action {
  id: string;
  label: string;
  primary?: boolean;
  /** Why it cannot be done, in words; it then stays reachable by keyboard, so that the reason can be heard. */
  disabledReason?: string | undefined;
  /** Not now, for a moment, without a reason of its own. */
  waiting?: boolean;
  onAct(): void;
}

/** Actions on the result: two in the first row, three in each below, a third one alone over the whole width, which fits 320 px; reasons stand below in full, not in a tooltip. */
export function ActionBar({ actions }: { actions: Action[] }) {
  const styles = useStyles();
  const id = useId();
  const reasons = actions.filter((action) => action.disabledReason !== undefined);
  return (
    <div className={styles.grid} data-part="actions">
      {actions.map((action, index) => (
        <Button
          key={action.id}
          className={mergeClasses(
            styles.button,
            index < 2 ? styles.half : actions.length === 3 ? styles.whole : styles.third,
          )}
          appearance={action.primary === true ? "primary" : "secondary"}
          disabledFocusable={action.disabledReason !== undefined || action.waiting === true}
          aria-describedby={action.disabledReason === undefined ? undefined : `${id}-${action.id}`}
          onClick={(event) => {
            // The second click of a double click must not write a second time.
            if (event.detail < 2) action.onAct();
          }}
          data-action={action.id}
        >
          {action.label}
        </Button>
      ))}
      {reasons.map((action) => (
        <p key={action.id} id={`${id}-${action.id}`} className={styles.reason}>
          {action.disabledReason}
        </p>
      ))}
    </div>
  );
}
