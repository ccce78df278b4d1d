import { useEffect, useMemo, useReducer, useRef } from "react";
import { mayReceive } from "../../guards";
import { GenaiError, higherClass, type ConfidentialityClass, type ModelCard } from "../../vocabulary";
import { summaryLength, type LengthChoice } from "../length-choice";
import { createPreviewBatcher } from "../preview-batcher";
import { decidingMarking, type MaskedSource, type SummarySource } from "../summary/summary-engine";
import { knows } from "../models/languages-needed";
import { tellFindings, toldError, type SummaryBasis, type SummaryFlow } from "../summary/summary-flow";
import { reduceCompare, type CompareAction, type ComparePlan, type CompareState } from "./compare-state";

/** What a comparison needs of the summary it belongs to. */
export type ComparableFlow<Source extends SummarySource> = Pick<
  SummaryFlow<Source>,
  "prepare" | "requireCurrent" | "adopt"
>;

export interface ComparisonControls<Source extends SummarySource> {
  choose(models: string[]): void;
  /** Reads the source and shows what would be sent to the chosen models. */
  start(): Promise<void>;
  confirm(plan: ComparePlan<Source>, declared: ConfidentialityClass): Promise<void>;
  /** 中止: what has come stays, with the models that had ended. */
  cancel(): void;
  /** Back to the choice of models. */
  back(): void;
}

export interface ComparisonSettings {
  length: LengthChoice;
  language: "ja" | "en";
  mask?: ((card: ModelCard) => boolean | undefined) | undefined;
}

/** Two to four models; more columns than that nobody reads. */
export const fewestModels = 2;
export const mostModels = 4;

