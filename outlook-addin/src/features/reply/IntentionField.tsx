import { Field, Textarea } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import { replyTexts } from "./reply-texts";

export interface IntentionFieldProps {
  value: string;
  disabled: boolean;
  onChange(value: string): void;
}

/** More than anybody writes by hand, and as much as the relay takes. Characters. */
const longest = 2000;

/** A few words of what the reply is to say; that no more of them go in, it says. */
export function IntentionField({ value, disabled, onChange }: IntentionFieldProps) {
  const texts = useTexts(replyTexts);
  return (
    <Field
      label={texts("intentionLabel")}
      hint={texts("intentionHint")}
      {...(value.length < longest
        ? {}
        : { validationState: "warning", validationMessage: texts("intentionFull", { count: longest }) })}
    >
      <Textarea
        value={value}
        disabled={disabled}
        rows={2}
        maxLength={longest}
        resize="vertical"
        onChange={(_, data) => onChange(data.value)}
        data-part="intention"
      />
    </Field>
  );
}
