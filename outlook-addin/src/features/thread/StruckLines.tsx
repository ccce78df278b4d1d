import { Link } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import type { UnsupportedThreadLine } from "@genai-office/shared/tasks";
import { useId, useState } from "react";
import { useResultStyles } from "../work/result-styles";
import { threadTexts } from "./thread-texts";

/** Lines that the mails do not bear out: that there were some is always told, which ones on demand. */
export function StruckLines({ lines }: { lines: readonly UnsupportedThreadLine[] }) {
  const texts = useTexts(threadTexts);
  const styles = useResultStyles();
  const [open, setOpen] = useState(false);
  const listId = useId();
  return (
    <div data-part="struck">
      <Link as="button" aria-expanded={open} aria-controls={open ? listId : undefined} onClick={() => setOpen(!open)}>
        {texts("struck", { count: lines.length })}
      </Link>
      {open && (
        <div id={listId}>
          <p className={styles.quiet}>{texts("struckWhy")}</p>
          <ul className={styles.list}>
            {lines.map(({ statement }, index) => (
              <li key={index} className={styles.item}>
                <del className={styles.struck}>{statement.text}</del>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
