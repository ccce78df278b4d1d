import { Field, Input, Link, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import type { AppField } from "../../../vocabulary";
import { researchTexts } from "../../../i18n/research-texts";
import { useTexts } from "../../text-table";
import { useFieldStyles } from "./field-styles";
import { textOf, validation, type FieldProps } from "./field-props";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "2px", minWidth: 0 },
  below: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "12px" },
  count: { color: tokens.colorNeutralForeground3, marginLeft: "auto" },
  area: { minHeight: "96px" },
});

interface TextFieldProps extends FieldProps {
  /** Puts the text of the document in; undefined where the field takes none. */
  onTake?: (() => void) | undefined;
  takeLabel: string;
}

/** A field for text, one line or several, or for a number. Numbers are typed as text, so that full-width digits are no mistake. */
export function TextField({ field, label, value, message, disabled, onChange, onTake, takeLabel }: TextFieldProps) {
  const tr = useTexts(researchTexts);
  const styles = useStyles();
  const shared = useFieldStyles();
  const text = textOf(value);
  const hint = [field.description, rangeOf(tr, field)].filter((part) => part !== undefined && part !== "").join(" ");
  return (
    <div className={styles.box}>
      <Field
        className={shared.field}
        label={label}
        required={field.required}
        {...(hint === "" ? {} : { hint })}
        {...validation(message)}
      >
        {field.type === "textarea" ? (
          <Textarea
            className={styles.area}
            resize="vertical"
            value={text}
            disabled={disabled}
            onChange={(_, { value: next }) => onChange(next)}
            data-field={field.key}
          />
        ) : (
          <Input
            className={shared.select}
            input={{ className: shared.list }}
            value={text}
            disabled={disabled}
            {...(field.type === "number" ? { inputMode: "decimal" as const } : {})}
            onChange={(_, { value: next }) => onChange(next)}
            data-field={field.key}
          />
        )}
      </Field>
      {field.type !== "number" && (
        <div className={styles.below}>
          {onTake !== undefined && (
            <Link as="button" type="button" disabled={disabled} onClick={onTake} data-take={field.key}>
              {takeLabel}
            </Link>
          )}
          <span className={styles.count} aria-hidden="true">
            {field.maximumLength === undefined
              ? tr("characters", { count: text.length })
              : tr("charactersOf", { count: text.length, maximum: field.maximumLength })}
          </span>
        </div>
      )}
    </div>
  );
}

function rangeOf(
  tr: ReturnType<typeof useTexts<keyof typeof researchTexts.ja>>,
  { type, minimum, maximum }: AppField,
): string | undefined {
  if (type !== "number") return undefined;
  if (minimum !== undefined && maximum !== undefined) return tr("range", { minimum, maximum });
  if (minimum !== undefined) return tr("atLeast", { minimum });
  return maximum === undefined ? undefined : tr("atMost", { maximum });
}
