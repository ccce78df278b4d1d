import { makeStyles, tokens } from "@fluentui/react-components";
import { FindingNote, StatementText, useTexts } from "@genai-office/shared/pane";
import type { Statement } from "@genai-office/shared/vocabulary";
import { useId, type KeyboardEvent, type ReactNode } from "react";
import { tabTexts } from "../texts/tab-texts";
import type { MinutesLine, MinutesSections } from "./minutes-sections";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "16px", minWidth: 0 },
  section: { display: "flex", flexDirection: "column", gap: "6px" },
  heading: { margin: 0, fontSize: "16px", lineHeight: "24px", fontWeight: tokens.fontWeightSemibold },
  lines: { margin: 0, paddingLeft: "20px", display: "flex", flexDirection: "column", gap: "6px" },
  line: { overflowWrap: "anywhere" },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  notes: { display: "flex", flexDirection: "column", gap: "4px", marginTop: "4px" },
  action: { color: tokens.colorNeutralForeground3 },
});

export interface MinutesLinesProps {
  sections: MinutesSections;
  chosen: Statement | undefined;
  onChoose(statement: Statement): void;
  /** What is shown below a chosen line, where there is no room beside it. */
  below?: ReactNode;
}

/** The minutes, line by line: each line can be chosen to see what it rests on. */
export function MinutesLines({ sections, chosen, onChoose, below }: MinutesLinesProps) {
  const t = useTexts(tabTexts);
  const styles = useStyles();
  const hintId = useId();
  const all = [
    ...sections.topics.flatMap(({ lines }) => lines),
    ...sections.decisions,
    ...sections.actions.map(({ line }) => line),
  ].map(({ placed }) => placed.statement);
  const stop = chosen !== undefined && all.includes(chosen) ? chosen : all[0];

  const lineOf = ({ placed, findings }: MinutesLine, after?: string) => (
    <li key={all.indexOf(placed.statement)} className={styles.line} data-part="line">
      <StatementText
        placed={placed}
        tabStop={placed.statement === stop}
        shown={placed.statement === chosen}
        describedBy={hintId}
        onFocus={() => undefined}
        onChoose={() => onChoose(placed.statement)}
        onKeyDown={moveFocus}
      />
      {after !== undefined && <span className={styles.action}>{after}</span>}
      {findings.length > 0 && (
        <div className={styles.notes}>
          {findings.map((finding, index) => (
            <FindingNote key={index} finding={finding} />
          ))}
        </div>
      )}
      {placed.statement === chosen && below}
    </li>
  );

  return (
    <div className={styles.box}>
      <span id={hintId} hidden>
        {t("evidenceHow")}
      </span>
      {sections.topics.map(({ title, lines }, index) => (
        <section key={index} className={styles.section}>
          <h2 className={styles.heading}>{title === "" ? t("discussion") : title}</h2>
          <ul className={styles.lines}>{lines.map((line) => lineOf(line))}</ul>
        </section>
      ))}
      <section className={styles.section}>
        <h2 className={styles.heading}>{t("decisions")}</h2>
        {sections.decisions.length === 0 ? (
          <p className={styles.none}>{t("none")}</p>
        ) : (
          <ul className={styles.lines}>{sections.decisions.map((line) => lineOf(line))}</ul>
        )}
      </section>
      <section className={styles.section}>
        <h2 className={styles.heading}>{t("actions")}</h2>
        {sections.actions.length === 0 ? (
          <p className={styles.none}>{t("none")}</p>
        ) : (
          <ul className={styles.lines}>
            {sections.actions.map(({ line, owner, due }) => lineOf(line, t("ownerAndDue", { owner, due })))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** Arrow keys go from line to line; Tab leaves the minutes. */
function moveFocus(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const lines = [...document.querySelectorAll<HTMLElement>('[data-part="line"] [data-part="statement"]')];
  const next = lines[lines.indexOf(event.currentTarget as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
