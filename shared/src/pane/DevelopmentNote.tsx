import { makeStyles, tokens } from "@fluentui/react-components";
import { signInMode } from "./sign-in/sign-in-mode";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});

/** Says that the relay knows nobody, where it does: what is tried there must not be taken for what a ministry runs. */
export function DevelopmentNote() {
  const t = useTranslation();
  const styles = useStyles();
  if (signInMode(document) !== "development") return null;
  return (
    <span className={styles.note} data-part="development-mode">
      {t("pane.development")}
    </span>
  );
}
