import { Button, makeStyles } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import { tabTexts } from "./texts/tab-texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  text: { margin: 0 },
});

/** Why somebody has to sign in, and the click that a window needs. */
export function SignInPrompt({ onSignIn }: { onSignIn(): void }) {
  const t = useTexts(tabTexts);
  const styles = useStyles();
  return (
    <div className={styles.box} data-part="sign-in">
      <p className={styles.text}>{t("signInWhy")}</p>
      <Button appearance="primary" onClick={onSignIn}>
        {t("signIn")}
      </Button>
    </div>
  );
}
