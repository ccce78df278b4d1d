import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTranslation } from "@genai-office/shared/pane";
import type { Block } from "@genai-office/shared/vocabulary";

const useStyles = makeStyles({
  box: {
    // Stays in view below the sentence that was chosen, however long the summary is.
    position: "sticky",
    bottom: 0,
    maxHeight: "36vh",
    flexShrink: 0,
    overflowY: "auto",
    boxShadow: tokens.shadow8,
    padding: "8px 12px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  title: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  who: { margin: "4px 0 0", color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  text: {
    margin: "4px 0 0",
    paddingLeft: "10px",
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
});

/** The paragraphs of the mail that a sentence rests on. Outlook cannot be scrolled to them, so they are shown here. */
export default function SourceQuote({ blocks, onClose }: { blocks: Block[]; onClose(): void }) {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <section className={styles.box} aria-label={t("preview.source")} aria-live="polite" data-part="source">
      <div className={styles.head}>
        <h2 className={styles.title}>{t("preview.source")}</h2>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={t("preview.closeSource")}
          title={t("preview.closeSource")}
          onClick={onClose}
        />
      </div>
      {blocks.map((block) => (
        <div key={block.id}>
          {block.kind === "message" && <p className={styles.who}>{block.label}</p>}
          <p className={styles.text}>{block.text}</p>
        </div>
      ))}
    </section>
  );
}
