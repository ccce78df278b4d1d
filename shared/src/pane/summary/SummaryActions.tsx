import { makeStyles, tokens } from "@fluentui/react-components";
import { ActionBar, type Action } from "../ActionBar";

const useStyles = makeStyles({
  notice: { margin: "0 0 8px", color: tokens.colorNeutralForeground3, minHeight: "22px" },
});

/** What can be done with a summary, and what was done last; always in view. */
export function SummaryActions({ notice, actions }: { notice: string; actions: Action[] }) {
  const styles = useStyles();
  return (
    <>
      {/* Always there: a line that comes and goes would move the buttons under the hand. */}
      <p className={styles.notice} data-part="notice">
        {notice}
      </p>
      <ActionBar actions={actions} />
    </>
  );
}
