import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import type { ModelCard } from "../vocabulary";
import { modelName } from "./model-text";
import { useTranslation } from "./translation";

const ModelMenu = lazy(() => import("./ModelMenu"));

const useStyles = makeStyles({
  chip: { minWidth: 0, maxWidth: "100%", padding: "0 6px 0 8px", height: "24px", fontWeight: "normal" },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** A model as the menu shows it: chosen freely, or greyed with the reason. */
export interface ModelChoice {
  card: ModelCard;
  /** Why it cannot be chosen, in words; undefined when it can. */
  disabledReason?: string | undefined;
}

export interface ModelChipProps {
  /** undefined until the relay has told its models; "missing" when it could not be reached. */
  choices: ModelChoice[] | "missing" | undefined;
  selected: string | undefined;
  disabled?: boolean;
  onSelect(id: string): void;
}

/** The model in use, small; opens a menu with what each model may receive and where it runs. */
export function ModelChip({ choices, selected, disabled = false, onSelect }: ModelChipProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const list = choices === undefined || choices === "missing" ? [] : choices;
  const card = list.find((choice) => choice.card.id === selected)?.card;
  const text = card !== undefined ? modelName(t, card) : t(choices === "missing" ? "model.missing" : "model.loading");
  const chip = (
    <Button
      className={styles.chip}
      size="small"
      appearance="outline"
      iconPosition="after"
      icon={<ChevronDownRegular />}
      disabled={disabled || list.length === 0}
      title={card === undefined ? text : t("model.chip", { name: text })}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={() => {
        setWanted(true);
        setOpen(true);
      }}
      data-part="model-chip"
    >
      <span className={styles.name}>{text}</span>
    </Button>
  );
  // The menu's code comes with the first click: few people ever change the model. From then on it stays,
  // so that the focus can return to the chip.
  if (!wanted) return chip;
  return (
    <Suspense fallback={chip}>
      <ModelMenu
        trigger={chip}
        open={open}
        choices={list}
        selected={selected}
        onSelect={onSelect}
        onOpenChange={setOpen}
      />
    </Suspense>
  );
}
