import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ConfidentialityClass } from "../vocabulary";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  badge: {
    display: "inline-flex",
    alignItems: "center",
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    lineHeight: "20px",
    whiteSpace: "nowrap",
  },
  strict: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  careful: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface ClassBadgeProps {
  /** Class that the gate found; undefined before the document was read. */
  found: ConfidentialityClass | undefined;
}

/** The document's 機密性 class as a small badge; the words carry the meaning, the colour only repeats it. */
export function ClassBadge({ found }: ClassBadgeProps) {
  const t = useTranslation();
  const styles = useStyles();
  const name = found === undefined ? t("class.unread") : t(`class.${found}`);
  return (
    <span
      className={mergeClasses(
        styles.badge,
        found === "3" && styles.strict,
        (found === "2" || found === "unknown") && styles.careful,
      )}
      title={found === undefined ? name : t("class.badge", { name })}
      data-part="class-badge"
    >
      {name}
    </span>
  );
}
