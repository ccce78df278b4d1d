import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "../translation";
import { OfficeScriptError } from "./office-scripts";

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

/** The pane stands but Office cannot be reached: what the person, and what the administrator can do. */
export function ConnectionFailure({ error }: { error: unknown }) {
  const t = useTranslation();
  const styles = useStyles();
  const blocked = error instanceof OfficeScriptError ? error.url : undefined;
  return (
    <div className={styles.box} role="alert" data-part="connection-failure">
      <p className={styles.text}>{t(blocked === undefined ? "office.notInWord" : "office.scriptFailed")}</p>
      {blocked !== undefined && (
        <p className={styles.text}>{t("office.scriptFailedAdministrator", { url: blocked })}</p>
      )}
    </div>
  );
}
