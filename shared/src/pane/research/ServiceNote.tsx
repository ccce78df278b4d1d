import { Button } from "@fluentui/react-components";
import { errorText } from "../../i18n";
import { ErrorMessage } from "../ErrorMessage";
import type { PageProps } from "./AppsPage";
import type { AppService } from "../../relay-client";
import { useResearchStyles } from "./research-styles";
import { useResearchTexts } from "./use-session";

interface ServiceNoteProps extends PageProps {
  service: AppService;
  /** All services: several may ask for the same sign-in. */
  services: AppService[];
  /** None of its apps is on offer. */
  empty: boolean;
}

/** What a service asks of the person before its apps can be used, or why it has none; nothing when all is well. */
export function ServiceNote({ service, services, empty, session, state }: ServiceNoteProps) {
  const { t, tr } = useResearchTexts();
  const styles = useResearchStyles();
  const { signInNeeded, error } = service;
  const nameOf = (one: AppService) => (t.locale === "en" ? one.name.en : one.name.ja);
  const name = nameOf(service);
  const { signInFailure } = state;
  const failed = signInFailure?.connection === signInNeeded ? signInFailure?.error : undefined;
  if (signInNeeded !== undefined) {
    const alike = services.filter((one) => one.signInNeeded === signInNeeded).map(nameOf);
    const busy = state.signingIn === signInNeeded;
    return (
      <div className={styles.card} data-part="sign-in">
        <p className={styles.text}>{tr("signInNeeded", { service: alike.join("」「") })}</p>
        <div className={styles.row}>
          <Button
            appearance="primary"
            disabledFocusable={state.signingIn !== undefined}
            onClick={() => void session.signIn(signInNeeded)}
            data-sign-in={signInNeeded}
          >
            {tr("signIn")}
          </Button>
        </div>
        <div role="status">{busy && <p className={styles.quiet}>{tr("signingIn")}</p>}</div>
        {failed !== undefined && <ErrorMessage title={tr("signInFailed")} error={failed} />}
      </div>
    );
  }
  if (error !== undefined) {
    return (
      <div className={styles.card} role="alert" data-part="service-failed">
        <p className={styles.text}>{tr("serviceFailed", { service: name })}</p>
        <p className={styles.quiet}>{errorText(t, error)}</p>
        <div className={styles.row}>
          <Button onClick={() => void session.load()}>{tr("reload")}</Button>
        </div>
      </div>
    );
  }
  if (!empty) return null;
  return (
    <div className={styles.card} data-part="no-app">
      <p className={styles.text}>{tr("noApp", { service: name })}</p>
    </div>
  );
}
