import { VerticalBarChart } from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { UsageReport, UsageRow } from "../../src/admin/shapes";
import { moneyText, numberText, shareText } from "../format";
import { Part } from "../parts/Part";
import { useWording } from "../texts";
import { RowBars, type Bar } from "./RowBars";
import { rowName } from "./usage-cells";

const useStyles = makeStyles({
  frame: { minWidth: 0, overflow: "hidden" },
  charts: { display: "grid", gap: "16px" },
  rows: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 420px), 1fr))", gap: "16px" },
});

/** Longest list of bars; the table below has them all. */
const mostBars = 12;
/** CSS pixels. */
const dayHeight = 240;

/** The same figures as in the table, to see at a glance. */
export function UsageCharts({ report }: { report: UsageReport }) {
  const { texts, locale } = useWording();
  const styles = useStyles();
  const rows = report.rows.slice(0, mostBars);
  /** A bar for each row that has such a figure. */
  const bars = (figure: (row: UsageRow) => number | undefined, text: (value: number) => string): Bar[] =>
    rows.flatMap((row) => {
      const value = figure(row);
      return value === undefined ? [] : [{ name: rowName(row.name, report.by, texts), value, text: text(value) }];
    });
  const percent = (share: number | undefined) => (share === undefined ? undefined : Math.round(share * 100));
  const percentText = (value: number) => shareText(value / 100, locale);
  const charts = [
    {
      title: texts.usage.byRow,
      bars: bars(
        ({ steps }) => steps,
        (value) => numberText(value, locale),
      ),
    },
    {
      title: texts.usage.costByRow,
      bars: bars(
        ({ costInYen }) => (costInYen > 0 ? costInYen : undefined),
        (value) => moneyText(value, "JPY", locale),
      ),
    },
    { title: texts.usage.acceptByRow, bars: bars(({ acceptRate }) => percent(acceptRate), percentText) },
    { title: texts.usage.editByRow, bars: bars(({ medianEditShare }) => percent(medianEditShare), percentText) },
  ].filter((chart) => chart.bars.length > 0);
  return (
    <div className={styles.charts}>
      <Part title={texts.usage.perDay}>
        <div className={styles.frame} style={{ height: dayHeight }}>
          <VerticalBarChart
            culture={locale}
            data={report.days.map(({ day, steps }) => ({
              x: day.slice(5),
              y: steps,
              xAxisCalloutData: day,
              yAxisCalloutData: numberText(steps, locale),
            }))}
            colors={[tokens.colorBrandBackground]}
            useSingleColor
            hideLegend
            height={dayHeight}
          />
        </div>
      </Part>
      <div className={styles.rows}>
        {charts.map((chart) => (
          <RowBars key={chart.title} {...chart} locale={locale} />
        ))}
      </div>
    </div>
  );
}
