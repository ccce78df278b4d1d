import { Button, Dropdown, Field, MessageBar, MessageBarBody, Option, Spinner } from "@fluentui/react-components";
import { asGenaiError, type GenaiError } from "@genai-office/shared/vocabulary";
import { useState } from "react";
import type { AdminClient, Period } from "../admin-client";
import { dayInJapan } from "../format";
import { Failure } from "../parts/Failure";
import { Part } from "../parts/Part";
import { isPeriod, PeriodFields } from "../parts/PeriodFields";
import { usePageStyles } from "../parts/page-styles";
import { useWording } from "../texts";
import { saveFile } from "./save-file";
import { Verification } from "./Verification";

const formats = ["ndjson", "csv"] as const;

/** Verifying and exporting the audit, for records officers. */
export function AuditPage({ client, isOfficer }: { client: AdminClient; isOfficer: boolean }) {
  const { texts } = useWording();
  const styles = usePageStyles();
  return (
    <div className={styles.page}>
      <p className={styles.value}>{texts.audit.intro}</p>
      {isOfficer ? (
        <>
          <Verification client={client} />
          <Export client={client} />
        </>
      ) : (
        <MessageBar>
          <MessageBarBody>{texts.audit.officerOnly}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function Export({ client }: { client: AdminClient }) {
  const { texts } = useWording();
  const styles = usePageStyles();
  const [period, setPeriod] = useState<Period>(() => ({
    from: dayInJapan(new Date(), 29),
    to: dayInJapan(new Date()),
  }));
  const [format, setFormat] = useState<(typeof formats)[number]>("csv");
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const [error, setError] = useState<GenaiError>();

  const write = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setDone("");
    try {
      const { name, content } = await client.exportAudit(period, format);
      saveFile(name, content);
      setDone(texts.audit.exported(name));
    } catch (thrown) {
      setError(asGenaiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Part title={texts.audit.exportTitle}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (isPeriod(period) && !busy) void write();
        }}
      >
        <PeriodFields period={period} onPeriod={setPeriod} />
        <Field label={texts.audit.format}>
          <Dropdown
            value={texts.audit.formats[format]}
            selectedOptions={[format]}
            onOptionSelect={(_, { optionValue }) => setFormat(formats.find((one) => one === optionValue) ?? format)}
          >
            {formats.map((one) => (
              <Option key={one} value={one}>
                {texts.audit.formats[one]}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Button type="submit" disabled={!isPeriod(period)} disabledFocusable={busy}>
          {texts.audit.export}
        </Button>
      </form>
      <div role="status">
        {busy && <Spinner size="tiny" label={texts.audit.exporting} />}
        {done}
      </div>
      {error !== undefined && <Failure error={error} />}
    </Part>
  );
}
