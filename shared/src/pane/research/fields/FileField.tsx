import { Button, makeStyles } from "@fluentui/react-components";
import { AttachRegular, DismissRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { researchTexts } from "../../../i18n/research-texts";
import { useTexts } from "../../text-table";
import { byteSize } from "../byte-size";
import type { TakenFile } from "../take-files";
import { FieldGroup } from "./FieldGroup";
import type { FieldProps } from "./field-props";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "4px", alignItems: "flex-start", minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: "none", width: "100%" },
  file: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "4px", minWidth: 0 },
  name: { minWidth: 0, overflowWrap: "anywhere" },
});

interface FileFieldProps extends Pick<FieldProps, "field" | "label" | "message" | "disabled"> {
  files: TakenFile[];
  onAdd(files: File[], several: boolean): void;
  onRemove(index: number): void;
}

/** A field for files: what may be chosen stands beside it before anything is refused. */
export function FileField({ field, label, message, disabled, files, onAdd, onRemove }: FileFieldProps) {
  const tr = useTexts(researchTexts);
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const several = field.multiple === true || (field.maximumFiles ?? 1) > 1;
  const limits = [
    ...(field.accept === undefined ? [] : [tr("fileAccept", { accept: field.accept })]),
    tr("fileLimits", { count: field.maximumFiles ?? 1 }),
    // The limit is of what is sent, which is a third larger than the file itself.
    ...(field.maximumFileBytes === undefined
      ? []
      : [tr("fileSize", { size: byteSize(Math.floor(field.maximumFileBytes / 4) * 3) })]),
  ];
  return (
    <FieldGroup
      field={field}
      label={label}
      message={message}
      hint={[...(field.description === undefined ? [] : [field.description]), limits.join("・")].join(" ")}
    >
      <div className={styles.box}>
        <Button
          icon={<AttachRegular />}
          aria-label={`${tr("chooseFile")}：${label}`}
          disabled={disabled}
          onClick={() => input.current?.click()}
        >
          {tr("chooseFile")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple={several}
          {...(field.accept === undefined ? {} : { accept: field.accept })}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            // The same file can be chosen again after it was taken out.
            event.target.value = "";
            if (chosen.length > 0) onAdd(chosen, several);
          }}
          data-file-input={field.key}
        />
        {files.length > 0 && (
          <ul className={styles.list}>
            {files.map(({ filename, bytes }, index) => (
              <li key={index} className={styles.file}>
                <span className={styles.name}>
                  {filename}（{byteSize(bytes)}）
                </span>
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={tr("removeFile", { file: filename })}
                  title={tr("removeFile", { file: filename })}
                  onClick={() => onRemove(index)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </FieldGroup>
  );
}
