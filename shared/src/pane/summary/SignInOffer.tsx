import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { GenaiError } from "../../vocabulary";
import { ErrorMessage } from "../ErrorMessage";
import { useTranslation } from "../translation";
import { toldError } from "./summary-flow";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
});

export interface SignInOfferProps {
  /** Resolves with true when the person is signed in, with false when they have closed the page. */
  signIn(): Promise<boolean>;
  onSignedIn(): void;
}

/** For a model that wants the person's own sign-in: opens it, and goes on afterwards. */
export function SignInOffer({ signIn, onSignedIn }: SignInOfferProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<GenaiError>();
  const start = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      if (await signIn()) onSignedIn();
    } catch (thrown) {
      setFailure(toldError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.box} data-part="sign-in-offer">
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
        {t("pane.signIn")}
      </Button>
      {failure !== undefined && <ErrorMessage error={failure} />}
    </div>
  );
}
