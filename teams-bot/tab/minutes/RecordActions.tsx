import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowDownloadRegular, CopyRegular } from "@fluentui/react-icons";
import { copyText, diagnose, LiveMessage, useTexts, useTranslation } from "@genai-office/shared/pane";
import type { MinutesRecord } from "@genai-office/shared/tasks";
import { useState } from "react";
import { tabTexts, type TabText } from "../texts/tab-texts";
import { saveFile } from "./save-file";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  told: { margin: "4px 0 0" },
});

/** What a person takes along: the Word file, the same that a personal chat offers, and the text. */
export function RecordActions({ record }: { record: MinutesRecord }) {
  const t = useTexts(tabTexts);
  const translate = useTranslation();
  const styles = useStyles();
  const [told, setTold] = useState<TabText>();
  const [isMaking, setMaking] = useState(false);
  const between = translate.locale === "en" ? ", " : "、";
  const copy = async () => {
    const { mark, models, result } = record;
    const lines = [mark, t("draft", { models: models.join(between) }), result.text].filter((line) => line !== "");
    setTold((await copyText(lines.join("\n"))) ? "copied" : "copyFailed");
  };
  const save = async () => {
    setMaking(true);
    try {
      const { fileOfRecord } = await import(/* webpackChunkName: "minutes-file" */ "../../src/minutes/record-file");
      saveFile(await fileOfRecord({ problems: 0, ...record }));
      setTold("saved");
    } catch (thrown) {
      diagnose("the Word file could not be made", thrown);
      setTold("saveFailed");
    }
    setMaking(false);
  };
  const hasFailed = told === "copyFailed" || told === "saveFailed";
  return (
    <div>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={isMaking}
          data-action="save"
          onClick={() => void save()}
        >
          {t("save")}
        </Button>
        <Button icon={<CopyRegular />} data-action="copy" onClick={() => void copy()}>
          {told === "copied" ? t("copied") : t("copy")}
        </Button>
      </div>
      {hasFailed && (
        <p className={styles.told} role="alert">
          {t(told)}
        </p>
      )}
      <LiveMessage text={told === undefined || hasFailed ? "" : t(told)} />
    </div>
  );
}
