import { Checkbox, Field, Select } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import type { ReplyTone, TaskLanguage } from "@genai-office/shared/vocabulary";
import type { ReplyWishes } from "./reply-kind";
import { replyTexts } from "./reply-texts";

const tones: readonly ReplyTone[] = ["brief", "polite", "formal"];
const languages: readonly TaskLanguage[] = ["ja", "en"];

export interface ReplyOptionsProps {
  wishes: ReplyWishes;
  /** False over a draft: its recipients are the person's. */
  choosesRecipients: boolean;
  onChange(wishes: ReplyWishes): void;
}

/** Politeness, language and who gets the reply. */
export function ReplyOptions({ wishes, choosesRecipients, onChange }: ReplyOptionsProps) {
  const texts = useTexts(replyTexts);
  return (
    <>
      <Field label={texts("tone")}>
        <Select
          value={wishes.tone ?? ""}
          onChange={(_, { value }) => onChange({ ...wishes, tone: tones.find((tone) => tone === value) })}
          data-part="tone"
        >
          <option value="">{texts("tone.automatic")}</option>
          {tones.map((tone) => (
            <option key={tone} value={tone}>
              {texts(`tone.${tone}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts("language")}>
        <Select
          value={wishes.language ?? ""}
          onChange={(_, { value }) => onChange({ ...wishes, language: languages.find((one) => one === value) })}
          data-part="reply-language"
        >
          <option value="">{texts("language.automatic")}</option>
          {languages.map((language) => (
            <option key={language} value={language}>
              {texts(`language.${language}`)}
            </option>
          ))}
        </Select>
      </Field>
      {choosesRecipients && (
        <Checkbox
          label={texts("all")}
          checked={wishes.all}
          onChange={(_, { checked }) => onChange({ ...wishes, all: checked === true })}
          data-part="reply-all"
        />
      )}
    </>
  );
}
