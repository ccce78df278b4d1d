import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { compareTexts } from "../../i18n/compare-texts";
import type { Statement } from "../../vocabulary";
import { ErrorMessage } from "../ErrorMessage";
import { draftSource, modelName } from "../model-text";
import { Preview } from "../Preview";
import { useTexts } from "../text-table";
import { useTranslation } from "../translation";
import { columnFacts, columnStatus } from "./column-text";
import type { CompareColumn } from "./compare-state";

const useStyles = makeStyles({
  column: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    minWidth: 0,
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  open: { border: `1px solid ${tokens.colorBrandStroke1}` },
  heading: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  toggle: { width: "100%", justifyContent: "space-between", textAlign: "left", padding: "4px 6px" },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  status: { margin: 0, color: tokens.colorNeutralForeground3 },
});

export interface ColumnCardProps {
  column: CompareColumn;
  /** Columns side by side: all are open, and none is switched. */
  wide: boolean;
  open: boolean;
  onOpen(): void;
  onUse(): void;
  onShowSource(statement: Statement): void;
}

/** What one model made of it: text with findings at the spot, length, time, amount and cost; or why there is none. */
export function ColumnCard({ column, wide, open, onOpen, onUse, onShowSource }: ColumnCardProps) {
  const t = useTranslation();
  const tc = useTexts(compareTexts);
  const styles = useStyles();
  const { card, ended, stopped, preview } = column;
  const name = modelName(t, card);
  const status = columnStatus(t, tc, column);
  const shown = wide || open;
  return (
    <section
      className={mergeClasses(styles.column, !wide && open && styles.open)}
      aria-label={name}
      data-part="compare-column"
      data-model={card.id}
    >
      <h3 className={styles.heading}>
        {wide ? (
          name
        ) : (
          <Button
            className={styles.toggle}
            appearance="subtle"
            iconPosition="after"
            icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
            aria-expanded={open}
            onClick={onOpen}
            data-part="compare-toggle"
          >
            <span className={styles.name}>{name}</span>
          </Button>
        )}
      </h3>
      <p className={styles.status} data-part="compare-status">
        {[status, ...columnFacts(tc, column, t.locale)].join("・")}
      </p>
      {shown && (
        <>
          {ended?.error !== undefined && ended.error.code !== "aborted" && <ErrorMessage error={ended.error} />}
          {ended?.error === undefined && (preview !== "" || ended !== undefined) && (
            <Preview
              label={draftSource(t, card)}
              name={name}
              streaming={preview}
              busy={stopped !== true}
              result={ended?.result}
              onShowSource={onShowSource}
            />
          )}
          {ended?.result !== undefined && (
            <Button
              appearance="primary"
              aria-label={tc("useOf", { model: name })}
              onClick={onUse}
              data-part="compare-use"
            >
              {tc("use")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
