import { Checkbox } from "@fluentui/react-components";
import { useTranslation } from "../translation";

export interface MaskOptionProps {
  checked: boolean;
  /** The model refuses texts with personal data. */
  refuses: boolean;
  onChange(checked: boolean): void;
}

/** 氏名などを伏せて送る. A chunk of its own, with the options. */
export default function MaskOption({ checked, refuses, onChange }: MaskOptionProps) {
  const t = useTranslation();
  return (
    <Checkbox
      checked={checked}
      label={t(refuses ? "masking.optionRefused" : "masking.option")}
      onChange={(_, data) => onChange(data.checked === true)}
      data-part="mask-option"
    />
  );
}
