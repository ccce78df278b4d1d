import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { countCharacters } from "../language";
import type { Finding, Statement } from "../vocabulary";
import { FindingNote } from "./FindingNote";
import { layOutStatements, type StatementGroup } from "./statement-layout";
import { StatementText } from "./StatementText";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", flexWrap: "wrap", columnGap: "8px", alignItems: "baseline" },
  title: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorBrandForeground1 },
  text: { margin: 0, fontSize: "15px", lineHeight: "26px", overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  heading: { fontWeight: tokens.fontWeightSemibold },
  bullet: { paddingLeft: "1em", textIndent: "-1em" },
  facts: { margin: 0, color: tokens.colorNeutralForeground3 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** A finished output, with what was found in it. */
export interface PreviewResult {
  /** The whole output; spans of findings are offsets in it. */
  text: string;
  statements: Statement[];
  findings: Finding[];
}

export interface PreviewProps {
  /** Who wrote it: 「AIによる下書き・…」 or 「オフライン簡易エンジン」. */
  label: string;
  /** Whose output it is, where several stand side by side: for screen readers. */
  name?: string;
  /** Text as it streams; shown until `result` is there. */
  streaming: string;
  result?: PreviewResult | undefined;
  /** False for words that nothing will be added to: the person stopped. */
  busy?: boolean;
  /** A sentence was chosen; its source blocks are to be shown. */
  onShowSource(statement: Statement): void;
}

/** The output: text while it streams; then sentences that lead to their sources, and findings at the spot. */
export function Preview({ label, name, streaming, result, busy = true, onShowSource }: PreviewProps) {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <section
      className={styles.card}
      aria-label={name === undefined ? t("preview.title") : `${t("preview.title")}（${name}）`}
      aria-busy={result === undefined && busy}
      data-part="preview"
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t("preview.title")}</h2>
        <span className={styles.label} data-part="draft-label">
          {label}
        </span>
      </div>
      {result === undefined ? (
        <p className={styles.text} data-part="streaming">
          {streaming}
        </p>
      ) : (
        <Statements result={result} onShowSource={onShowSource} />
      )}
    </section>
  );
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function Statements({ result, onShowSource }: { result: PreviewResult; onShowSource(statement: Statement): void }) {
  const t = useTranslation();
  const styles = useStyles();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const [tabStop, setTabStop] = useState(0);
  const [shown, setShown] = useState<Statement>();
  const { groups, elsewhere } = useMemo(
    () => layOutStatements(result.text, result.statements, result.findings),
    [result],
  );
  const move = (event: KeyboardEvent) => {
    const last = result.statements.length - 1;
    const ends: Record<string, number> = { Home: 0, End: last };
    const step = steps[event.key];
    const target = ends[event.key] ?? (step === undefined ? undefined : Math.min(last, Math.max(0, tabStop + step)));
    if (target === undefined) return;
    event.preventDefault();
    box.current?.querySelectorAll<HTMLElement>("[data-part=statement]")[target]?.focus();
  };
  const sentences = (group: StatementGroup) =>
    group.statements.map((placed) => {
      const index = result.statements.indexOf(placed.statement);
      return (
        <StatementText
          key={index}
          placed={placed}
          tabStop={index === tabStop}
          shown={shown === placed.statement}
          describedBy={hint}
          onFocus={() => setTabStop(index)}
          onKeyDown={move}
          onChoose={() => {
            setShown(placed.statement);
            onShowSource(placed.statement);
          }}
        />
      );
    });
  const count = result.findings.filter((finding) => finding.severity !== "info").length;
  return (
    <>
      <p className={styles.facts} data-part="facts">
        {t("preview.length", { characters: countCharacters(result.text) })}・
        {count === 0 ? t("preview.noFindings") : t("preview.findings", { findings: count })}
      </p>
      <div ref={box} className={styles.card} style={{ padding: 0, border: "none" }}>
        {groups.map((group, index) => (
          <div key={index}>
            <p
              className={
                group.layout === "heading"
                  ? `${styles.text} ${styles.heading}`
                  : group.layout === "bullet"
                    ? `${styles.text} ${styles.bullet}`
                    : styles.text
              }
            >
              {group.layout === "bullet" && <span aria-hidden="true">・</span>}
              {sentences(group)}
            </p>
            {group.findings.map((finding, at) => (
              <FindingNote key={at} finding={finding} output={result.text} />
            ))}
          </div>
        ))}
        {elsewhere.map((finding, at) => (
          <FindingNote key={at} finding={finding} />
        ))}
      </div>
      <p id={hint} className={styles.hint}>
        {t("preview.sentencesHint")}
      </p>
    </>
  );
}
