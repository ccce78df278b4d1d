import { makeStyles, tokens } from "@fluentui/react-components";
import { useTexts, useTranslation } from "@genai-office/shared/pane";
import type { MailTaskName } from "./TaskBar";
import { emptyTexts } from "./empty-texts";

const useStyles = makeStyles({
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** For the first use: what the button does, and that nothing is sent by itself. */
export function EmptyTask({ name }: { name: MailTaskName | "draft" }) {
  const t = useTranslation();
  const texts = useTexts(emptyTexts);
  const styles = useStyles();
  return (
    <>
      <p className={styles.text} data-part="empty">
        {texts(name)}
      </p>
      <p className={styles.quiet}>{name === "reply" || name === "draft" ? texts("neverSent") : t("empty.assurance")}</p>
    </>
  );
}
