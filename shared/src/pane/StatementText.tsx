import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import type { PlacedStatement } from "./statement-layout";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  sentence: {
    borderRadius: "2px",
    cursor: "pointer",
    boxDecorationBreak: "clone",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, textDecorationLine: "underline" },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
  shown: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  unsupported: { textDecorationLine: "underline", textDecorationStyle: "dotted", cursor: "default" },
  badge: {
    marginInline: "4px",
    padding: "0 6px",
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: "14px",
    whiteSpace: "nowrap",
  },
  mark: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorStatusDangerBorder2,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { forcedColorAdjust: "auto" },
  },
});

export interface StatementTextProps {
  placed: PlacedStatement;
  /** True for the one statement that Tab reaches; the arrow keys move between the others. */
  tabStop: boolean;
  shown: boolean;
  describedBy: string;
  onFocus(): void;
  onChoose(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** A sentence of the output that leads to its source. A span, not a button element: it has to wrap like text. */
export function StatementText({
  placed,
  tabStop,
  shown,
  describedBy,
  onFocus,
  onChoose,
  onKeyDown,
}: StatementTextProps) {
  const t = useTranslation();
  const styles = useStyles();
  const supported = placed.statement.sources.length > 0;
  const sentence = (
    <span
      role="button"
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={shown}
      aria-disabled={!supported}
      aria-describedby={describedBy}
      title={t(supported ? "preview.showSource" : "preview.noSource")}
      className={mergeClasses(styles.sentence, shown && styles.shown, !supported && styles.unsupported)}
      onFocus={onFocus}
      onClick={() => supported && onChoose()}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          if (supported) onChoose();
        } else onKeyDown(event);
      }}
      data-part="statement"
    >
      {placed.pieces.map((piece, index) =>
        piece.finding === undefined ? (
          <span key={index}>{piece.text}</span>
        ) : (
          <mark key={index} className={styles.mark}>
            {piece.text}
          </mark>
        ),
      )}
    </span>
  );
  if (!placed.unconfirmed) return sentence;
  return (
    <>
      {sentence}
      <span className={styles.badge} data-part="unconfirmed">
        {t("preview.unconfirmed")}
      </span>
    </>
  );
}
