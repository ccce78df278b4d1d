import { Button, Link } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import type { AppField } from "../../vocabulary";
import { ErrorMessage } from "../ErrorMessage";
import { byData } from "../focus-soon";
import { placeName } from "../place-name";
import { AnswerText } from "./answer/AnswerText";
import type { PageProps } from "./AppsPage";
import { ChoiceField } from "./fields/ChoiceField";
import { FileField } from "./fields/FileField";
import { problemText } from "./fields/problem-text";
import { TextField } from "./fields/TextField";
import { ownValue } from "./own-value";
import { PageHead } from "./PageHead";
import type { Draft } from "./research-session";
import { useResearchStyles } from "./research-styles";
import { useResearchTexts } from "./use-session";

interface AppPageProps extends PageProps {
  draft: Draft;
  source: "document" | "mail";
  /** Why nothing can be asked: it is switched off. */
  off?: string | undefined;
}

/** An app's own form, drawn from its definition, and 調べる. */
export function AppPage({ session, state, draft, source, off }: AppPageProps) {
  const { t, tr } = useResearchTexts();
  const styles = useResearchStyles();
  const form = useRef<HTMLFormElement>(null);
  const offId = useId();
  const [help, setHelp] = useState(false);
  const { app, problems, failure } = draft;
  const whole = problems.filter(({ key }) => key === undefined);
  const submit = async (intent: "ask" | "look") => {
    if (await session.submit(intent)) return;
    // The first field that is wrong, when it has been drawn as such.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid=true]")?.focus(),
    );
  };
  return (
    <form
      ref={form}
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The Enter key in a field comes here as well.
        if (off === undefined) void submit("ask");
      }}
      data-part="app-form"
    >
      <PageHead title={app.name} onBack={() => session.go({ page: "apps" })} cameFrom={byData("data-app", app.id)} />
      {app.description !== "" && <p className={styles.text}>{app.description}</p>}
      {app.howToUse.trim() !== "" && (
        <div>
          <Link as="button" type="button" aria-expanded={help} onClick={() => setHelp(!help)}>
            {tr("howToUse")}
          </Link>
          {help && <AnswerText markdown={app.howToUse} numbers={[]} />}
        </div>
      )}
      {draft.conversation.length > 0 && (
        <p className={styles.quiet} data-part="conversation">
          {tr("conversation", { count: draft.conversation.length })}
        </p>
      )}
      {app.fields
        .filter(({ type }) => type !== "hidden")
        .map((field) => (
          <FormField key={field.key} field={field} session={session} state={state} draft={draft} source={source} />
        ))}
      {draft.taken !== undefined && draft.conversation.length === 0 && (
        <p className={styles.quiet} data-part="taken">
          {tr(source === "mail" ? "takenMail" : "taken")}
        </p>
      )}
      <div role="alert">
        {problems.length > 0 && (
          <p className={styles.text} data-part="form-problems">
            {tr("formProblems", { count: problems.length })}
            {whole.map((problem) => problemText(tr, problem)).join("")}
          </p>
        )}
      </div>
      {failure !== undefined && (
        <ErrorMessage
          error={failure.error}
          {...(failure.error.code === "confidentiality-blocked" ? { title: t("error.blockedTitle") } : {})}
          reason={
            failure.marking === undefined
              ? undefined
              : t("error.blockedReason", {
                  place: placeName(t, failure.marking.where),
                  text: failure.marking.text,
                })
          }
        />
      )}
      {off !== undefined && (
        <p id={offId} className={styles.text} data-part="off">
          {off}
        </p>
      )}
      <div className={styles.row}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={state.busy || off !== undefined}
          aria-describedby={off === undefined ? undefined : offId}
          data-part="research-run"
        >
          {tr("run")}
        </Button>
        <Link
          as="button"
          type="button"
          disabled={state.busy || off !== undefined}
          onClick={() => void submit("look")}
          data-part="research-look"
        >
          {tr("look")}
        </Link>
      </div>
      <div role="status">{state.busy && <p className={styles.quiet}>{tr("preparing")}</p>}</div>
    </form>
  );
}

interface FormFieldProps extends AppPageProps {
  field: AppField;
}

function FormField({ field, session, state, draft, source }: FormFieldProps) {
  const { tr } = useResearchTexts();
  const problems = draft.problems.filter(({ key }) => key === field.key);
  const common = {
    field,
    label: field.title,
    message:
      problems.length === 0 ? undefined : problems.map((problem) => problemText(tr, problem, field.type)).join(" "),
    disabled: false,
  };
  const value = ownValue(draft.values, field.key);
  const onChange = (next: string | string[]) => session.fill(field.key, next);
  switch (field.type) {
    case "file":
      return (
        <FileField
          {...common}
          files={ownValue(draft.files, field.key) ?? []}
          onAdd={(files, several) => void session.addFiles(field.key, files, several)}
          onRemove={(index) => session.removeFile(field.key, index)}
        />
      );
    case "text":
    case "textarea":
    case "number":
      return (
        <TextField
          {...common}
          value={value}
          onChange={onChange}
          onTake={field.type === "number" || state.busy ? undefined : () => void session.takeText(field.key)}
          takeLabel={tr(source === "mail" ? "takeMail" : "takeSelection")}
        />
      );
    case "select":
    case "radio":
    case "checkbox":
      return <ChoiceField {...common} value={value} onChange={onChange} />;
    case "hidden":
      return null;
  }
}
