import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { FieldProps } from "./field-props";

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", minWidth: 0, display: "flex", flexDirection: "column", gap: "4px" },
  label: { padding: 0, lineHeight: "22px", overflowWrap: "anywhere" },
  required: { color: tokens.colorStatusDangerForeground1, paddingLeft: "4px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  message: { margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: "anywhere" },
});

interface FieldGroupProps extends Pick<FieldProps, "field" | "label" | "message"> {
  hint?: string;
  children: ReactNode;
}

/**
 * A field that is made of several controls: boxes to tick, or files. Fluent's own field labels exactly one control, and
 * would give each box its name.
 */
export function FieldGroup({ field, label, message, hint, children }: FieldGroupProps) {
  const styles = useStyles();
  const id = useId();
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(message === undefined ? [] : [`${id}-message`]),
  ];
  return (
    <div
      className={styles.group}
      role="group"
      aria-labelledby={`${id}-label`}
      {...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") })}
      // Where the focus goes when the field has to be mended.
      {...(message === undefined ? {} : { tabIndex: -1 })}
      data-field={field.key}
      data-invalid={message !== undefined}
    >
      <span id={`${id}-label`} className={styles.label}>
        {label}
        {field.required && (
          <span className={styles.required} aria-hidden="true">
            *
          </span>
        )}
      </span>
      {hint !== undefined && hint !== "" && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {message !== undefined && (
        <p id={`${id}-message`} className={styles.message} role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
