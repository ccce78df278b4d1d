import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { mayReceive } from "../../guards";
import { compareTexts } from "../../i18n/compare-texts";
import type { Translator } from "../../i18n";
import { countCharacters } from "../../language";
import type { ModelCard, Statement } from "../../vocabulary";
import { askReason, ConfirmSheet } from "../ConfirmSheet";
import { ErrorMessage } from "../ErrorMessage";
import type { LengthChoice } from "../length-choice";
import { LiveMessage } from "../LiveMessage";
import { modelName, modelRegion } from "../model-text";
import type { ModelChoice } from "../ModelList";
import { placeName } from "../place-name";
import { Progress } from "../Progress";
import { decidingMarking, type SummarySource } from "../summary/summary-engine";
import { useTexts } from "../text-table";
import { sentBesides } from "../sent-besides";
import { useTranslation } from "../translation";
import { useLast } from "../use-last";
import { useWide } from "../use-wide";
import { checksOf } from "./column-text";
import { ColumnCard } from "./ColumnCard";
import type { CompareState } from "./compare-state";
import { ModelPicker } from "./ModelPicker";
import { fewestModels, mostModels, useComparison, type ComparableFlow } from "./use-comparison";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "12px" },
  head: { display: "flex", alignItems: "center", gap: "4px" },
  title: {
    margin: 0,
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  text: { margin: 0 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  columns: { display: "grid", gap: "8px", gridTemplateColumns: "minmax(0, 1fr)", alignItems: "start" },
});

export interface CompareViewProps<Source extends SummarySource> {
  flow: ComparableFlow<Source>;
  /** The models with why each cannot be used; undefined until the relay has told them. */
  choices: ModelChoice[];
  /** Id of the model in use. */
  selected: string | undefined;
  length: LengthChoice;
  language: "ja" | "en";
  /** 氏名などを伏せて送る for a model, as the person chose it; undefined when they did not. */
  mask?(card: ModelCard): boolean | undefined;
  /** "mail": the source is a message, not a document. */
  source: "document" | "mail";
  onShowSource(statement: Statement, blocks: Source["blocks"]): void;
  onClose(): void;
}

