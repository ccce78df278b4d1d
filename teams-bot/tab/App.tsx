import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { errorsWithoutDocument, localeOf } from "@genai-office/shared/i18n";
import { ErrorMessage, LiveMessage, PaneProvider, useTexts, type ThemeName } from "@genai-office/shared/pane";
import { asGenaiError, type GenaiError } from "@genai-office/shared/vocabulary";
import { useCallback, useEffect, useState } from "react";
import { JobList } from "./list/JobList";
import { useJobs } from "./list/use-jobs";
import { MinutesPage } from "./minutes/MinutesPage";
import { SignInPrompt } from "./SignInPrompt";
import type { TabServices } from "./tab-services";
import type { TeamsConnection } from "./teams/connect-teams";
import { tabTexts } from "./texts/tab-texts";

export interface AppProps {
  services: TabServices;
  /** Language of the page as it was delivered; that of Teams comes before it. */
  pageLanguage: string;
}

/** Here is no document that an error could leave unchanged. */
const wordings = { ja: errorsWithoutDocument("ja"), en: errorsWithoutDocument("en") };

/** The tab in its Teams: connection, language and theme. */
export function App({ services, pageLanguage }: AppProps) {
  const [teams, setTeams] = useState<TeamsConnection>();
  const [failure, setFailure] = useState<GenaiError>();
  const [theme, setTheme] = useState<ThemeName>();
  const connect = useCallback(() => {
    setFailure(undefined);
    services.connect().then(
      (connected) => {
        setTeams(connected);
        setTheme(connected.theme);
        connected.onTheme(setTheme);
      },
      (thrown: unknown) => setFailure(causeOf(thrown)),
    );
  }, [services]);
  useEffect(connect, [connect]);
  const locale = localeOf(teams?.language ?? pageLanguage);
  return (
    <PaneProvider locale={locale} officeTheme={theme} wording={wordings[locale === "en" ? "en" : "ja"]}>
      <Tab services={services} teams={teams} failure={failure} onRetry={connect} />
    </PaneProvider>
  );
}

/** A part that could not be loaded wraps what Teams or its library has thrown. */
function causeOf(thrown: unknown): GenaiError {
  const error = asGenaiError(thrown);
  const { cause } = error as { cause?: unknown };
  return cause === undefined ? error : asGenaiError(cause);
}

const useStyles = makeStyles({
  frame: {
    boxSizing: "border-box",
    height: "100%",
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  page: {
    boxSizing: "border-box",
    maxWidth: "1200px",
    margin: "0 auto",
    padding: "16px",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
  },
  bar: { display: "flex", gap: "12px", alignItems: "center", justifyContent: "space-between" },
  title: { margin: 0, fontSize: "20px", lineHeight: "28px" },
  empty: { display: "flex", flexDirection: "column", gap: "8px" },
  text: { margin: 0 },
  subtitle: { margin: 0, fontSize: "16px", lineHeight: "24px" },
});

interface TabProps {
  services: TabServices;
  teams: TeamsConnection | undefined;
  failure: GenaiError | undefined;
  onRetry(): void;
}

function Tab({ services, teams, failure, onRetry }: TabProps) {
  const t = useTexts(tabTexts);
  const styles = useStyles();
  const [opened, setOpened] = useState<string | undefined>();
  useEffect(() => setOpened(teams?.linked), [teams]);
  return (
    <div className={styles.frame}>
      <main className={styles.page}>
        {failure !== undefined && (
          <ErrorMessage
            error={failure}
            text={failure.code === "host-unsupported" ? t("outside") : undefined}
            onRetry={onRetry}
          />
        )}
        {failure === undefined && teams === undefined && <p role="status">{t("connecting")}</p>}
        {teams !== undefined && opened === undefined && <ListPage services={services} onOpen={setOpened} />}
        {teams !== undefined && opened !== undefined && (
          <MinutesPage id={opened} load={services.jobs} signIn={services.signIn} onBack={() => setOpened(undefined)} />
        )}
      </main>
    </div>
  );
}

function ListPage({ services, onOpen }: { services: TabServices; onOpen(id: string): void }) {
  const t = useTexts(tabTexts);
  const styles = useStyles();
  const [{ jobs, error, cancelling }, actions] = useJobs(services.jobs);
  const [told, setTold] = useState("");
  const [isRefreshing, setRefreshing] = useState(false);
  const refresh = async () => {
    setRefreshing(true);
    // A failure is in the state, and shown.
    await actions.refresh();
    setRefreshing(false);
    setTold(t("updated"));
  };
  const needsSignIn = error?.code === "sign-in-required";
  const signIn = async () => {
    if (await services.signIn()) await actions.refresh();
  };
  return (
    <>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t("title")}</h1>
        <Button
          icon={<ArrowClockwiseRegular />}
          data-part="primary"
          data-phase={isRefreshing ? "working" : "idle"}
          onClick={() => void refresh()}
        >
          {t("refresh")}
        </Button>
      </div>
      <LiveMessage text={told} />
      {needsSignIn && <SignInPrompt onSignIn={() => void signIn()} />}
      {error !== undefined && !needsSignIn && <ErrorMessage error={error} onRetry={() => void actions.refresh()} />}
      {jobs === undefined && error === undefined && <p role="status">{t("loading")}</p>}
      {jobs?.length === 0 && (
        <section className={styles.empty} data-part="empty">
          <h2 className={styles.subtitle}>{t("emptyTitle")}</h2>
          <p className={styles.text}>{t("empty")}</p>
          <p className={styles.text}>{t("emptyHow")}</p>
        </section>
      )}
      {jobs !== undefined && jobs.length > 0 && (
        <JobList
          jobs={jobs}
          cancelling={cancelling}
          onOpen={onOpen}
          onCancel={(id) => void actions.cancel(id)}
          onRemove={(id) => void actions.remove(id).then((done) => done && setTold(t("removed")))}
        />
      )}
    </>
  );
}
