import {
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { modelClearance, modelName, modelRegion } from "./model-text";
import type { ModelChoice } from "./ModelChip";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  popover: { maxWidth: "296px" },
  item: { maxWidth: "none" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontWeight: "normal" },
  reason: { display: "block", color: tokens.colorNeutralForeground1, fontWeight: "normal" },
});

interface ModelMenuProps {
  trigger: ReactElement;
  choices: ModelChoice[];
  selected: string | undefined;
  onSelect(id: string): void;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** The menu behind the chip; a chunk of its own. */
export default function ModelMenu({ trigger, open, choices, selected, onSelect, onOpenChange }: ModelMenuProps) {
  const t = useTranslation();
  const styles = useStyles();
  return (
    <Menu
      open={open}
      checkedValues={{ model: selected === undefined ? [] : [selected] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const id = checkedItems[0];
        if (id !== undefined) onSelect(id);
        onOpenChange(false);
      }}
      onOpenChange={(_, data) => onOpenChange(data.open)}
    >
      <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList aria-label={t("model.chooseTitle")}>
          {choices.map(({ card, disabledReason }) => (
            <MenuItemRadio
              key={card.id}
              className={styles.item}
              name="model"
              value={card.id}
              disabled={disabledReason !== undefined}
            >
              {modelName(t, card)}
              <span className={styles.detail}>
                {modelClearance(t, card)}・{modelRegion(t, card)}
              </span>
              {disabledReason !== undefined && <span className={styles.reason}>{disabledReason}</span>}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
