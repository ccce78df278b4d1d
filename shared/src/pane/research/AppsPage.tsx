import { Button, Input } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import type { AppCard } from "../../vocabulary";
import { ErrorMessage } from "../ErrorMessage";
import { Progress } from "../Progress";
import { InquiryList } from "./InquiryList";
import type { AppService } from "../../relay-client";
import type { ResearchSession, ResearchState } from "./research-session";
import { useResearchStyles } from "./research-styles";
import { ServiceNote } from "./ServiceNote";
import { useResearchTexts } from "./use-session";

export interface PageProps {
  session: ResearchSession;
  state: ResearchState;
}

/** From this many apps on a search is of use. */
const searchFrom = 4;

/** The inquiries of this machine, and the apps there are. */
export function AppsPage({ session, state }: PageProps) {
  const { tr } = useResearchTexts();
  const styles = useResearchStyles();
  const { offer, loading, failure, search } = state;
  const found = offer === undefined ? [] : matching(offer.apps, search);
  return (
    <div className={styles.page}>
      {state.inquiries.length > 0 && <InquiryList session={session} state={state} />}
      {failure !== undefined && <ErrorMessage error={failure} onRetry={() => void session.load()} />}
      {failure?.code === "sign-in-required" && (
        <div className={styles.row} data-part="sign-in-offer">
          <Button
            appearance="primary"
            disabledFocusable={state.signingIn !== undefined}
            onClick={() => void session.signIn()}
          >
            {tr("signIn")}
          </Button>
        </div>
      )}
      {offer === undefined && loading && <Progress label={tr("loading")} />}
      {offer !== undefined && (
        <>
          {offer.services.length === 0 && <NoService />}
          {oneOfEachSignIn(offer.services).map((service) => (
            <ServiceNote
              key={service.id}
              service={service}
              services={offer.services}
              empty={!offer.apps.some((app) => app.service === service.id)}
              session={session}
              state={state}
            />
          ))}
          {offer.apps.length > 0 && (
            <section className={styles.page} aria-label={tr("apps")}>
              <p className={styles.text}>{tr("intro")}</p>
              {offer.apps.length >= searchFrom && (
                <Input
                  type="search"
                  contentBefore={<SearchRegular />}
                  aria-label={tr("search")}
                  placeholder={tr("search")}
                  value={search}
                  onChange={(_, { value }) => session.search(value)}
                  data-part="app-search"
                />
              )}
              <div role="status">
                {search.trim() !== "" && (
                  <p className={styles.quiet}>
                    {found.length === 0 ? tr("searchNone", { words: search }) : tr("count", { count: found.length })}
                  </p>
                )}
              </div>
              <ul className={styles.list} data-part="apps">
                {found.map((app) => (
                  <li key={app.id}>
                    <AppButton
                      app={app}
                      service={offer.services.find(({ id }) => id === app.service)}
                      onOpen={() => session.openApp(app)}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
}

/** Services that ask for the same sign-in ask once. */
function oneOfEachSignIn(services: AppService[]): AppService[] {
  return services.filter(
    ({ signInNeeded }, index) =>
      signInNeeded === undefined || services.findIndex((one) => one.signInNeeded === signInNeeded) === index,
  );
}

/** Every word of the search in name, description, team or service; full-width and half-width are alike. */
function matching(apps: AppCard[], search: string): AppCard[] {
  const folded = (text: string) => text.normalize("NFKC").toLowerCase();
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  return apps.filter(({ name, description, team = "" }) => {
    const text = folded(`${name} ${description} ${team}`);
    return words.every((word) => text.includes(word));
  });
}

function AppButton({ app, service, onOpen }: { app: AppCard; service: AppService | undefined; onOpen(): void }) {
  const { t, tr } = useResearchTexts();
  const styles = useResearchStyles();
  const owner = app.team ?? (t.locale === "en" ? service?.name.en : service?.name.ja);
  return (
    <Button
      className={styles.choice}
      appearance="subtle"
      disabledFocusable={app.obstacle !== undefined}
      onClick={onOpen}
      data-app={app.id}
    >
      <span className={styles.words}>
        <span className={styles.name}>{app.name}</span>
        {app.description !== "" && <span className={styles.words}>{app.description}</span>}
        {owner !== undefined && <span className={styles.detail}>{tr("appOf", { owner })}</span>}
        {app.obstacle !== undefined && <span className={styles.reason}>{tr(`obstacle.${app.obstacle}`)}</span>}
      </span>
    </Button>
  );
}

function NoService() {
  const { tr } = useResearchTexts();
  const styles = useResearchStyles();
  return (
    <div className={styles.card} data-part="no-service">
      <p className={styles.text}>{tr("noService")}</p>
      <p className={styles.quiet}>{tr("noServiceAdministrator")}</p>
    </div>
  );
}
