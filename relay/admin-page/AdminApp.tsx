import {
  Button,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Tab,
  TabList,
  Text,
  Title2,
  tokens,
} from "@fluentui/react-components";
import { ArrowClockwise20Regular } from "@fluentui/react-icons";
import { paneTheme } from "@genai-office/shared/pane";
import type { PaneSignIn } from "@genai-office/shared/pane/sign-in";
import { asGenaiError, type GenaiError } from "@genai-office/shared/vocabulary";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { AdminSession } from "../src/admin/shapes";
import type { AdminClient } from "./admin-client";
import { AuditPage } from "./audit/AuditPage";
import { momentText } from "./format";
import { ModelsPage } from "./models/ModelsPage";
import { OverviewPage } from "./overview/OverviewPage";
import { Failure } from "./parts/Failure";
import { SettingsPage } from "./settings/SettingsPage";
import { KillSwitchPage } from "./switches/KillSwitchPage";
import { useWording, WordingContext, wordingOf, type PageLocale } from "./texts";
import { UsagePage } from "./usage/UsagePage";
import { useDarkness } from "./use-darkness";
import { useLoaded } from "./use-loaded";

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
  head: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: "12px 24px 0",
  },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 16px" },
  title: { margin: 0, flexGrow: 1 },
  tabs: { flexWrap: "wrap", marginInlineStart: "-10px" },
  main: { padding: "16px 24px 32px", maxWidth: "1400px", margin: "0 auto", boxSizing: "border-box" },
  notes: { display: "flex", flexDirection: "column", gap: "8px", marginBottom: "16px", ":empty": { display: "none" } },
});

const pages = ["overview", "switches", "usage", "models", "settings", "audit"] as const;
type PageName = (typeof pages)[number];

const refreshMs = 5_000;
const panelId = "page";

export interface AdminAppProps {
  client: AdminClient;
  signIn: PaneSignIn;
  locale: PageLocale;
}

/** The page of the administration: who is here, then one page at a time. */
export function AdminApp({ client, signIn, locale }: AdminAppProps) {
  const dark = useDarkness();
  const theme = useMemo(() => paneTheme(dark ? "dark" : "light"), [dark]);
  const wording = useMemo(() => wordingOf(locale), [locale]);
  const styles = useStyles();
  const load = useCallback(() => client.session(), [client]);
  const session = useLoaded(load);
  const refused = session.value === undefined ? session.error : undefined;

  return (
    <WordingContext.Provider value={wording}>
      <FluentProvider theme={theme} className={styles.root}>
        {session.value !== undefined ? (
          <Pages client={client} session={session.value} />
        ) : (
          <main className={styles.main}>
            {refused?.code === "sign-in-required" ? (
              <SignInNeeded signIn={signIn} onSignedIn={session.reload} />
            ) : refused?.code === "forbidden" ? (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{wording.texts.noRole}</MessageBarBody>
              </MessageBar>
            ) : refused !== undefined ? (
              <Failure error={refused} onRetry={session.reload} />
            ) : (
              <Spinner label={wording.texts.loading} />
            )}
          </main>
        )}
      </FluentProvider>
    </WordingContext.Provider>
  );
}

/** Signs in by a click: a browser lets no page open a window by itself. */
function SignInNeeded({ signIn, onSignedIn }: { signIn: PaneSignIn; onSignedIn(): void }) {
  const { texts } = useWording();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<GenaiError>();
  const start = async (): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      // False when they have closed the window: then nothing has happened.
      if (await signIn.signIn()) onSignedIn();
    } catch (thrown) {
      setFailed(asGenaiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>{texts.signInNeeded}</p>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
        {busy ? texts.signingIn : texts.signIn}
      </Button>
      {failed !== undefined && <Failure error={failed} />}
    </>
  );
}

function Pages({ client, session }: { client: AdminClient; session: AdminSession }) {
  const { texts, locale } = useWording();
  const styles = useStyles();
  const [page, setPage] = useState<PageName>(() => pageOfAddress());
  const load = useCallback(() => client.status(), [client]);
  const status = useLoaded(load, refreshMs);
  useEffect(() => {
    document.title = `${texts.tabs[page]} - ${session.displayName} ${texts.title}`;
  }, [page, session.displayName, texts]);
  const choose = (chosen: PageName): void => {
    window.history.replaceState(null, "", `#${chosen}`);
    setPage(chosen);
  };

  return (
    <>
      <header className={styles.head}>
        <div className={styles.line}>
          <Title2 as="h1" className={styles.title}>
            {`${session.displayName} ${texts.title}`}
          </Title2>
          <Text>{session.roles.map((role) => texts.roles[role]).join("・")}</Text>
          {status.value !== undefined && <Text>{texts.updatedAt(momentText(status.value.now, locale))}</Text>}
          <Button icon={<ArrowClockwise20Regular />} onClick={status.reload}>
            {texts.reload}
          </Button>
        </div>
        <TabList
          className={styles.tabs}
          selectedValue={page}
          onTabSelect={(_, { value }) => choose(pages.find((one) => one === value) ?? page)}
        >
          {pages.map((one) => (
            <Tab key={one} value={one} aria-controls={panelId}>
              {texts.tabs[one]}
            </Tab>
          ))}
        </TabList>
      </header>
      <main className={styles.main}>
        <div id={panelId} role="tabpanel" aria-label={texts.tabs[page]}>
          <div className={styles.notes}>
            {session.development && (
              <MessageBar layout="multiline">
                <MessageBarBody>{texts.development}</MessageBarBody>
              </MessageBar>
            )}
            {status.error !== undefined && (
              <Failure error={status.error} stale={status.value !== undefined} onRetry={status.reload} />
            )}
          </div>
          {status.value === undefined && status.loading && <Spinner label={texts.loading} />}
          {page === "overview" && <OverviewPage client={client} status={status} />}
          {page === "switches" && (
            <KillSwitchPage client={client} status={status} mayOperate={session.roles.includes("operator")} />
          )}
          {page === "usage" && <UsagePage client={client} />}
          {page === "models" && status.value !== undefined && <ModelsPage status={status.value} />}
          {page === "settings" && <SettingsPage client={client} />}
          {page === "audit" && <AuditPage client={client} isOfficer={session.roles.includes("officer")} />}
        </div>
      </main>
    </>
  );
}

/** The page that the address names, so that a reload stays where it was. */
function pageOfAddress(): PageName {
  const named = window.location.hash.slice(1);
  return pages.find((one) => one === named) ?? "overview";
}
