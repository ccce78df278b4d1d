import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import type { Block, Statement } from "@genai-office/shared/vocabulary";
import { tabTexts } from "../texts/tab-texts";
import { evidenceOf } from "./evidence";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "12px 16px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  heading: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  stretch: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "8px" },
  next: { paddingTop: "10px", borderTop: `1px dashed ${tokens.colorNeutralStroke1}` },
  utterance: { margin: 0, paddingLeft: "10px", borderLeft: `3px solid transparent` },
  cited: { borderLeftColor: tokens.colorBrandStroke1, color: tokens.colorNeutralForeground1 },
  near: { color: tokens.colorNeutralForeground3 },
  who: { display: "block", fontWeight: tokens.fontWeightSemibold },
  words: { whiteSpace: "pre-line" },
});

/** Characters of a sentence that name it. */
const namingCharacters = 20;

export interface EvidencePanelProps {
  /** Undefined while no line is chosen. */
  statement: Statement | undefined;
  utterances: readonly Block[];
}

/** What was said: the utterances that the chosen line rests on, with who and when, and what stands around them. */
export function EvidencePanel({ statement, utterances }: EvidencePanelProps) {
  const t = useTexts(tabTexts);
  const styles = useStyles();
  const stretches = statement === undefined ? [] : evidenceOf(utterances, statement.sources);
  return (
    <section className={styles.panel} aria-label={t("evidence")} data-part="evidence">
      <h2 className={styles.heading}>
        {statement === undefined ? t("evidence") : t("evidenceOf", { words: firstWords(statement.text) })}
      </h2>
      {statement === undefined && <p className={styles.quiet}>{t("evidenceHow")}</p>}
      {statement !== undefined && stretches.length === 0 && <p className={styles.quiet}>{t("evidenceGone")}</p>}
      {stretches.map((stretch, index) => (
        <ul key={stretch[0]!.block.id} className={mergeClasses(styles.stretch, index > 0 && styles.next)}>
          {stretch.map(({ block, cited }) => (
            <li
              key={block.id}
              className={mergeClasses(styles.utterance, cited ? styles.cited : styles.near)}
              data-part={cited ? "utterance" : "near"}
            >
              <span className={styles.who}>{cited ? block.label : `${block.label ?? ""}（${t("around")}）`}</span>
              <span className={styles.words}>{block.text}</span>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}

function firstWords(text: string): string {
  const characters = [...text];
  return characters.length <= namingCharacters ? text : `${characters.slice(0, namingCharacters).join("")}…`;
}
