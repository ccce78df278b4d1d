import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle20Filled,
  DismissCircle20Filled,
  SubtractCircle20Filled,
  Warning20Filled,
} from "@fluentui/react-icons";

export type StateTone = "good" | "warning" | "bad" | "idle";

const useStyles = makeStyles({
  badge: { display: "inline-flex", alignItems: "center", gap: "4px", whiteSpace: "nowrap" },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  idle: { color: tokens.colorNeutralForeground3 },
});

const icons = {
  good: CheckmarkCircle20Filled,
  warning: Warning20Filled,
  bad: DismissCircle20Filled,
  idle: SubtractCircle20Filled,
};

/** A state by sign, colour and words: no colour alone says anything. */
export function StateBadge({ tone, text }: { tone: StateTone; text: string }) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <span className={mergeClasses(styles.badge, styles[tone])}>
      <Icon aria-hidden />
      {text}
    </span>
  );
}
