import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { findingText } from "@genai-office/shared/i18n";
import { ErrorMessage, FindingNote, useTexts, useTranslation, useWide } from "@genai-office/shared/pane";
import type { JobsClient } from "@genai-office/shared/relay-client";
import type { MinutesRecord } from "@genai-office/shared/tasks";
import { asGenaiError, type GenaiError, type Statement } from "@genai-office/shared/vocabulary";
import { useEffect, useMemo, useRef, useState } from "react";
import { SignInPrompt } from "../SignInPrompt";
import { tabTexts } from "../texts/tab-texts";
import { EvidencePanel } from "./EvidencePanel";
import { MinutesLines } from "./MinutesLines";
import { minutesSections } from "./minutes-sections";
import { RecordActions } from "./RecordActions";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
  bar: { display: "flex", flexWrap: "wrap", gap: "8px", justifyContent: "space-between" },
  head: { display: "flex", flexDirection: "column", gap: "4px", outlineStyle: "none" },
  mark: { alignSelf: "flex-end", fontWeight: tokens.fontWeightSemibold },
  title: { margin: 0, fontSize: "20px", lineHeight: "28px", overflowWrap: "anywhere" },
  facts: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  draft: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  // A badge is one line high; where it is narrow, the names of the models need two.
  label: { height: "auto", minHeight: "20px", paddingTop: "1px", paddingBottom: "1px" },
  columns: { display: "grid", gap: "16px", gridTemplateColumns: "minmax(0, 1fr)", alignItems: "start" },
  wide: { gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)" },
  sheet: {
    padding: "16px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  side: { position: "sticky", top: "12px", maxHeight: "calc(100vh - 24px)", overflowY: "auto" },
  struck: { display: "flex", flexDirection: "column", gap: "6px" },
  heading: { margin: 0, fontSize: "16px", lineHeight: "24px", fontWeight: tokens.fontWeightSemibold },
  struckList: { margin: 0, paddingLeft: "20px", display: "flex", flexDirection: "column", gap: "6px" },
});

export interface MinutesPageProps {
  id: string;
  load: () => Promise<JobsClient>;
  /** False when the person has closed the window. */
  signIn(): Promise<boolean>;
  onBack(): void;
}

/** The minutes of one meeting beside what was said. */
export function MinutesPage({ id, load, signIn, onBack }: MinutesPageProps) {
  const t = useTexts(tabTexts);
  const styles = useStyles();
  const [record, setRecord] = useState<MinutesRecord>();
  const [error, setError] = useState<GenaiError>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setError(undefined);
    load()
      .then((jobs) => jobs.details(id, controller.signal))
      .then((details) => {
        if (controller.signal.aborted) return;
        if (details.record === undefined) setError(asGenaiError(undefined));
        else setRecord(details.record);
      })
      .catch((thrown: unknown) => {
        if (!controller.signal.aborted) setError(asGenaiError(thrown));
      });
    return () => controller.abort();
  }, [id, load, attempt]);
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Button icon={<ArrowLeftRegular />} onClick={onBack}>
          {t("back")}
        </Button>
        {record !== undefined && <RecordActions record={record} />}
      </div>
      {record === undefined && error === undefined && <p role="status">{t("loading")}</p>}
      {record === undefined && error?.code === "sign-in-required" && (
        <SignInPrompt onSignIn={() => void signIn().then((done) => done && setAttempt(attempt + 1))} />
      )}
      {record === undefined && error !== undefined && error.code !== "sign-in-required" && (
        <ErrorMessage
          error={error}
          text={error.code === "not-found" ? t("gone") : undefined}
          onRetry={() => setAttempt(attempt + 1)}
        />
      )}
      {record !== undefined && <Minutes record={record} />}
    </div>
  );
}

function Minutes({ record }: { record: MinutesRecord }) {
  const t = useTexts(tabTexts);
  const translate = useTranslation();
  const styles = useStyles();
  const wide = useWide();
  const sections = useMemo(() => minutesSections(record.result), [record]);
  const [chosen, setChosen] = useState<Statement>();
  const head = useRef<HTMLElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { title, date, mark, models, result, utterances } = record;
  const between = translate.locale === "en" ? ", " : "、";
  const panel = <EvidencePanel statement={chosen} utterances={utterances} />;
  return (
    <>
      <header className={styles.head} ref={head} tabIndex={-1} data-part="head">
        {mark !== "" && (
          <span className={styles.mark} data-part="mark">
            {mark}
          </span>
        )}
        <h1 className={styles.title}>{title === "" ? t("untitled") : title}</h1>
        {date !== undefined && <p className={styles.facts}>{dateText(date, translate.locale)}</p>}
        <p className={styles.facts}>
          {t("speakers")}：{result.speakers.join(between)}
        </p>
        <div className={styles.draft}>
          <Badge appearance="tint" color="warning" className={styles.label} data-part="label">
            {t("draft", { models: models.join(between) })}
          </Badge>
          <span>{t("check")}</span>
        </div>
      </header>
      <div className={`${styles.columns} ${wide ? styles.wide : ""}`}>
        <div className={styles.sheet}>
          <MinutesLines
            sections={sections}
            chosen={chosen}
            onChoose={(statement) => setChosen(statement === chosen ? undefined : statement)}
            below={wide ? undefined : panel}
          />
        </div>
        {wide && <div className={styles.side}>{panel}</div>}
      </div>
      {sections.elsewhere.length > 0 && (
        <section className={styles.struck}>
          <h2 className={styles.heading}>{t("remarks")}</h2>
          {sections.elsewhere.map((finding, index) => (
            <FindingNote key={index} finding={finding} />
          ))}
        </section>
      )}
      {result.unsupported.length > 0 && (
        <section className={styles.struck} data-part="struck">
          <h2 className={styles.heading}>{t("struck", { count: result.unsupported.length })}</h2>
          <ul className={styles.struckList}>
            {result.unsupported.map(({ statement, reason }, index) => (
              <li key={index}>
                {findingText(translate, { code: "line-unsupported", values: { line: statement.text, reason } })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** 令和8年11月2日 for 2026-11-02. */
function dateText(date: string, locale: string): string {
  const options = { dateStyle: "long", timeZone: "UTC" } as const;
  const format =
    locale === "en"
      ? new Intl.DateTimeFormat("en", options)
      : new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
          ...options,
          dateStyle: undefined,
          era: "long",
          year: "numeric",
          month: "long",
          day: "numeric",
        });
  return format.format(new Date(`${date}T00:00:00Z`));
}
