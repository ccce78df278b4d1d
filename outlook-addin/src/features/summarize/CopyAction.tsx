import { makeStyles, tokens } from "@fluentui/react-components";
import { ActionBar, useTranslation } from "@genai-office/shared/pane";

const useStyles = makeStyles({
  notice: { margin: "0 0 8px", color: tokens.colorNeutralForeground3, minHeight: "22px" },
});

/** What can be done with a summary of a mail: it can be copied. Always in view. */
export function CopyAction({ notice, waiting, onCopy }: { notice: string; waiting: boolean; onCopy(): void }) {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <>
      {/* Always there: a line that comes and goes would move the button under the hand. */}
      <p className={styles.notice} data-part="notice">
        {notice}
      </p>
      <ActionBar actions={[{ id: "copy", label: t("action.copy"), primary: true, waiting, onAct: onCopy }]} />
    </>
  );
}
