import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactNode } from "react";
import { createTranslator, type Locale } from "../i18n";
import { paneTheme, type ThemeName } from "./pane-theme";
import { TranslationContext } from "./translation";
import { useThemeName } from "./use-theme-name";

export interface PaneProviderProps {
  locale: Locale;
  /** Theme that Office told; undefined where it tells none. */
  officeTheme?: ThemeName | undefined;
  children: ReactNode;
}

/** Theme, language and text direction for everything in a pane. */
export function PaneProvider({ locale, officeTheme, children }: PaneProviderProps) {
  const name = useThemeName(officeTheme);
  const theme = useMemo(() => paneTheme(name), [name]);
  const translator = useMemo(() => createTranslator(locale), [locale]);
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
