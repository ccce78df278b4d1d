import type { Translator } from "../../i18n";
import type { TextCount } from "../../language";
import { chooseModel, dateInJapan, explainModels, fallbacksOf, type ModelFitness } from "../../models";
import type { ConfidentialityClass, ModelCard, TaskLanguage } from "../../vocabulary";
import { switchFor, type SwitchedOff } from "../../relay-client/switch-for";
import { modelName } from "../model-text";
import type { ModelChoice } from "../ModelList";
import { calendarDate, clockTime } from "./japan-time";
import { knows } from "./languages-needed";
import type { OfferState } from "./use-offer";

/** What is known of the source that the models are for. */
export interface ModelPurpose {
  /** Class that was found; undefined before the source was read. */
  found: ConfidentialityClass | undefined;
  /** Size of the source when it was read last. */
  size?: TextCount | undefined;
  /** Languages of the source, once it was read, and of the result; none is asked for when left out. */
  languages?: readonly TaskLanguage[] | undefined;
  /** What operators have switched off. */
  switchedOff?: readonly SwitchedOff[] | undefined;
  now: Date;
}

/**
 * The models for the chip's menu: those that cannot be used for this source say why, the others what has to be known
 * before. Models that only run AI apps are no models a person could choose for a text.
 */
export function modelChoices(t: Translator, models: ModelCard[], purpose: ModelPurpose): ModelChoice[] {
  const { found, size, languages, switchedOff, now } = purpose;
  const question = {
    task: "summarize",
    // Before the source was read nothing is known against a model; the gate decides when it is.
    class: found ?? "none",
    now,
    ...(languages === undefined ? {} : { languages }),
    ...(size === undefined ? {} : { source: size }),
  } as const;
  const offered = models.filter((card) => card.tasks.some((task) => task !== "research"));
  const fitnesses = explainModels(offered, question);
  const switchOf = ({ id }: ModelCard) => switchFor(switchedOff, { model: id });
  const isOn = (card: ModelCard) => switchOf(card) === undefined;
  const stepsWith = (card: ModelCard | undefined) => fitnesses.find((one) => one.card.id === card?.id)?.steps;
  return fitnesses.map((fitness): ModelChoice => {
    const standIns = fallbacksOf(fitness.card, models.filter(isOn), question);
    const off = switchOf(fitness.card);
    return {
      card: fitness.card,
      disabledReason: off === undefined ? obstacle(t, fitness, standIns, now) : switchedOffText(t, off),
      // A closed model is no candidate for a comparison, where nobody stands in for it.
      answersItself: fitness.usable,
      note: notes(t, fitness, standIns, stepsWith(answering(fitness, standIns)), models, now),
    };
  });
}

/** What has to be known of one model before it is used, as the list says it; undefined when there is nothing to say. */
export function modelNote(
  t: Translator,
  card: ModelCard,
  models: ModelCard[],
  purpose: ModelPurpose,
): string | undefined {
  const choice = modelChoices(t, models, purpose).find((one) => one.card.id === card.id);
  return choice?.note ?? choice?.disabledReason;
}

/** The model the chip names: the one that would be used for this source; the default where none may be. */
export function shownModel(
  offer: OfferState,
  preferred: string | undefined,
  purpose: ModelPurpose,
): string | undefined {
  if (offer === undefined || offer === "missing") return undefined;
  const { found, languages = [], switchedOff, now } = purpose;
  const today = dateInJapan(now);
  const wish = { task: "summarize", class: found ?? "none", defaultModel: offer.defaultModel, today } as const;
  const chosen = chooseModel(
    offer.models.filter((card) => knows(card, languages) && switchFor(switchedOff, { model: card.id }) === undefined),
    preferred === undefined ? wish : { ...wish, preferred },
  );
  return chosen?.id ?? offer.defaultModel;
}

function obstacle(
  t: Translator,
  { card, reason, opensAt }: ModelFitness,
  standIns: readonly ModelCard[],
  now: Date,
): string | undefined {
  switch (reason) {
    case undefined:
      return undefined;
    case "retired":
      return t("model.retired", { date: calendarDate(t, card.retires ?? "") });
    case "not-connected":
      return t("model.notConnected");
    case "not-this-task":
      return t("model.notForTask");
    case "not-cleared":
      return t("model.notCleared");
    case "not-this-language":
      return t("model.notThisLanguage");
    case "too-small":
      return t("model.tooSmall");
    case "closed":
      // It may be chosen all the same when others answer meanwhile; the note says so.
      return standIns.length > 0 ? undefined : closedText(t, opensAt, now);
  }
}

/** That something is switched off, and what the operator says of it. */
export function switchedOffText(t: Translator, { reason }: SwitchedOff): string {
  return reason === "" ? t("model.switchedOff") : t("model.switchedOffFor", { reason });
}

function closedText(t: Translator, opensAt: Date | undefined, now: Date): string {
  return opensAt === undefined ? t("model.closed") : t("model.closedUntil", { time: clockTime(t, opensAt, now) });
}

/** Who answers now: the model itself, or who stands in while it is closed. */
function answering({ card, reason }: ModelFitness, standIns: readonly ModelCard[]): ModelCard {
  return reason === "closed" ? (standIns[0] ?? card) : card;
}

function notes(
  t: Translator,
  { reason, opensAt, warnings }: ModelFitness,
  standIns: readonly ModelCard[],
  steps: number | undefined,
  models: readonly ModelCard[],
  now: Date,
): string | undefined {
  const said: string[] = [];
  const [standIn] = standIns;
  if (reason === "closed" && standIn !== undefined) {
    said.push(t("model.closedWithStandIn", { closed: closedText(t, opensAt, now), model: modelName(t, standIn) }));
  }
  if (steps !== undefined && steps > 1 && reason !== "too-small") said.push(t("model.inParts", { steps }));
  for (const { code, values } of warnings) {
    const date = calendarDate(t, String(values?.["date"] ?? ""));
    const days = Number(values?.["days"] ?? 0);
    const other = models.find(({ id }) => id === values?.["model"]);
    const model = other === undefined ? String(values?.["model"] ?? "") : modelName(t, other);
    if (code === "model-retires-soon") said.push(t("model.retiresSoon", { date, days }));
    if (code === "fallback-retires-soon") said.push(t("model.fallbackRetiresSoon", { model, date, days }));
    if (code === "fallback-retired") said.push(t("model.fallbackRetired", { model, date }));
  }
  return said.length === 0 ? undefined : said.join("。");
}
