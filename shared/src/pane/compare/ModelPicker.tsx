import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { compareTexts } from "../../i18n/compare-texts";
import { modelClearance, modelName, modelRegion } from "../model-text";
import type { ModelChoice } from "../ModelList";
import { useTexts } from "../text-table";
import { useTranslation } from "../translation";
import { mostModels } from "./use-comparison";

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  choice: { display: "flex", width: "100%", maxWidth: "100%" },
  // Also of a model that cannot be chosen: its name has to be read.
  words: { display: "block", color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  detail: { display: "block", color: tokens.colorNeutralForeground3 },
  reason: { display: "block", color: tokens.colorNeutralForeground1 },
});

export interface ModelPickerProps {
  choices: ModelChoice[];
  chosen: string[];
  onChange(models: string[]): void;
}

/** The models that can be compared; one that cannot says why. */
export function ModelPicker({ choices, chosen, onChange }: ModelPickerProps) {
  const t = useTranslation();
  const tc = useTexts(compareTexts);
  const styles = useStyles();
  const full = chosen.length >= mostModels;
  return (
    <fieldset className={styles.group} data-part="compare-models">
      <legend className={styles.legend}>
        {tc("choose")}（{tc("chosen", { count: chosen.length })}）
      </legend>
      {choices.map(({ card, disabledReason, note }) => {
        const checked = chosen.includes(card.id) && disabledReason === undefined;
        const obstacle = disabledReason ?? (full && !checked ? tc("tooMany") : undefined);
        return (
          <Checkbox
            key={card.id}
            className={styles.choice}
            checked={checked}
            disabled={obstacle !== undefined}
            onChange={(_, { checked: ticked }) =>
              onChange(ticked === true ? [...chosen, card.id] : chosen.filter((id) => id !== card.id))
            }
            label={
              <span className={styles.words}>
                {modelName(t, card)}
                <span className={styles.detail}>
                  {modelClearance(t, card)}・{modelRegion(t, card)}
                </span>
                {note !== undefined && <span className={styles.detail}>{note}</span>}
                {obstacle !== undefined && <span className={styles.reason}>{obstacle}</span>}
              </span>
            }
            data-model={card.id}
          />
        );
      })}
    </fieldset>
  );
}
