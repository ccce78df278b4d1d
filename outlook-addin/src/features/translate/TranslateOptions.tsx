import { Field, Select } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import type { Direction } from "./translate-kind";
import { translateTexts } from "./translate-texts";

const directions: readonly Direction[] = ["automatic", "ja", "en"];

export interface TranslateOptionsProps {
  direction: Direction;
  onChange(direction: Direction): void;
}

/** From which language into which. */
export function TranslateOptions({ direction, onChange }: TranslateOptionsProps) {
  const texts = useTexts(translateTexts);
  return (
    <Field label={texts("direction")}>
      <Select
        value={direction}
        onChange={(_, { value }) => onChange(directions.find((one) => one === value) ?? "automatic")}
        data-part="direction"
      >
        {directions.map((one) => (
          <option key={one} value={one}>
            {texts(`direction.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