/** A comparison from the choice of models to their columns. What runs ends with the view. Nothing here rejects. */
export function useComparison<Source extends SummarySource>(
  flow: ComparableFlow<Source>,
  settings: ComparisonSettings,
  first: string[],
): [CompareState<Source>, ComparisonControls<Source>] {
  const [state, dispatch] = useReducer(reduceCompare<Source>, {
    work: { phase: "choosing" },
    chosen: first,
    columns: [],
    dropped: [],
  });
  const latest = useRef({ flow, settings, state });
  latest.current = { flow, settings, state };
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const controls = useMemo((): ComparisonControls<Source> => {
    async function work(body: (signal: AbortSignal, report: (action: CompareAction<Source>) => void) => Promise<void>) {
      running.current?.abort();
      const own = new AbortController();
      running.current = own;
      const report = (action: CompareAction<Source>) => {
        if (!own.signal.aborted) dispatch(action);
      };
      try {
        await body(own.signal, report);
      } catch (thrown) {
        if (!own.signal.aborted) report({ type: "failed", failure: { error: toldError(thrown) } });
      }
    }
    return {
      choose: (models) => dispatch({ type: "chose", models }),
      start: () =>
        work(async (signal, report) => {
          report({ type: "connecting" });
          const basis = await latest.current.flow.prepare(signal);
          const { judgement, offer, languages } = basis;
          if (judgement.decision === "block") {
            const error = new GenaiError("confidentiality-blocked", "refused by the gate in the pane");
            report({ type: "failed", failure: { error, marking: decidingMarking(judgement) } });
            return;
          }
          const needed = judgement.decision === "ask" ? "2" : judgement.class;
          const { chosen } = latest.current.state;
          const cards = chosen.flatMap((id) =>
            offer.models.filter((card) => card.id === id && mayReceive(card, needed) && knows(card, languages)),
          );
          if (cards.length < chosen.length) {
            const left = new Set(cards.map(({ id }) => id));
            const dropped = offer.models.filter(({ id }) => chosen.includes(id) && !left.has(id));
            report({ type: "dropped", models: [...left], dropped });
            return;
          }
          const masked = await maskForAll(basis, cards, latest.current.settings.mask);
          const runs = Object.fromEntries(cards.map(({ id }) => [id, crypto.randomUUID()]));
          const terms = basis.engine.terms?.({
            blocks: basis.source.blocks,
            language: latest.current.settings.language,
          });
          const plan = {
            basis,
            cards,
            runs,
            ...(terms === undefined ? {} : { terms }),
            ...(masked === undefined ? {} : { masked }),
          };
          report({ type: "confirming", plan });
        }),
      confirm: (plan, declared) => work((signal, report) => send(plan, declared, signal, report)),
      cancel() {
        running.current?.abort();
        // The columns' own ends are not reported any more: each one that runs is ended here.
        dispatch(latest.current.state.work.phase === "running" ? { type: "stopped" } : { type: "choosing" });
      },
      back() {
        running.current?.abort();
        dispatch({ type: "choosing" });
      },
    };

    async function send(
      plan: ComparePlan<Source>,
      declared: ConfidentialityClass,
      signal: AbortSignal,
      report: (action: CompareAction<Source>) => void,
    ): Promise<void> {
      const { source, judgement, engine } = plan.basis;
      const confirmed = judgement.decision === "ask";
      const declaredClass = higherClass(judgement.class, declared);
      latest.current.flow.requireCurrent(source);
      report({ type: "running", plan, declaredClass });
      const { length, language } = latest.current.settings;
      const comparison = {
        cards: plan.cards,
        runs: plan.runs,
        ...(plan.masked === undefined ? {} : { masked: plan.masked }),
        makeRequest: (card: (typeof plan.cards)[number]) => ({
          blocks: source.blocks,
          length: summaryLength(length),
          language,
          card,
          declaredClass,
          confirmed,
          documentHash: source.hash,
        }),
        refusalOf: (card: (typeof plan.cards)[number]) =>
          engine.refusal({ ...judgement, class: declaredClass }, card, confirmed),
      };
      const batchers = new Map(
        plan.cards.map(({ id }) => [
          id,
          createPreviewBatcher((text, restarted) => report({ type: "preview", model: id, text, restarted })),
        ]),
      );
      try {
        for await (const event of engine.compare(comparison, signal)) {
          if (event.type === "column-ended") {
            batchers.get(event.model)?.cancel();
            report({ type: "column", model: event.model, change: { ended: event.column } });
            const run = plan.runs[event.model];
            if (run !== undefined) tellFindings(engine, run, event.column.findings);
          } else if (event.type === "column") {
            const { model, event: told } = event;
            if (told.type === "preview") batchers.get(model)?.push(told);
            else if (told.type === "planned")
              report({ type: "column", model, change: { started: true, total: told.steps } });
            else if (told.type === "progress")
              report({ type: "column", model, change: { started: true, done: told.done, total: told.total } });
          } else if (event.type === "failed") throw event.error;
          else {
            report({ type: "finished" });
            return;
          }
        }
        throw new GenaiError("internal", "the comparison ended without saying how");
      } finally {
        for (const batcher of batchers.values()) batcher.cancel();
      }
    }
  }, []);
  return [state, controls];
}

/**
 * One text leaves for all models, so that what is shown is what leaves, and all answer the same: masked as soon as it is to be
 * masked for one of them, and as the strictest of them wants it. "unmasked" when the person does not want that for any.
 */
async function maskForAll(
  { engine, source }: SummaryBasis<SummarySource>,
  cards: readonly ModelCard[],
  wish: ComparisonSettings["mask"],
): Promise<MaskedSource | "unmasked" | undefined> {
  const strictestFirst = [...cards].sort(
    (one, other) => Number(other.refusesPersonalData === true) - Number(one.refusesPersonalData === true),
  );
  let unmasked: "unmasked" | undefined;
  for (const card of strictestFirst) {
    const masked = await engine.mask?.(source.blocks, card, wish?.(card));
    if (typeof masked === "object") return masked;
    unmasked ??= masked;
  }
  return unmasked;
}
