import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { modelName } from "./model-text";
import type { ModelChoice } from "./ModelList";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  chip: { minWidth: 0, maxWidth: "100%", padding: "0 4px 0 8px", height: "24px", fontWeight: "normal" },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

export interface ModelChipProps {
  /** undefined until the relay has told its models; "missing" when it could not be reached. */
  choices: ModelChoice[] | "missing" | undefined;
  selected: string | undefined;
  /** True while the list of models is shown. */
  open: boolean;
  disabled?: boolean;
  onToggle(): void;
}

/** The model in use, small; opens the list of models. */
export function ModelChip({ choices, selected, open, disabled = false, onToggle }: ModelChipProps) {
  const t = useTranslation();
  const styles = useStyles();
  const list = choices === undefined || choices === "missing" ? [] : choices;
  const card = list.find((choice) => choice.card.id === selected)?.card;
  const text = card !== undefined ? modelName(t, card) : t(choices === "missing" ? "model.missing" : "model.loading");
  return (
    <Button
      className={styles.chip}
      size="small"
      appearance="outline"
      iconPosition="after"
      icon={open ? <ChevronUpRegular fontSize={16} /> : <ChevronDownRegular fontSize={16} />}
      disabled={disabled || list.length === 0}
      aria-label={card === undefined ? text : t("model.chip", { name: text })}
      title={text}
      aria-expanded={open}
      onClick={onToggle}
      data-part="model-chip"
    >
      <span className={styles.name}>{text}</span>
    </Button>
  );
}
