import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "@genai-office/shared/pane";

const useStyles = makeStyles({
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** For the first use: what the button does, and that the mail is only read. */
export function EmptyMail() {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <>
      <p className={styles.text}>{t("empty.text")}</p>
      <p className={styles.quiet}>{t("empty.assurance")}</p>
    </>
  );
}
