import { HorizontalBarChartWithAxis } from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import { Part } from "../parts/Part";

const useStyles = makeStyles({
  // A chart takes the height of what it stands in, and would grow with what it stands in.
  frame: { minWidth: 0, overflow: "hidden" },
});

/** Room for the names of the bars, and for the value behind the longest. CSS pixels. */
const margins = { left: 150, right: 72 };
const mostTicks = 5;

export interface Bar {
  name: string;
  value: number;
  /** The value as people read it, with its unit. */
  text: string;
}

export interface RowBarsProps {
  title: string;
  bars: readonly Bar[];
  locale: string;
}

/** A figure of each row as bars, with its value behind each bar, so that nothing is only a colour or a length. */
export function RowBars({ title, bars, locale }: RowBarsProps) {
  const styles = useStyles();
  const height = Math.max(140, bars.length * 36 + 60);
  const longest = Math.ceil(Math.max(1, ...bars.map(({ value }) => value)));
  // Of two steps there are no tenths: few are counted one by one.
  const ticks = longest <= mostTicks ? Array.from({ length: longest + 1 }, (_, count) => count) : undefined;
  return (
    <Part title={title}>
      <div className={styles.frame} style={{ height }}>
        <HorizontalBarChartWithAxis
          culture={locale}
          data={bars.map(({ name, value, text }) => ({ x: value, y: name, legend: name, xAxisCalloutData: text }))}
          colors={[tokens.colorBrandBackground]}
          useSingleColor
          showYAxisLables
          margins={margins}
          {...(ticks === undefined ? {} : { tickValues: ticks })}
          hideLegend
          height={height}
        />
      </div>
    </Part>
  );
}
