import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { findInstructions, isUsualHiding, type HiddenText } from "../guards";
import type { MessageKey } from "../i18n";
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

/** Entries that are listed; a page may hide hundreds. */
const mostListed = 30;
const longestListed = 300;

/** What a source holds without showing it: how much, and on demand what and why. Not sent; a warning where it is unusual. */
export function HiddenTextNote({ hidden }: { hidden: readonly HiddenText[] }) {
  const t = useTranslation();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (hidden.length === 0) return null;
  const ordering = hidden.some(({ text }) => findInstructions(text).length > 0);
  const alarming = ordering || hidden.some((one) => !isUsualHiding(one));
  return (
    <div
      className={`${styles.note} ${alarming ? styles.warning : ""}`}
      data-part="hidden-text"
      data-alarming={alarming}
    >
      <p className={styles.line}>
        {t(alarming ? "hidden.notice" : "hidden.noticeUsual", { count: hidden.length })}
        {ordering && t("hidden.instruction")}
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
      {open && (
        <ul id={listId} className={styles.list} tabIndex={0} aria-label={t("hidden.show")}>
          {hidden.slice(0, mostListed).map(({ text, reason }, index) => (
            <li key={index}>
              <span className={styles.reason}>{t(`hidden.${reason}` as MessageKey)}</span>：
              {text.length > longestListed ? `${text.slice(0, longestListed)}…` : text}
            </li>
          ))}
          {hidden.length > mostListed && <li>{t("hidden.more", { count: hidden.length - mostListed })}</li>}
        </ul>
      )}
    </div>
  );
}
