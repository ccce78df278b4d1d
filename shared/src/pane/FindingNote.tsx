import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Finding } from "../vocabulary";
import { findingText } from "../i18n";
import { isUnconfirmedFinding } from "./statement-layout";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  note: {
    margin: 0,
    padding: "6px 10px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  error: {
    borderLeft: `3px solid ${tokens.colorStatusDangerBorder2}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
  },
  warning: {
    borderLeft: `3px solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  label: { fontWeight: tokens.fontWeightSemibold, marginRight: "6px" },
});

export interface FindingNoteProps {
  finding: Finding;
  /** The text it is about: a remark on a statement that is not borne out then names it by its first words. */
  output?: string;
}

/** Characters of a statement that name it. */
const namingCharacters = 16;

function firstWords({ output: place }: Finding, text: string): string {
  const words = [...text.slice(place?.start, place?.end)];
  return words.length <= namingCharacters ? words.join("") : `${words.slice(0, namingCharacters).join("")}…`;
}

/** A finding in words, at the spot it is about. */
export function FindingNote({ finding, output }: FindingNoteProps) {
  const t = useTranslation();
  const styles = useStyles();
  const label = {
    error: t("preview.findingError"),
    warning: t("preview.findingWarning"),
    info: t("preview.findingInfo"),
  }[finding.severity];
  return (
    <p
      className={mergeClasses(
        styles.note,
        finding.severity === "error" && styles.error,
        finding.severity === "warning" && styles.warning,
      )}
      data-part="finding"
      data-code={finding.code}
    >
      <span className={styles.label}>{label}</span>
      {output !== undefined &&
        finding.output !== undefined &&
        isUnconfirmedFinding(finding) &&
        t("preview.findingAt", { words: firstWords(finding, output) })}
      {findingText(t, finding)}
    </p>
  );
}
