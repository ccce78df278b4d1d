import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactNode } from "react";
import { createTranslator, type Locale, type Wording } from "../i18n";
import { paneTheme, type ThemeName } from "./pane-theme";
import { TranslationContext } from "./translation";
import { useThemeName } from "./use-theme-name";

export interface PaneProviderProps {
  locale: Locale;
  /** Theme that Office told; undefined where it tells none. */
  officeTheme?: ThemeName | undefined;
  /** Texts that this front end words differently, in the language of `locale`; the same object at each rendering. */
  wording?: Wording;
  children: ReactNode;
}

/** Theme, language and text direction for everything in a pane. */
export function PaneProvider({ locale, officeTheme, wording, children }: PaneProviderProps) {
  const name = useThemeName(officeTheme);
  const theme = useMemo(() => paneTheme(name), [name]);
  const translator = useMemo(() => createTranslator(locale, wording), [locale, wording]);
  useEffect(() => {
    document.documentElement.lang = locale === "en" ? "en" : "ja";
    document.documentElement.style.colorScheme = name;
  }, [locale, name]);
  return (
    <TranslationContext.Provider value={translator}>
      <FluentProvider theme={theme} style={{ height: "100%" }}>
        {children}
      </FluentProvider>
    </TranslationContext.Provider>
  );
}
