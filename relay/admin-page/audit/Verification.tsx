import { Button, Field, Input, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { asGenaiError, type GenaiError } from "@genai-office/shared/vocabulary";
import { useState } from "react";
import type { AuditVerification } from "../../src/admin/shapes";
import { parseAnchor } from "../../src/audit/parse-anchor";
import type { AdminClient } from "../admin-client";
import { numberText } from "../format";
import { Failure } from "../parts/Failure";
import { Part } from "../parts/Part";
import { usePageStyles } from "../parts/page-styles";
import { useWording } from "../texts";

/** Computes the chain anew; on request compares it with a line of the log that was kept elsewhere. */
export function Verification({ client }: { client: AdminClient }) {
  const { texts } = useWording();
  const styles = usePageStyles();
  const [number, setNumber] = useState("");
  const [hash, setHash] = useState("");
  const [verdict, setVerdict] = useState<AuditVerification>();
  const [error, setError] = useState<GenaiError>();
  const [busy, setBusy] = useState(false);
  const given = `${number.trim()}:${hash.trim()}`;
  const anchor = given === ":" ? undefined : given;
  const isAnchor = anchor === undefined || parseAnchor(anchor) !== undefined;

  const verify = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setVerdict(undefined);
    try {
      setVerdict(await client.verifyAudit(anchor));
    } catch (thrown) {
      setError(asGenaiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Part title={texts.audit.verify}>
      <p className={styles.value}>{texts.audit.anchorHint}</p>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (isAnchor && !busy) void verify();
        }}
      >
        <Field label={texts.audit.anchorNumber}>
          <Input inputMode="numeric" value={number} onChange={(_, { value }) => setNumber(value)} />
        </Field>
        <Field
          label={texts.audit.anchorHash}
          {...(isAnchor ? {} : { validationState: "warning", validationMessage: texts.audit.anchorForm })}
        >
          <Input value={hash} spellCheck={false} onChange={(_, { value }) => setHash(value)} />
        </Field>
        <Button type="submit" disabled={!isAnchor} disabledFocusable={busy}>
          {texts.audit.verify}
        </Button>
      </form>
      <div role="status">
        {busy && <Spinner size="tiny" label={texts.audit.verifying} />}
        {verdict !== undefined && <Verdict verdict={verdict} />}
      </div>
      {error !== undefined && <Failure error={error} />}
    </Part>
  );
}

function Verdict({ verdict }: { verdict: AuditVerification }) {
  const { texts, locale } = useWording();
  const styles = usePageStyles();
  const count = (value: number) => numberText(value, locale);
  const tooOld = verdict.intact && verdict.tooOld !== undefined;
  return (
    <>
      <MessageBar intent={verdict.intact ? "success" : "error"} layout="multiline">
        <MessageBarBody>
          {verdict.intact
            ? texts.audit.intact(count(verdict.entries), count(verdict.head.sequence))
            : texts.audit.broken(count(verdict.at), texts.audit.faults[verdict.fault])}
          {verdict.intact && (
            <div className={styles.value}>
              {texts.audit.head}: <code>{verdict.head.hash}</code>
            </div>
          )}
        </MessageBarBody>
      </MessageBar>
      {tooOld && <Note text={texts.audit.anchorTooOld} />}
      {!verdict.recorded && <Note text={texts.audit.notRecorded} />}
    </>
  );
}

function Note({ text }: { text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
