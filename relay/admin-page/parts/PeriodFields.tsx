import { Field, Input } from "@fluentui/react-components";
import type { Period } from "../admin-client";
import { useWording } from "../texts";

const longestDays = 366;

/** True for a period that the relay answers about. */
export function isPeriod({ from, to }: Period): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days >= 0 && days < longestDays;
}

/** The first and the last day. */
export function PeriodFields({ period, onPeriod }: { period: Period; onPeriod(period: Period): void }) {
  const { texts } = useWording();
  const fault = isPeriod(period) ? {} : { validationMessage: texts.periodFault };
  return (
    <>
      <Field label={texts.usage.from}>
        <Input type="date" value={period.from} onChange={(_, { value }) => onPeriod({ ...period, from: value })} />
      </Field>
      <Field label={texts.usage.to} {...fault}>
        <Input type="date" value={period.to} onChange={(_, { value }) => onPeriod({ ...period, to: value })} />
      </Field>
    </>
  );
}
