import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ClientSettings, ShownNotice, SwitchedOff } from "../../relay-client";
import type { ModelCard } from "../../vocabulary";
import type { Translator } from "../../i18n";
import { bySelector, focusSoon } from "../focus-soon";
import { modelName } from "../model-text";
import { useTranslation } from "../translation";

const useStyles = makeStyles({
  bars: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  text: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
});

/** What the person has put away; as long as the page is open. A notice that was reworded is shown again. */
const putAway = new Set<string>();

export interface NoticeBarsProps {
  settings: Pick<ClientSettings, "notices" | "switchedOff" | "displayName">;
  models: readonly ModelCard[];
}

/** One bar for each: what is switched off stays, a notice can be put away. A chunk of its own. */
export default function NoticeBars({ settings, models }: NoticeBarsProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [, redraw] = useState(0);
  const { notices, switchedOff, displayName } = settings;
  const keyOf = ({ id, text }: ShownNotice): string => JSON.stringify([id, text]);
  return (
    <div className={styles.bars} data-part="notices">
      {switchedOff.map((one) => (
        <MessageBar key={subjectKey(one)} intent="error" layout="multiline" data-part="switched-off">
          <MessageBarBody className={styles.text}>{switchText(t, one, displayName, models)}</MessageBarBody>
        </MessageBar>
      ))}
      {notices
        .filter((notice) => !putAway.has(keyOf(notice)))
        .map((notice) => (
          <MessageBar key={notice.id} intent={intents[notice.severity]} layout="multiline" data-part="notice">
            <MessageBarBody className={styles.text}>
              {t.locale === "en" ? (notice.text.en ?? notice.text.ja) : notice.text.ja}
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label={t("notice.dismiss")}
                  data-part="dismiss"
                  onClick={() => {
                    putAway.add(keyOf(notice));
                    redraw((times) => times + 1);
                    // To the next one; after the last one to what the pane is there for.
                    focusSoon(
                      bySelector("[data-part=notices] [data-part=dismiss]"),
                      bySelector("[data-part=primary]"),
                      bySelector("[role=tab][aria-selected=true]"),
                      bySelector("header button"),
                    );
                  }}
                />
              }
            />
          </MessageBar>
        ))}
    </div>
  );
}

const intents: Record<ShownNotice["severity"], NonNullable<MessageBarProps["intent"]>> = {
  info: "info",
  warning: "warning",
  error: "error",
};

function subjectKey(one: SwitchedOff): string {
  return one.scope === "whole" ? "whole" : one.scope === "task" ? `task ${one.task}` : `model ${one.model}`;
}

function switchText(t: Translator, one: SwitchedOff, displayName: string, models: readonly ModelCard[]): string {
  const sentence =
    one.scope === "whole"
      ? t("notice.offWhole", { name: displayName })
      : one.scope === "task"
        ? t("notice.offTask", { task: t(`taskName.${one.task}`) })
        : t("notice.offModel", { model: nameOf(t, one.model, models) });
  return one.reason === "" ? sentence : `${sentence}\n${one.reason}`;
}

function nameOf(t: Translator, id: string, models: readonly ModelCard[]): string {
  const card = models.find((known) => known.id === id);
  return card === undefined ? id : modelName(t, card);
}