/** 比べる: one request to two to four models, side by side. A chunk of its own. */
export default function CompareView<Source extends SummarySource>(props: CompareViewProps<Source>) {
  const { flow, choices, selected, length, language, mask, source, onShowSource, onClose } = props;
  const t = useTranslation();
  const tc = useTexts(compareTexts);
  const styles = useStyles();
  const wide = useWide();
  const columnsOn = choices.map(candidate(t));
  const usable = columnsOn.filter(({ disabledReason }) => disabledReason === undefined).map(({ card }) => card);
  const [state, controls] = useComparison(flow, { length, language, mask }, firstChoice(columnsOn, selected));
  const [open, setOpen] = useState<string>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { work, columns } = state;
  const chosen = state.chosen.filter((id) => usable.some((card) => card.id === id));
  const shown = open ?? columns[0]?.card.id;
  const busy = work.phase === "connecting" || work.phase === "running";
  const results = work.phase === "running" || work.phase === "done";
  return (
    <section className={styles.view} aria-label={tc("title")} data-part="compare">
      <LiveMessage text={useAnnouncement(state)} />
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t("pane.back")}
          title={t("pane.back")}
          onClick={onClose}
        />
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {tc("title")}
        </h2>
      </div>
      {!results && usable.length < fewestModels ? (
        <p className={styles.text} data-part="compare-single">
          {usable[0] === undefined ? tc("none") : tc("single", { model: modelName(t, usable[0]) })}
        </p>
      ) : (
        !results && <p className={styles.text}>{tc("intro")}</p>
      )}
      {!results && <ModelPicker choices={columnsOn} chosen={chosen} onChange={(models) => controls.choose(models)} />}
      {state.dropped.length > 0 && (
        <p className={styles.text} role="status" data-part="compare-dropped">
          {tc(source === "mail" ? "droppedMail" : "dropped", {
            models: state.dropped.map((card) => `「${modelName(t, card)}」`).join(t.locale === "en" ? ", " : ""),
          })}
        </p>
      )}
      <div className={styles.row}>
        <Button
          appearance={busy || work.phase === "done" ? "secondary" : "primary"}
          disabledFocusable={!busy && work.phase !== "done" && chosen.length < fewestModels}
          onClick={(event) => {
            if (!busy) void controls.start();
            else if (event.detail < 2) controls.cancel();
          }}
          data-part="compare-run"
        >
          {busy
            ? t("pane.cancel")
            : work.phase === "done"
              ? tc("again")
              : chosen.length < fewestModels
                ? tc("runNone")
                : tc("run", { count: chosen.length })}
        </Button>
        {work.phase === "done" && <Button onClick={() => controls.back()}>{tc("change")}</Button>}
      </div>
      {work.phase === "connecting" && <Progress label={tc("connecting")} />}
      {state.failure !== undefined && (
        <ErrorMessage
          error={state.failure.error}
          onRetry={() => void controls.start()}
          reason={
            state.failure.marking === undefined
              ? undefined
              : t("error.blockedReason", {
                  place: placeName(t, state.failure.marking.where),
                  text: state.failure.marking.text,
                })
          }
        />
      )}
      {results && (
        <div
          className={styles.columns}
          style={wide ? { gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` } : undefined}
          role="group"
          aria-label={tc("results")}
          data-part="compare-columns"
        >
          {columns.map((column) => (
            <ColumnCard
              key={column.card.id}
              column={column}
              wide={wide}
              open={column.card.id === shown}
              onOpen={() => setOpen(column.card.id)}
              onShowSource={(statement) => onShowSource(statement, work.plan.basis.source.blocks)}
              onUse={() => {
                const { card, ended } = column;
                if (ended?.result === undefined) return;
                const { basis, masked, runs } = work.plan;
                const { source: read, judgement, offer } = basis;
                const plan = {
                  ...{ source: read, judgement, card, length, models: offer.models },
                  ...(masked === undefined ? {} : { masked }),
                };
                const run = runs[card.id];
                flow.adopt({
                  ...{ plan, declaredClass: work.declaredClass, result: ended.result },
                  ...(run === undefined ? {} : { run }),
                });
                onClose();
              }}
            />
          ))}
        </div>
      )}
      <CompareSheet state={state} controls={controls} />
    </section>
  );
}

/** Nobody stands in for a model in a comparison: one that is closed cannot be chosen, and its note says why. */
function candidate(t: Translator): (choice: ModelChoice) => ModelChoice {
  return (choice) =>
    choice.answersItself === false && choice.disabledReason === undefined
      ? { ...choice, note: undefined, disabledReason: t("model.closed") }
      : choice;
}

/** The model in use, and the next one that can be used: with two, one click compares. */
function firstChoice(choices: ModelChoice[], selected: string | undefined): string[] {
  const usable = choices.filter(({ disabledReason }) => disabledReason === undefined).map(({ card }) => card.id);
  const first = selected !== undefined && usable.includes(selected) ? [selected] : [];
  return [...first, ...usable.filter((id) => id !== selected)].slice(0, Math.min(fewestModels, mostModels));
}

interface CompareSheetProps<Source extends SummarySource> {
  state: CompareState<Source>;
  controls: ReturnType<typeof useComparison<Source>>[1];
}

/** One sheet for all models: each of them may receive what it shows. */
function CompareSheet<Source extends SummarySource>({ state, controls }: CompareSheetProps<Source>) {
  const t = useTranslation();
  const tc = useTexts(compareTexts);
  const plan = state.work.phase === "confirming" ? state.work.plan : undefined;
  const last = useLast(plan);
  if (last === undefined) return null;
  const { source, judgement } = last.basis;
  const marking = decidingMarking(judgement);
  const masked = typeof last.masked === "object" ? last.masked : undefined;
  const written = (masked ?? source).blocks.filter((block) => block.text.trim() !== "");
  const characters = written.reduce((sum, block) => sum + countCharacters(block.text), 0);
  const uncleared = last.cards.find((card) => !mayReceive(card, "2"));
  const models = last.cards.map((card) => `「${modelName(t, card)}」（${modelRegion(t, card)}）`).join("、");
  return (
    <ConfirmSheet
      open={plan !== undefined}
      lines={[
        tc("destination", { models }),
        ...(last.cards.every(({ region }) => region === "local") ? [] : [t("send.alsoSent")]),
        tc("noFallback"),
        ...(masked === undefined || masked.count === 0 ? [] : [t("masking.sent", { count: masked.count })]),
      ]}
      found={judgement.class}
      marking={marking}
      ask={judgement.decision === "ask" ? { reason: askReason(t, marking) } : undefined}
      refusalOf={(chosen) => {
        if (chosen === "3") return t("send.askClass3Blocked");
        return uncleared === undefined ? undefined : t("send.askModelNotCleared", { model: modelName(t, uncleared) });
      }}
      amount={t("send.content", { blocks: written.length, characters })}
      texts={written}
      fixed={sentBesides(t, undefined, last.terms)}
      confirmLabel={tc("confirm")}
      focusAfter="[data-part=compare-run]"
      onConfirm={(declared) => void controls.confirm(last, declared)}
      onClose={() => controls.back()}
    />
  );
}

/** What a screen reader is told: the model that ended last, and when all have, or that the person stopped. */
function useAnnouncement(state: CompareState): string {
  const t = useTranslation();
  const tc = useTexts(compareTexts);
  const known = useRef(new Set<string>());
  const words = useRef("");
  if (state.work.phase === "running" || state.work.phase === "done") {
    const fresh = state.columns.filter(({ card, ended }) => ended !== undefined && !known.current.has(card.id));
    for (const column of fresh) {
      known.current.add(column.card.id);
      const model = modelName(t, column.card);
      words.current =
        column.ended?.result === undefined
          ? tc("columnFailed", { model })
          : tc("columnDone", {
              model,
              characters: countCharacters(column.ended.text),
              findings: checksOf(column),
            });
    }
    if (state.columns.some(({ stopped }) => stopped === true)) {
      return tc("stopped", { count: state.columns.filter(({ ended }) => ended?.result !== undefined).length });
    }
    return state.work.phase === "done" && fresh.length === 0 ? tc("allDone") : words.current;
  }
  known.current.clear();
  words.current = "";
  return "";
}
