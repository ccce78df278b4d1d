import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ConfidentialityClass } from "../vocabulary";
import { ClassBadge } from "./ClassBadge";
import { placeName } from "./place-name";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  surface: { padding: "16px", width: "calc(100vw - 24px)", maxWidth: "560px" },
  title: { fontSize: "16px", lineHeight: "24px" },
  content: { display: "flex", flexDirection: "column", gap: "10px" },
  line: { margin: 0, overflowWrap: "anywhere" },
  heading: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  blocks: {
    maxHeight: "38vh",
    overflowY: "auto",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  block: { margin: "0 0 6px", overflowWrap: "anywhere", whiteSpace: "pre-wrap", contentVisibility: "auto" },
  fixed: { alignSelf: "flex-start", textAlign: "left", overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  question: {
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  refusal: { margin: 0, color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** A marking that was found, and where. */
export interface SheetMarking {
  where: string;
  text: string;
}

/** A class that a person may stand for. */
export type DeclaredClass = "1" | "2" | "3";

/** One piece of what would leave. */
export interface SheetText {
  id: string;
  /** What the piece is, such as the label of a field. */
  name?: string;
  text: string;
}

export interface ConfirmSheetProps {
  /** False closes the sheet but keeps it: see `useLast`. */
  open: boolean;
  /** Where it goes and what comes of it, one paragraph each. */
  lines: string[];
  found: ConfidentialityClass;
  /** The marking that decided; undefined when there is none. */
  marking: SheetMarking | undefined;
  /** Set when a person has to say what the class is; why, in words. */
  ask?: { reason: string } | undefined;
  /** Why the answer rules the sending out, in words; class 3 never leaves. */
  refusalOf(chosen: DeclaredClass): string | undefined;
  /** How much it is, in one line. */
  amount: string;
  /** The very texts that would leave. */
  texts: SheetText[];
  /** What leaves besides, and was not written by the person: shown on demand. */
  fixed?: { label: string; texts: SheetText[] } | undefined;
  confirmLabel: string;
  /** What gets the focus when the sheet has closed, as CSS selectors; the first that is there. */
  focusAfter: string;
  /** The class the person stands for. */
  onConfirm(declared: ConfidentialityClass): void;
  onClose(): void;
}

/** Word writes a line break inside a paragraph as a vertical tab, which browsers draw as a box. */
function withLineBreaks(text: string): string {
  return text.replace(/\v/g, "\n");
}

/** How long a closing sheet may still take the focus with it. Milliseconds. */
const closingMs = 600;

/**
 * Gives the focus back to the task, which is drawn by then. A sheet that was closed by Esc holds on to the focus until it has
 * faded out, and leaves it to the page: it is given back again then. Whoever has gone elsewhere meanwhile stays there, also
 * when that is the document beside the pane, to which Esc may lead as well: a frame that focuses itself would fetch them back.
 */
function focusOn(selectors: string): () => void {
  const until = performance.now() + closingMs;
  let isFirst = true;
  let frame = requestAnimationFrame(function giveBack() {
    const active = document.activeElement;
    const isLost = active === null || active === document.body || active.closest("[data-part=send-sheet]") !== null;
    if ((isFirst || isLost) && document.hasFocus()) document.querySelector<HTMLElement>(selectors)?.focus();
    isFirst = false;
    if (performance.now() < until) frame = requestAnimationFrame(giveBack);
  });
  return () => cancelAnimationFrame(frame);
}

/** Exactly what will leave, and where to; the only modal of a pane. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { open, lines, found, marking, ask, refusalOf, amount, texts, fixed, confirmLabel, focusAfter } = props;
  const { onConfirm, onClose } = props;
  const t = useTranslation();
  const styles = useStyles();
  const [fixedShown, setFixedShown] = useState(false);
  const [chosen, setChosen] = useState<DeclaredClass>();
  useEffect(() => {
    if (open) return;
    setChosen(undefined);
    return focusOn(focusAfter);
  }, [open, focusAfter]);
  const refusal = chosen === undefined ? undefined : refusalOf(chosen);
  const ready = ask === undefined || (chosen !== undefined && refusal === undefined);
  return (
    <Dialog
      open={open}
      modalType="modal"
      onOpenChange={(_, change) => {
        if (!change.open) onClose();
      }}
    >
      <DialogSurface className={styles.surface} data-part="send-sheet">
        <DialogBody>
          <DialogTitle className={styles.title}>{t("send.title")}</DialogTitle>
          <DialogContent className={styles.content}>
            {lines.map((line) => (
              <p key={line} className={styles.line}>
                {line}
              </p>
            ))}
            {ask === undefined ? (
              <p className={styles.line}>
                {marking === undefined ? (
                  <ClassBadge found={found} />
                ) : (
                  t("send.classFound", {
                    name: t(`class.${found}`),
                    place: placeName(t, marking.where),
                    text: marking.text,
                  })
                )}
              </p>
            ) : (
              <div className={styles.question}>
                <h3 className={styles.heading}>{t("send.askTitle")}</h3>
                <p className={styles.line}>{ask.reason}</p>
                <RadioGroup
                  aria-label={t("send.askTitle")}
                  value={chosen ?? ""}
                  onChange={(_, { value }) => setChosen(value === "1" || value === "2" ? value : "3")}
                >
                  {/* A class lower than the one that was found is not on offer. */}
                  {found !== "2" && <Radio value="1" label={t("send.askClass1")} />}
                  <Radio value="2" label={t("send.askClass2")} />
                  <Radio value="3" label={t("send.askClass3")} />
                </RadioGroup>
                <div role="status">{refusal !== undefined && <p className={styles.refusal}>{refusal}</p>}</div>
              </div>
            )}
            <h3 className={styles.heading}>{amount}</h3>
            <SheetTexts label={t("send.contentLabel")} texts={texts} />
            {fixed !== undefined && (
              <>
                <Link
                  as="button"
                  className={styles.fixed}
                  aria-expanded={fixedShown}
                  onClick={() => setFixedShown(!fixedShown)}
                  data-part="send-fixed"
                >
                  {fixed.label}
                </Link>
                {fixedShown && <SheetTexts label={fixed.label} texts={fixed.texts} />}
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={!ready} onClick={() => onConfirm(chosen ?? found)}>
              {confirmLabel}
            </Button>
            <Button onClick={onClose}>{t("send.cancel")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Texts that leave, in a box that scrolls. */
function SheetTexts({ label, texts }: { label: string; texts: SheetText[] }) {
  const styles = useStyles();
  return (
    <div className={styles.blocks} tabIndex={0} role="region" aria-label={label}>
      {texts.map(({ id, name, text }) => (
        <p key={id} className={styles.block}>
          {name !== undefined && <span className={styles.name}>{name}：</span>}
          {withLineBreaks(text)}
        </p>
      ))}
    </div>
  );
}

/** The class question of a source whose marking does not tell it. */
export function askReason(t: ReturnType<typeof useTranslation>, marking: SheetMarking | undefined): string {
  return marking === undefined
    ? t("send.askReasonUnmarked")
    : t("send.askReason", { place: placeName(t, marking.where), text: marking.text });
}
