import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { ModelCard } from "../vocabulary";
import { modelClearance, modelName, modelRegion } from "./model-text";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  card: {
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: "0 0 4px",
    fontSize: "14px",
    lineHeight: "22px",
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "4px" },
  choice: {
    width: "100%",
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: "normal",
    padding: "6px 8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  selected: { border: `1px solid ${tokens.colorBrandStroke1}` },
  // Also of a model that cannot be chosen: its name has to be read.
  words: { display: "block", minWidth: 0, color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  detail: { display: "block", color: tokens.colorNeutralForeground3 },
  reason: { display: "block", color: tokens.colorNeutralForeground1 },
  mark: { width: "20px", flexShrink: 0, display: "inline-flex" },
});

/** A model as the list shows it: chosen freely, or greyed with the reason. */
export interface ModelChoice {
  card: ModelCard;
  /** Why it cannot be chosen, in words; undefined when it can. */
  disabledReason?: string | undefined;
  /** False for a model that can be chosen because others answer in its place. */
  answersItself?: boolean;
  /** What has to be known before it is chosen: hours, parts, the end of its service. */
  note?: string | undefined;
}

export interface ModelListProps {
  choices: ModelChoice[];
  selected: string | undefined;
  onSelect(id: string): void;
  onClose(): void;
}

/**
 * The models, with what each may receive and where it runs. It opens in the pane, above the task, and is no window.
 * A model that cannot be used stays reachable by keyboard, so that the reason can be heard.
 */
export function ModelList({ choices, selected, onSelect, onClose }: ModelListProps) {
  const t = useTranslation();
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section
      className={styles.card}
      aria-label={t("model.chooseTitle")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
      data-part="model-list"
    >
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {t("model.chooseTitle")}
      </h2>
      <ul className={styles.list}>
        {choices.map(({ card, disabledReason, note }) => (
          <li key={card.id}>
            <Button
              className={mergeClasses(styles.choice, card.id === selected && styles.selected)}
              appearance="subtle"
              disabledFocusable={disabledReason !== undefined}
              aria-pressed={card.id === selected}
              onClick={() => onSelect(card.id)}
              data-model={card.id}
            >
              <span className={styles.mark} aria-hidden="true">
                {card.id === selected && <CheckmarkRegular fontSize={16} />}
              </span>
              <span className={styles.words}>
                {modelName(t, card)}
                <span className={styles.detail}>
                  {modelClearance(t, card)}・{modelRegion(t, card)}
                </span>
                {note !== undefined && <span className={styles.reason}>{note}</span>}
                {disabledReason !== undefined && <span className={styles.reason}>{disabledReason}</span>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
