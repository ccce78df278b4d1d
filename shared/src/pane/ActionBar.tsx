import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";

const useStyles = makeStyles({
  grid: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  button: { minWidth: 0, paddingLeft: "6px", paddingRight: "6px" },
  wide: { gridColumn: "1 / -1" },
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

/** Actions on the result, in a grid that fits 320 px; reasons stand below in full, not in a tooltip. */
export function ActionBar({ actions }: { actions: Action[] }) {
  const styles = useStyles();
  const id = useId();
  const reasons = actions.filter((action) => action.disabledReason !== undefined);
  return (
    <div className={styles.grid} data-part="actions">
      {actions.map((action) => (
        <Button
          key={action.id}
          className={styles.button}
          appearance={action.primary === true ? "primary" : "secondary"}
          disabledFocusable={action.disabledReason !== undefined || action.waiting === true}
          aria-describedby={action.disabledReason === undefined ? undefined : `${id}-${action.id}`}
          onClick={action.onAct}
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
