import { Button, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { Account, type PaneAccount } from "./Account";
import { lengthSettings } from "./length-choice";
import LengthPicker from "./LengthPicker";
import type { PaneSettings } from "./settings-store";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "12px", alignItems: "stretch" },
  head: { display: "flex", alignItems: "center", gap: "4px" },
  title: {
    margin: 0,
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  card: {
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: "0 0 4px", fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

export interface SettingsProps {
  settings: PaneSettings;
  /** Language in use when none is set. */
  locale: "ja" | "en";
  /** False when this frame cannot store anything. */
  stored: boolean;
  /** Who is signed in to the relay; undefined where nobody signs in. */
  account?: PaneAccount | undefined;
  onChange(settings: PaneSettings): void;
  onClose(): void;
}

/** Language and usual length; a view of the pane, no window. A chunk of its own. */
export default function Settings({ settings, locale, stored, account, onChange, onClose }: SettingsProps) {
  const t = useTranslation();
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.view} aria-label={t("settings.title")} data-part="settings">
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t("pane.back")}
          title={t("pane.back")}
          onClick={onClose}
        />
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {t("settings.title")}
        </h2>
      </div>
      <div className={styles.card}>
        <h3 className={styles.heading}>{t("settings.language")}</h3>
        <RadioGroup
          aria-label={t("settings.language")}
          value={settings.locale ?? locale}
          onChange={(_, data) => onChange({ ...settings, locale: data.value === "en" ? "en" : "ja" })}
        >
          <Radio value="ja" label={t("settings.languageJa")} />
          <Radio value="en" label={t("settings.languageEn")} />
        </RadioGroup>
      </div>
      <div className={styles.card}>
        <h3 className={styles.heading}>{t("settings.length")}</h3>
        <LengthPicker
          label={t("settings.length")}
          choices={lengthSettings}
          value={settings.length}
          onChange={(length) => onChange({ ...settings, length })}
        />
      </div>
      {account !== undefined && <Account account={account} className={styles.card} />}
      <p className={styles.note}>{t(stored ? "settings.stored" : "settings.notStored")}</p>
    </section>
  );
}
