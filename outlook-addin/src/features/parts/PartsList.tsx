import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import { partsTexts } from "./parts-texts";
import type { PartsProps } from "./parts-props";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  note: { margin: "4px 0 0", color: tokens.colorNeutralForeground2 },
});

/** A box for each part that can be kept back. A chunk of its own. */
export default function PartsList({ reading, quoted = 0, choice, used, disabled, onChange }: PartsProps) {
  const texts = useTexts(partsTexts);
  const styles = useStyles();
  const files = used.files ? reading.attachments : [];
  const isDraft = reading.kind === "draft";
  // Without a mail there would be nothing to work on.
  const isAlone = isDraft || quoted === 0;
  const keep = (id: string, kept: boolean) =>
    onChange({ ...choice, keptBack: [...choice.keptBack.filter((one) => one !== id), ...(kept ? [id] : [])] });
  return (
    <div className={styles.list} role="group" aria-label={texts("label")} data-part="parts-list">
      {used.subject && (
        <Checkbox
          label={texts("subject")}
          checked={choice.subject}
          disabled={disabled}
          onChange={(_, { checked }) => onChange({ ...choice, subject: checked === true })}
          data-part-of="subject"
        />
      )}
      {isAlone ? (
        <Checkbox label={texts(isDraft ? "quotedMails" : "newestAlone")} checked disabled data-part-of="newest" />
      ) : (
        <Checkbox
          label={texts("newest")}
          checked={choice.newest}
          disabled={disabled || !choice.quoted}
          onChange={(_, { checked }) => onChange({ ...choice, newest: checked === true })}
          data-part-of="newest"
        />
      )}
      {!isAlone && (
        <Checkbox
          label={texts("quoted", { count: quoted })}
          checked={choice.quoted}
          disabled={disabled || !choice.newest}
          onChange={(_, { checked }) => onChange({ ...choice, quoted: checked === true })}
          data-part-of="quoted"
        />
      )}
      {files.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={texts("file", { name })}
          checked={choice.newest && !choice.keptBack.includes(id)}
          disabled={disabled || !choice.newest}
          onChange={(_, { checked }) => keep(id, checked !== true)}
          data-part-of="attachment"
        />
      ))}
      {!isAlone && <p className={styles.note}>{texts("oneStays")}</p>}
      <p className={styles.note}>{texts(used.reader ? "namesAndReader" : "names")}</p>
      {reading.attachments.length > 0 && <p className={styles.note}>{texts("contents")}</p>}
    </div>
  );
}
