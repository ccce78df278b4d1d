import { makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { lengthHint, lengthName, type LengthSetting } from "./length-choice";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none" },
  hint: { color: tokens.colorNeutralForeground3 },
});

export interface LengthPickerProps {
  /** Heading for screen readers. */
  label: string;
  choices: readonly LengthSetting[];
  value: LengthSetting;
  onChange(choice: LengthSetting): void;
}

/** One of the lengths, each with a word on when to take it. */
export default function LengthPicker({ label, choices, value, onChange }: LengthPickerProps) {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <RadioGroup
      className={styles.group}
      aria-label={label}
      value={value}
      onChange={(_, data) => onChange(choices.find((choice) => choice === data.value) ?? value)}
    >
      {choices.map((choice) => (
        <Radio
          key={choice}
          value={choice}
          label={
            <>
              {lengthName(t, choice)} <span className={styles.hint}>{lengthHint(t, choice)}</span>
            </>
          }
        />
      ))}
    </RadioGroup>
  );
}
