import { useMemo } from "react";
import { createTableTranslator, type TableTranslator, type TextTable } from "../i18n";
import { useTranslation } from "./translation";

/** The texts of a table in the language of the pane. */
export function useTexts<Key extends string>(table: TextTable<Key>): TableTranslator<Key> {
  const { locale } = useTranslation();
  return useMemo(() => createTableTranslator(table, locale), [table, locale]);
}
