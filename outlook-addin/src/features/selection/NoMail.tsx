import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import type { GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { MailObstacle } from "../../mailbox";
import { workTexts } from "../work/work-texts";
import { noMailTexts } from "./no-mail-texts";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { margin: 0, overflowWrap: "anywhere" },
});

export interface NoMailProps {
  /** Why there is no message, or why the one that is there could not be read. */
  why: MailObstacle | GenaiErrorCode;
  onRefresh(): void;
}

/** Says why there is nothing to work on, and what to do; and 読み直す, for an Outlook that did not tell of a selection. */
export default function NoMail({ why, onRefresh }: NoMailProps) {
  const texts = useTexts(workTexts);
  const words = useTexts(noMailTexts);
  const styles = useStyles();
  return (
    <div className={styles.box} data-part="no-mail" data-why={why}>
      <p className={styles.text}>{words(isTold(why) ? why : "other")}</p>
      <Button size="small" onClick={onRefresh} data-part="refresh">
        {texts("refresh")}
      </Button>
    </div>
  );
}

function isTold(why: string): why is keyof typeof noMailTexts.ja {
  return Object.hasOwn(noMailTexts.ja, why);
}
