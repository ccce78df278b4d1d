import { useEffect, useState, type ReactNode } from "react";
import { localeOf, type Wording } from "../../i18n";
import { PaneProvider } from "../PaneProvider";
import { loadSettings, saveSettings, type PaneSettings } from "../settings-store";
import type { OfficeSurroundings } from "./boot-office";
import { keepTabHere } from "./keep-tab-here";
import { useOffice } from "./use-office";

/** What a pane has around it: the person's settings and the connection to Office. */
export interface PaneSurroundings<Office> {
  settings: PaneSettings;
  /** False when this frame cannot store the settings. */
  stored: boolean;
  locale: "ja" | "en";
  /** Undefined while Office is not connected. */
  office: Office | undefined;
  /** Why Office is not connected. */
  failure: unknown;
  /** Waits for Office; after a failure it tries again. */
  connect(): Promise<Office>;
  onSettings(settings: PaneSettings): void;
}

export interface OfficePaneProps<Office extends OfficeSurroundings> {
  /** Resolves when Office is ready. */
  open(): Promise<Office>;
  /** Language of the page as it was delivered; the person's own choice and Office's come before it. */
  pageLanguage: string;
  /** Texts that this pane words differently, by language. */
  wording?: Record<"ja" | "en", Wording>;
  children(surroundings: PaneSurroundings<Office>): ReactNode;
}

/** A pane in its Office: settings, connection, language and theme. */
export function OfficePane<Office extends OfficeSurroundings>(props: OfficePaneProps<Office>) {
  const { open, pageLanguage, wording, children } = props;
  const [settings, setSettings] = useState(loadSettings);
  const [stored, setStored] = useState(true);
  const [connection, connect] = useOffice(open);
  useEffect(keepTabHere, []);
  const office = connection.status === "ready" ? connection.office : undefined;
  const failure = connection.status === "failed" ? connection.error : undefined;
  const locale = settings.locale ?? localeOf(office?.language ?? pageLanguage);
  const onSettings = (next: PaneSettings) => {
    setSettings(next);
    setStored(saveSettings(next));
  };
  return (
    <PaneProvider
      locale={locale}
      officeTheme={office?.theme}
      {...(wording === undefined ? {} : { wording: wording[locale] })}
    >
      {children({ settings, stored, locale, office, failure, connect, onSettings })}
    </PaneProvider>
  );
}
