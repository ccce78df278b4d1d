import { Checkbox, Field, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { researchTexts } from "../../../i18n/research-texts";
import { useTexts } from "../../text-table";
import { useFieldStyles } from "./field-styles";
import { FieldGroup } from "./FieldGroup";
import { textOf, validation, type FieldProps } from "./field-props";

/** A field of choices: a list, buttons of which one is chosen, or boxes to tick. */
export function ChoiceField({ field, label, value, message, disabled, onChange }: FieldProps) {
  const tr = useTexts(researchTexts);
  const styles = useFieldStyles();
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
      <Field className={styles.field} {...common}>
        <Select
          className={styles.select}
          select={{ className: styles.list }}
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
      <Field className={styles.field} {...common}>
        <RadioGroup
          className={styles.field}
          value={textOf(value)}
          disabled={disabled}
          onChange={(_, { value: next }) => onChange(next)}
          data-field={field.key}
        >
          {items.map((item) => (
            <Radio
              key={item.value}
              className={styles.item}
              value={item.value}
              label={{ className: styles.words, children: item.title }}
            />
          ))}
        </RadioGroup>
      </Field>
    );
  }
  const ticked = Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value];
  return (
    <FieldGroup
      field={field}
      label={label}
      message={message}
      {...(field.description === undefined ? {} : { hint: field.description })}
    >
      {items.map((item) => (
        <Checkbox
          key={item.value}
          className={styles.item}
          label={{ className: styles.words, children: item.title }}
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
    </FieldGroup>
  );
}
