import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { FindingNote, useTexts, useWide } from "@genai-office/shared/pane";
import type { TranslateResult as Translation, TranslatedBlock } from "@genai-office/shared/tasks";
import type { TaskLanguage } from "@genai-office/shared/vocabulary";
import { MarkedText } from "../work/MarkedText";
import { markedPieces } from "../work/marked-pieces";
import { ResultCard } from "../work/ResultCard";
import { useResultStyles } from "../work/result-styles";
import { translateTexts } from "./translate-texts";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "4px" },
  wide: { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", columnGap: "16px" },
  source: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    lineHeight: "22px",
  },
  findings: { gridColumn: "1 / -1" },
});

export interface TranslateResultProps {
  /** Who wrote it: 「AIによる下書き・…」. */
  label: string;
  streaming: string;
  result: Translation | undefined;
  from: TaskLanguage;
  to: TaskLanguage;
}

/** Each paragraph beside its translation, or above it where the pane is narrow; what was found at the spot. */
export function TranslateResult({ label, streaming, result, from, to }: TranslateResultProps) {
  const texts = useTexts(translateTexts);
  const styles = useResultStyles();
  const missing = result?.blocks.filter(({ text }) => text === "").length ?? 0;
  const count = result?.findings.filter(({ severity }) => severity !== "info").length ?? 0;
  return (
    <ResultCard title={texts("title")} label={label} streaming={streaming}>
      {result !== undefined && (
        <>
          <p className={styles.quiet} data-part="facts">
            {count === 0 ? texts("factsNone") : texts("facts", { findings: count })}
            {missing > 0 && texts("factsMissing", { count: missing })}
          </p>
          {result.blocks.map((block) => (
            <Pair key={block.id} block={block} from={from} to={to} />
          ))}
          {aboutTheWhole(result).map((finding, index) => (
            <FindingNote key={index} finding={finding} />
          ))}
        </>
      )}
    </ResultCard>
  );
}

function aboutTheWhole({ findings, blocks }: Translation) {
  const placed = new Set(
    blocks.flatMap((block) => block.findings.map(({ code, source }) => `${code} ${source?.[0]?.blockId}`)),
  );
  return findings.filter(
    ({ code, output, source }) => output === undefined && !placed.has(`${code} ${source?.[0]?.blockId}`),
  );
}

function Pair({ block, from, to }: { block: TranslatedBlock; from: TaskLanguage; to: TaskLanguage }) {
  const texts = useTexts(translateTexts);
  const styles = useStyles();
  const shared = useResultStyles();
  const isWide = useWide();
  const { source, text, findings } = block;
  // Why there is no translation stands in its place, once.
  const notes = findings.map((finding, index) => <FindingNote key={index} finding={finding} output={text} />);
  return (
    <div className={mergeClasses(shared.item, styles.row, isWide && styles.wide)} data-part="pair">
      <p className={styles.source} lang={from} data-part="pair-source">
        {source}
      </p>
      <div data-part="pair-text">
        {text !== "" && <MarkedText lang={to} pieces={markedPieces(text, 0, text.length, findings)} />}
        {text === "" && findings.length === 0 && <p className={shared.quiet}>{texts("missing")}</p>}
        {text === "" && notes}
      </div>
      {text !== "" && findings.length > 0 && <div className={styles.findings}>{notes}</div>}
    </div>
  );
}
