import { HorizontalBarChartWithAxis, VerticalBarChart } from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { UsageReport } from "../../src/admin/shapes";
import { numberText, shareText } from "../format";
import { Part } from "../parts/Part";
import { useWording } from "../texts";
import { rowName } from "./usage-cells";

const useStyles = makeStyles({
  // A chart takes the height of what it stands in, and would grow with what it stands in.
  frame: { minWidth: 0, overflow: "hidden" },
  charts: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 420px), 1fr))", gap: "16px" },
});

/** Longest list of bars; the table below has them all. */
const mostBars = 12;
/** CSS pixels. */
const dayHeight = 240;
/** Room for the names of the bars. CSS pixels. */
const margins = { left: 150 };

/** The same figures as in the table, to see at a glance. Every value is written beside its bar, so nothing is only a colour. */
export function UsageCharts({ report }: { report: UsageReport }) {
  const { texts, locale } = useWording();
  const styles = useStyles();
  const colour = tokens.colorBrandBackground;
  const rows = report.rows.slice(0, mostBars);
  const decided = rows.filter(({ acceptRate }) => acceptRate !== undefined);
  const height = (bars: number) => Math.max(140, bars * 36 + 60);
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
            colors={[colour]}
            useSingleColor
            hideLegend
            height={dayHeight}
          />
        </div>
      </Part>
      <Part title={texts.usage.byRow}>
        <div className={styles.frame} style={{ height: height(rows.length) }}>
          <HorizontalBarChartWithAxis
            culture={locale}
            data={rows.map(({ name, steps }) => ({
              x: steps,
              y: rowName(name, report.by, texts),
              legend: rowName(name, report.by, texts),
              xAxisCalloutData: numberText(steps, locale),
            }))}
            colors={[colour]}
            useSingleColor
            showYAxisLables
            margins={margins}
            hideLegend
            height={height(rows.length)}
          />
        </div>
      </Part>
      {decided.length > 0 && (
        <Part title={texts.usage.acceptByRow}>
          <div className={styles.frame} style={{ height: height(decided.length) }}>
            <HorizontalBarChartWithAxis
              culture={locale}
              data={decided.map(({ name, acceptRate = 0 }) => ({
                x: Math.round(acceptRate * 100),
                y: rowName(name, report.by, texts),
                legend: rowName(name, report.by, texts),
                xAxisCalloutData: shareText(acceptRate, locale),
              }))}
              colors={[colour]}
              useSingleColor
              showYAxisLables
              margins={margins}
              hideLegend
              height={height(decided.length)}
            />
          </div>
        </Part>
      )}
    </div>
  );
}
