import { Button, Dropdown, Field, Option, Spinner } from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useState } from "react";
import type { UsageGrouping, UsageReport } from "../../src/admin/shapes";
import type { AdminClient, Period } from "../admin-client";
import { dayInJapan, numberText } from "../format";
import { DataTable } from "../parts/DataTable";
import { Failure } from "../parts/Failure";
import { Part } from "../parts/Part";
import { isPeriod, PeriodFields } from "../parts/PeriodFields";
import { usePageStyles } from "../parts/page-styles";
import { useWording } from "../texts";
import { useLoaded } from "../use-loaded";
import { reasonsOf, usageRows } from "./usage-cells";

const UsageCharts = lazy(async () => {
  const { UsageCharts: component } = await import(/* webpackChunkName: "charts" */ "./UsageCharts");
  return { default: component };
});

const groupings: readonly UsageGrouping[] = ["task", "model", "section"];

/** Who used what, what it cost, and what people made of it. */
export function UsagePage({ client }: { client: AdminClient }) {
  const { texts } = useWording();
  const styles = usePageStyles();
  const [period, setPeriod] = useState<Period>(() => ({
    from: dayInJapan(new Date(), 29),
    to: dayInJapan(new Date()),
  }));
  const [by, setBy] = useState<UsageGrouping>("task");
  const [shown, setShown] = useState({ period, by });
  const load = useCallback(() => client.usage(shown.period, shown.by), [client, shown]);
  const { value, error, loading, reload } = useLoaded(load);

  return (
    <div className={styles.page}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (isPeriod(period)) setShown({ period, by });
        }}
      >
        <PeriodFields period={period} onPeriod={setPeriod} />
        <Field label={texts.usage.by}>
          <Dropdown
            value={texts.usage.groupings[by]}
            selectedOptions={[by]}
            onOptionSelect={(_, { optionValue }) => {
              const chosen = groupings.find((one) => one === optionValue) ?? by;
              setBy(chosen);
              if (isPeriod(period)) setShown({ period, by: chosen });
            }}
          >
            {groupings.map((one) => (
              <Option key={one} value={one}>
                {texts.usage.groupings[one]}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Button type="submit" appearance="primary" disabled={!isPeriod(period)}>
          {texts.usage.show}
        </Button>
        {loading && <Spinner size="tiny" label={texts.loading} />}
      </form>
      {error !== undefined && <Failure error={error} stale={value !== undefined} onRetry={reload} />}
      {value !== undefined && <UsageFigures report={value} />}
    </div>
  );
}

function UsageFigures({ report }: { report: UsageReport }) {
  const { texts, locale } = useWording();
  const styles = usePageStyles();
  if (report.rows.length === 0) return <p className={styles.value}>{texts.usage.noUse}</p>;
  const reasons = reasonsOf(report.total, texts);
  const { columns } = texts.usage;
  return (
    <>
      <Suspense fallback={<Spinner label={texts.loading} />}>
        <UsageCharts report={report} />
      </Suspense>
      <Part title={texts.usage.groupings[report.by]}>
        <DataTable
          label={texts.usage.groupings[report.by]}
          columns={Object.values(columns)}
          rows={usageRows(report, texts, locale)}
          numbers={[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}
        />
      </Part>
      {reasons.length > 0 && (
        <Part title={texts.usage.reasons}>
          <ul className={styles.list}>
            {reasons.map(({ name, count }) => (
              <li key={name}>{`${name}：${numberText(count, locale)}`}</li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
