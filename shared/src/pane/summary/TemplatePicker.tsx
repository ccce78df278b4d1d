import { Field, makeStyles, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ClientSettings, OfferedTemplate } from "../../relay-client";
import { diagnose } from "../diagnostics";
import { useTranslation } from "../translation";

/** A select is as wide as its longest option, and a grid as its widest child, unless both may shrink. */
const useStyles = makeStyles({
  field: { gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0, maxWidth: "100%" },
  root: { minWidth: 0, maxWidth: "100%" },
  select: { minWidth: 0, maxWidth: "100%", width: "100%", textOverflow: "ellipsis" },
});

export interface TemplatePickerProps {
  load(): Promise<ClientSettings>;
  /** Id of the one that was chosen. */
  value: string | undefined;
  onChange(template: OfferedTemplate | undefined): void;
}

/** 定型: one of the ministry's instructions for summaries, or none. Without any there is nothing to choose. A chunk of its own. */
export default function TemplatePicker({ load, value, onChange }: TemplatePickerProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [templates, setTemplates] = useState<readonly OfferedTemplate[]>([]);
  useEffect(() => {
    let current = true;
    load().then(
      (settings) => {
        if (current) setTemplates(settings.templates.filter(({ task }) => task === "summarize"));
      },
      (thrown: unknown) => diagnose("the templates could not be fetched", thrown),
    );
    return () => {
      current = false;
    };
  }, [load]);
  if (templates.length === 0) return null;
  return (
    <Field className={styles.field} label={t("summarize.template")}>
      <Select
        root={{ className: styles.root }}
        className={styles.select}
        value={value ?? ""}
        onChange={(_, data) => onChange(templates.find(({ id }) => id === data.value))}
        data-part="template"
      >
        <option value="">{t("summarize.noTemplate")}</option>
        {templates.map(({ id, name }) => (
          <option key={id} value={id}>
            {t.locale === "en" ? (name.en ?? name.ja) : name.ja}
          </option>
        ))}
      </Select>
    </Field>
  );
}
