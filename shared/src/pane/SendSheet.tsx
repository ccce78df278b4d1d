import { countCharacters } from "../language";
import type { Block, ConfidentialityClass, ModelCard, TermPair } from "../vocabulary";
import type { Translator } from "../i18n";
import { askReason, ConfirmSheet, type SheetMarking, type SheetText } from "./ConfirmSheet";
import { modelClearance, modelName, modelRegion } from "./model-text";
import { fallbackLine } from "./models/fallback-text";
import { sentBesides } from "./sent-besides";
import { useTranslation } from "./translation";

export type { SheetMarking } from "./ConfirmSheet";

export interface SendSheetProps {
  /** The very blocks that would leave. */
  blocks: Block[];
  card: ModelCard;
  /** Leave besides the blocks, written or chosen by the person: shown first. */
  besides?: readonly SheetText[] | undefined;
  /** A part that is marked more strictly than what leaves was left out. */
  leftOut?: boolean | undefined;
  /** The button that sends; 「この内容で要約する」 when left out. */
  confirmLabel?: string | undefined;
  /** Leaves besides the blocks: the 定型 that was chosen. */
  instruction?: string | undefined;
  /** Leave besides the blocks: terms of the ministry's glossary. */
  terms?: readonly TermPair[] | undefined;
  /** How many names, numbers and addresses are masked in the blocks; undefined when masking is off. */
  masked?: number | undefined;
  /** Places with text that the source does not show: kept back. */
  hidden?: number | undefined;
  /** Paragraphs of which nobody knows whether they hide text: they are sent as they are. */
  unchecked?: number | undefined;
  /** Models that are asked in turn when `card` cannot answer. */
  fallbacks?: ModelCard[] | undefined;
  /** The first of `fallbacks`, which answers because `card` is closed. */
  standIn?: ModelCard | undefined;
  /** The model that was wanted and may not receive this class; `card` is used instead. */
  passedOver?: ModelCard | undefined;
  /** True when it does not know a language that is needed. */
  passedOverForLanguage?: boolean | undefined;
  /** More that a person should know of the model before sending, such as its hours. */
  notes?: string[] | undefined;
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

function destination(t: Translator, card: ModelCard, relayIsHere: boolean): string {
  if (card.region === "local") return t(relayIsHere ? "send.leavesNothingHere" : "send.leavesNothingRelay");
  return t("send.leaves", { model: modelName(t, card), region: modelRegion(t, card) });
}

/** A mail leaves with who wrote it when. */
function named({ id, kind, label, text }: Block): SheetText {
  return kind === "message" && label !== undefined ? { id, name: label, text } : { id, text };
}

/** Exactly what will leave for a task, and to which model. A chunk of its own. */
export default function SendSheet(props: SendSheetProps) {
  const { open, blocks, card, standIn, fallbacks = [], passedOver, passedOverForLanguage, notes } = props;
  const { found, clearedForTwo, ask, marking, relayIsHere } = props;
  // Who really receives it, and who comes after that.
  const receiver = standIn ?? card;
  const t = useTranslation();
  // Blocks without text are passed over by every task.
  const written = blocks.filter((block) => block.text.trim() !== "");
  const characters = written.reduce((sum, block) => sum + countCharacters(block.text), 0);
  const model = modelName(t, card);
  const chain = fallbackLine(
    t,
    fallbacks.filter(({ id }) => id !== receiver.id),
  );
  return (
    <ConfirmSheet
      open={open}
      lines={[
        ...(passedOver === undefined
          ? []
          : [
              t(passedOverForLanguage === true ? "send.insteadOfLanguage" : "send.insteadOf", {
                other: modelName(t, passedOver),
                model,
              }),
            ]),
        ...(standIn === undefined
          ? []
          : [
              t("send.insteadOfClosed", {
                other: model,
                model: modelName(t, standIn),
                clearance: modelClearance(t, standIn),
              }),
            ]),
        destination(t, receiver, relayIsHere),
        ...(receiver.region === "local" ? [] : [t("send.alsoSent")]),
        ...(chain === undefined ? [] : [chain]),
        ...(props.masked === undefined || props.masked === 0 ? [] : [t("masking.sent", { count: props.masked })]),
        ...(props.hidden === undefined || props.hidden === 0 ? [] : [t("hidden.keptBack", { count: props.hidden })]),
        ...(props.unchecked === undefined || props.unchecked === 0
          ? []
          : [t("hidden.unchecked", { count: props.unchecked })]),
        ...(props.leftOut === true ? [t("send.leftOut")] : []),
        ...(notes ?? []),
      ]}
      found={found}
      marking={marking}
      ask={ask ? { reason: askReason(t, marking) } : undefined}
      refusalOf={(chosen) => {
        if (chosen === "3") return t("send.askClass3Blocked");
        return clearedForTwo ? undefined : t("send.askModelNotCleared", { model });
      }}
      amount={t("send.content", { blocks: written.length, characters })}
      texts={[...(props.besides ?? []), ...written.map(named)]}
      fixed={sentBesides(t, props.instruction, props.terms)}
      confirmLabel={props.confirmLabel ?? t("send.confirm")}
      // To 中止 while it runs, else to its button.
      focusAfter="[data-part=progress] button, [data-part=primary]"
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    />
  );
}
