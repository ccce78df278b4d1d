import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "@genai-office/shared/pane";
import { OfficeScriptError } from "@genai-office/shared/pane/office";

const useStyles = makeStyles({
  box: {
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  text: { margin: 0 },
});

/** The pane stands but Word cannot be reached: what the person, and what the administrator can do. */
export function ConnectionFailure({ error }: { error: unknown }) {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <div className={styles.box} role="alert" data-part="connection-failure">
      {error instanceof OfficeScriptError ? (
        <>
          <p className={styles.text}>{t("office.scriptFailed")}</p>
          <p className={styles.text}>{t("office.scriptFailedAdministrator", { url: error.url })}</p>
        </>
      ) : (
        <p className={styles.text}>{t("office.notInWord")}</p>
      )}
    </div>
  );
}
