import { makeStyles, tokens } from "@fluentui/react-components";
import type { MarkedPiece } from "./marked-pieces";
import { useResultStyles } from "./result-styles";

const useStyles = makeStyles({
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

export interface MarkedTextProps {
  pieces: readonly MarkedPiece[];
  /** BCP 47, where it is not the language of the pane. */
  lang?: string | undefined;
}

/** A paragraph with what was found in it marked at the spot. */
export function MarkedText({ pieces, lang }: MarkedTextProps) {
  const shared = useResultStyles();
  const styles = useStyles();
  return (
    <p className={shared.text} lang={lang}>
      {pieces.map(({ text, finding }, index) =>
        finding === undefined ? (
          <span key={index}>{text}</span>
        ) : (
          <mark key={index} className={styles.mark}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
