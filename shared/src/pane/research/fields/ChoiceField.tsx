import { Checkbox, Field, makeStyles, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { researchTexts } from "../../../i18n/research-texts";
import { useTexts } from "../../text-table";
import { textOf, validation, type FieldProps } from "./field-props";

const useStyles = makeStyles({
  boxes: { display: "flex", flexDirection: "column" },
});

/** A field of choices: a list, buttons of which one is chosen, or boxes to tick. */
export function ChoiceField({ field, label, value, message, disabled, onChange }: FieldProps) {
  const tr = useTexts(researchTexts);
  const styles = useStyles();
  const items = field.items ?? [];
  const common = {
    label,
    required: field.required,
    ...(field.description === undefined ? {} : { hint: field.description }),
    ...validation(message),
  };
  if (field.type === "select") {
    const chosen = textOf(value);
    return (
      <Field {...common}>
        <Select
          value={chosen}
          disabled={disabled}
          onChange={(_, { value: next }) => onChange(next)}
          data-field={field.key}
        >
          {!items.some((item) => item.value === chosen) && <option value={chosen}>{tr("noChoice")}</option>}
          {items.map((item) => (
            <option key={item.value} value={item.value}>
              {item.title}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (field.type === "radio") {
    return (
      <Field {...common}>
        <RadioGroup
          value={textOf(value)}
          disabled={disabled}
          onChange={(_, { value: next }) => onChange(next)}
          data-field={field.key}
        >
          {items.map((item) => (
            <Radio key={item.value} value={item.value} label={item.title} />
          ))}
        </RadioGroup>
      </Field>
    );
  }
  const ticked = Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value];
  return (
    <Field {...common}>
      {(props) => (
        <div
          id={props.id}
          aria-labelledby={props["aria-labelledby"]}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          role="group"
          className={styles.boxes}
          tabIndex={-1}
          data-field={field.key}
        >
          {items.map((item) => (
            <Checkbox
              key={item.value}
              label={item.title}
              checked={ticked.includes(item.value)}
              disabled={disabled}
              onChange={(_, { checked }) =>
                // In the order of the form, whatever the order of the ticks.
                onChange(
                  items
                    .map((one) => one.value)
                    .filter((one) => (one === item.value ? checked === true : ticked.includes(one))),
                )
              }
            />
          ))}
        </div>
      )}
    </Field>
  );
}
