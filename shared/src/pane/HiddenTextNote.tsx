import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import { isUsualHiding, type HiddenText } from "../guards";
import type { MessageKey } from "../i18n";
import { diagnose } from "./diagnostics";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  note: {
    padding: "6px 10px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  warning: {
    borderLeftColor: tokens.colorStatusWarningBorder2,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  line: { margin: 0 },
  toggle: { paddingLeft: 0, minWidth: 0, fontWeight: "normal" },
  list: { margin: "4px 0 0", paddingLeft: "18px", maxHeight: "200px", overflowY: "auto" },
  reason: { color: tokens.colorNeutralForeground2 },
});

/** Places outside of the text, which an entry is told with. */
const named: ReadonlySet<string | undefined> = new Set(["subject", "name", "attachment"]);
/** Entries that are listed; a page may hide hundreds. */
const mostListed = 30;
const longestListed = 300;

/** Whether a hidden text orders an AI about; "unknown" until the rules are there, which are a chunk of their own. */
function useOrdering(hidden: readonly HiddenText[]): boolean | "unknown" {
  const [ordering, setOrdering] = useState<boolean | "unknown">("unknown");
  useEffect(() => {
    let current = true;
    setOrdering("unknown");
    if (hidden.length === 0) return undefined;
    import(/* webpackChunkName: "instructions" */ "../guards/injection/instructions/find-instructions").then(
      ({ findInstructions }) => {
        if (current) setOrdering(hidden.some(({ text }) => findInstructions(text).length > 0));
      },
      (thrown: unknown) => diagnose("the rules for instructions could not be loaded", thrown),
    );
    return () => {
      current = false;
    };
  }, [hidden]);
  return ordering;
}

interface HiddenTextNoteProps {
  hidden: readonly HiddenText[];
  /** Paragraphs that nobody has looked at for hidden text. */
  unchecked?: number | undefined;
}

/**
 * What a source holds without showing it: how much, and on demand what and why. Not sent; a warning where it is unusual. What could
 * not be looked at is told as well.
 */
export function HiddenTextNote({ hidden, unchecked = 0 }: HiddenTextNoteProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const ordering = useOrdering(hidden) === true;
  if (hidden.length === 0 && unchecked === 0) return null;
  const alarming = ordering || unchecked > 0 || hidden.some((one) => !isUsualHiding(one));
  return (
    <div
      className={`${styles.note} ${alarming ? styles.warning : ""}`}
      data-part="hidden-text"
      data-alarming={alarming}
    >
      {unchecked > 0 && <p className={styles.line}>{t("hidden.unchecked", { count: unchecked })}</p>}
      {hidden.length > 0 && (
        <>
          <p className={styles.line}>
            {t(alarming ? "hidden.notice" : "hidden.noticeUsual", { count: hidden.length })}
            {ordering && (t.locale === "en" ? " " : "") + t("hidden.instruction")}
          </p>
          <Button
            appearance="transparent"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "hidden.hide" : "hidden.show")}
          </Button>
        </>
      )}
      {open && (
        <ul id={listId} className={styles.list} tabIndex={0} aria-label={t("hidden.show")}>
          {hidden.slice(0, mostListed).map(({ text, reason, place }, index) => (
            <li key={index}>
              <span className={styles.reason}>
                {named.has(place) && `${t(`hidden.in.${place}` as MessageKey)}：`}
                {t(`hidden.${reason}` as MessageKey)}
              </span>
              ：{text.length > longestListed ? `${text.slice(0, longestListed)}…` : text}
            </li>
          ))}
          {hidden.length > mostListed && <li>{t("hidden.more", { count: hidden.length - mostListed })}</li>}
        </ul>
      )}
    </div>
  );
}
