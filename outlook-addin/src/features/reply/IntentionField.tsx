import { Field, Textarea } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import { replyTexts } from "./reply-texts";

export interface IntentionFieldProps {
  value: string;
  disabled: boolean;
  onChange(value: string): void;
}

/** A few words of what the reply is to say. */
export function IntentionField({ value, disabled, onChange }: IntentionFieldProps) {
  const texts = useTexts(replyTexts);
  return (
    <Field label={texts("intentionLabel")} hint={texts("intentionHint")}>
      <Textarea
        value={value}
        disabled={disabled}
        rows={2}
        maxLength={2000}
        resize="vertical"
        onChange={(_, data) => onChange(data.value)}
        data-part="intention"
      />
    </Field>
  );
}
