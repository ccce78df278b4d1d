import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { countCharacters } from "../language";
import type { Block, ConfidentialityClass, ModelCard } from "../vocabulary";
import type { Translator } from "../i18n";
import { ClassBadge } from "./ClassBadge";
import { modelName, modelRegion } from "./model-text";
import { placeName } from "./place-name";
import { useTranslation } from "./translation";

const useStyles = makeStyles({
  surface: { padding: "16px", width: "calc(100vw - 24px)", maxWidth: "560px" },
  title: { fontSize: "16px", lineHeight: "24px" },
  content: { display: "flex", flexDirection: "column", gap: "10px" },
  line: { margin: 0 },
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

export interface SendSheetProps {
  /** The very blocks that would leave. */
  blocks: Block[];
  card: ModelCard;
  /** The model that was wanted and may not receive this class; `card` is used instead. */
  passedOver?: ModelCard | undefined;
  found: ConfidentialityClass;
  /** False closes the sheet but keeps it: see `useLast`. */
  open: boolean;
  /** True when the model may receive class 2; an unclear marking needs it whatever the answer is. */
  clearedForTwo: boolean;
  /** True when a person has to say what the class is. */
  ask: boolean;
  /** The marking that decided; undefined when there is none. */
  marking: SheetMarking | undefined;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
  /** The class the person stands for. */
  onConfirm(declared: ConfidentialityClass): void;
  onClose(): void;
}

/** Word writes a line break inside a paragraph as a vertical tab, which browsers draw as a box. */
function withLineBreaks(text: string): string {
  return text.replace(/\v/g, "\n");
}

function destination(t: Translator, card: ModelCard, relayIsHere: boolean): string {
  if (card.region === "local") return t(relayIsHere ? "send.leavesNothingHere" : "send.leavesNothingRelay");
  return t("send.leaves", { model: modelName(t, card), region: modelRegion(t, card) });
}

/** Gives the focus back to the task, which is drawn by then: to 中止 while it runs, else to its button. */
function focusTask(): () => void {
  const frame = requestAnimationFrame(() => {
    document.querySelector<HTMLElement>("[data-part=progress] button, [data-part=primary]")?.focus();
  });
  return () => cancelAnimationFrame(frame);
}

/** Exactly what will leave, and to which model; the only modal of a pane. A chunk of its own. */
export default function SendSheet(props: SendSheetProps) {
  const { open, blocks, card, passedOver, found, clearedForTwo, ask, marking, relayIsHere, onConfirm, onClose } = props;
  const t = useTranslation();
  const styles = useStyles();
  const [chosen, setChosen] = useState<"1" | "2" | "3">();
  useEffect(() => {
    if (open) return;
    setChosen(undefined);
    return focusTask();
  }, [open]);
  // Blocks without text are passed over by every task.
  const written = blocks.filter((block) => block.text.trim() !== "");
  const refusal =
    chosen === "3"
      ? t("send.askClass3Blocked")
      : chosen !== undefined && !clearedForTwo
        ? t("send.askModelNotCleared", { model: modelName(t, card) })
        : undefined;
  const ready = !ask || (chosen !== undefined && refusal === undefined);
  const characters = written.reduce((sum, block) => sum + countCharacters(block.text), 0);
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
            {passedOver !== undefined && (
              <p className={styles.line}>
                {t("send.insteadOf", { other: modelName(t, passedOver), model: modelName(t, card) })}
              </p>
            )}
            <p className={styles.line}>{destination(t, card, relayIsHere)}</p>
            {!ask && (
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
            )}
            {ask && (
              <div className={styles.question}>
                <h3 className={styles.heading}>{t("send.askTitle")}</h3>
                <p className={styles.line}>
                  {marking === undefined
                    ? t("send.askReasonUnmarked")
                    : t("send.askReason", { place: placeName(t, marking.where), text: marking.text })}
                </p>
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
            <h3 className={styles.heading}>{t("send.content", { blocks: written.length, characters })}</h3>
            <div className={styles.blocks} tabIndex={0} role="region" aria-label={t("send.contentLabel")}>
              {written.map((block) => (
                <p key={block.id} className={styles.block}>
                  {withLineBreaks(block.text)}
                </p>
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={!ready} onClick={() => onConfirm(chosen ?? found)}>
              {t("send.confirm")}
            </Button>
            <Button onClick={onClose}>{t("send.cancel")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
