import { GenaiError, type ModelCard, type Step } from "@genai-office/shared/vocabulary";
import type { Caller } from "../policy/caller";
import type { Limits as LimitSettings, LimitSet, MinistrySettings } from "../settings/ministry-settings";
import type { RunOutcome } from "../streams/supervise-run";
import type { DailyUsage } from "./daily-usage";
import { msUntilTomorrowInJapan } from "./day-in-japan";
import { SlidingWindow } from "./sliding-window";
import { costInYen } from "./step-cost";
import { sizeOfStep, type StepSize } from "./step-size";
import { addUsage, noUsage, type Usage, type UsageKey } from "./usage";

/** A step that may begin. Exactly one of the two is called, once; more calls do nothing. */
export interface Admission {
  /** The step ran: what it used is counted. */
  settle(outcome: RunOutcome): void;
  /** Nothing was begun. The request stays counted in the minute: a client that is refused must not ask without end. */
  cancel(): void;
}

/** A request that was counted in the minute of whoever sent it. */
export interface Arrival {
  /** When it came. Milliseconds since 1970. */
  readonly at: number;
}

export interface Limits {
  /**
   * Counts a request in the minute, or says that it comes too fast or beside too many running steps. Asked before anything is
   * done for it, so that requests which are refused later, whatever for, are counted as well.
   * @throws GenaiError "rate-limited" with `retryAfterMs`
   */
  arrive(caller: Caller): Arrival;
  /**
   * Lets a step begin, or says why not.
   * @param arrival of its request; without one the step is counted in the minute now
   * @throws GenaiError "input-too-large", "rate-limited" and "budget-exhausted" (both with `retryAfterMs`), "unavailable"
   *   when a budget holds and nobody knows what was used
   */
  admit(caller: Caller, step: Step, card: ModelCard, arrival?: Arrival): Promise<Admission>;
  /** What was used today of the budgets of a person. */
  usedBy(caller: Pick<Caller, "pseudonym">): Promise<Usage>;
}

export interface LimitsOptions {
  settings(): MinistrySettings;
  usage: DailyUsage;
  now?: () => Date;
}

/** A limit's holder: whose use counts and what may be used. */
interface Holder {
  key: UsageKey;
  limits: LimitSet;
}

/** Wait after which a person may try again whose other steps are still running. Milliseconds. */
const busyRetryMs = 2000;

/** Holders are looked through for those that were quiet for a minute after so many admissions. */
const admissionsBetweenSweeps = 5000;

/** What a node remembers of a holder by itself. */
interface Presence {
  window: SlidingWindow;
  /** Steps that run now. */
  running: number;
  /** What they will use at least: a step each, and the tokens of their texts. */
  reserved: Usage;
}

/** Limits and budgets of the settings, asked before anything of a step leaves. */
export function createLimits({ settings, usage, now = () => new Date() }: LimitsOptions): Limits {
  const presences = new Map<string, Presence>();
  let admissions = 0;

  function presenceOf({ scope, name }: UsageKey): Presence {
    const id = `${scope} ${name}`;
    let found = presences.get(id);
    if (found === undefined)
      presences.set(id, (found = { window: new SlidingWindow(), running: 0, reserved: noUsage }));
    return found;
  }

  function sweep(at: number): void {
    if (++admissions % admissionsBetweenSweeps !== 0) return;
    for (const [id, { window, running }] of presences) if (running === 0 && window.isEmpty(at)) presences.delete(id);
  }

  /** Wait until the running steps leave room for one more. Milliseconds; 0 when there is room. */
  function waitForRoom(holders: readonly Holder[]): number {
    const isFull = holders.some(
      ({ key, limits }) =>
        limits.concurrentStreams !== undefined && presenceOf(key).running >= limits.concurrentStreams,
    );
    return isFull ? busyRetryMs : 0;
  }

  /** Nothing is awaited between looking and counting: two requests at once cannot both be the last one that fits. */
  function count(holders: readonly Holder[], at: number): Arrival {
    let waitMs = waitForRoom(holders);
    for (const { key, limits } of holders) {
      if (limits.requestsPerMinute !== undefined)
        waitMs = Math.max(waitMs, presenceOf(key).window.waitMs(at, limits.requestsPerMinute));
    }
    if (waitMs > 0) throw tooFast(waitMs);
    for (const { key } of holders) presenceOf(key).window.add(at);
    sweep(at);
    return { at };
  }

  /** Looked at anew: while the body was read others may have begun. */
  function enter(holders: readonly Holder[]): void {
    const waitMs = waitForRoom(holders);
    if (waitMs > 0) throw tooFast(waitMs);
    for (const { key } of holders) presenceOf(key).running++;
  }

  /** `reserve` is called right after the last look: nothing may come between the two. */
  async function requireBudgets(holders: readonly Holder[], expected: Usage, reserve: () => void): Promise<void> {
    const budgeted = holders.filter(({ limits }) => hasBudget(limits));
    const used = await Promise.all(budgeted.map(({ key }) => usage.used(key))).catch((cause: unknown) => {
      throw new GenaiError("unavailable", "what was used today is not known", { retryable: true, cause });
    });
    for (const [index, { key, limits }] of budgeted.entries()) {
      const { steps, tokens, cost } = addUsage(used[index]!, presenceOf(key).reserved);
      const over =
        isOver(steps, expected.steps, limits.stepsPerDay) ||
        isOver(tokens, expected.tokens, limits.tokensPerDay) ||
        isOver(cost, expected.cost, limits.costPerDay);
      if (!over) continue;
      const retryAfterMs = msUntilTomorrowInJapan(now());
      throw new GenaiError("budget-exhausted", `the budget of the day is used up: ${key.scope}`, { retryAfterMs });
    }
    reserve();
  }

  return {
    arrive(caller) {
      const { limits, sections } = settings();
      return count(holdersOf(caller, limits, sections), now().getTime());
    },
    async admit(caller, step, card, arrival) {
      const { limits, sections } = settings();
      const holders = holdersOf(caller, limits, sections);
      if (arrival === undefined) count(holders, now().getTime());
      const size = sizeOfStep(step);
      requireSize(size, limits);
      enter(holders);
      const keys = holders.map(({ key }) => key);
      // Looking again for an answer that was promised before sends nothing new to the app.
      const counts = !(step.task === "research" && step.options.ticket !== undefined);
      const inputTokens = counts ? Math.ceil(size.characters * card.tokensPerCharacter) : 0;
      const expected: Usage = {
        steps: counts ? 1 : 0,
        tokens: inputTokens,
        cost: costInYen(card, { inputTokens, outputTokens: 0 }, limits.exchangeRates),
      };
      let reserved = noUsage;
      const reserve = (): void => {
        reserved = expected;
        for (const key of keys) {
          const presence = presenceOf(key);
          presence.reserved = addUsage(presence.reserved, reserved);
        }
      };
      let open = true;
      const leave = (): boolean => {
        if (!open) return false;
        open = false;
        for (const key of keys) {
          const presence = presenceOf(key);
          presence.running--;
          presence.reserved = minus(presence.reserved, reserved);
        }
        return true;
      };
      try {
        if (counts) await requireBudgets(holders, expected, reserve);
      } catch (thrown) {
        leave();
        throw thrown;
      }
      return {
        cancel: () => void leave(),
        settle(outcome) {
          if (leave() && counts) usage.add(keys, usageOf(outcome, card, inputTokens, limits.exchangeRates));
        },
      };
    },
    usedBy: ({ pseudonym }) => usage.used({ scope: "person", name: pseudonym }),
  };
}

function tooFast(retryAfterMs: number): GenaiError {
  return new GenaiError("rate-limited", "more steps than the limits allow", { retryable: true, retryAfterMs });
}

function requireSize({ characters, uploadBytes }: StepSize, limits: LimitSettings): void {
  if (limits.textCharacters !== undefined && characters > limits.textCharacters)
    throw new GenaiError("input-too-large", "the text of the step is longer than the settings allow");
  if (limits.uploadBytes !== undefined && uploadBytes > limits.uploadBytes)
    throw new GenaiError("input-too-large", "the files of the step are larger than the settings allow");
}

/** The limits of this person, with those of their section in the place of the general ones. */
export function limitsOf(
  section: string | undefined,
  { limits, sections }: Pick<MinistrySettings, "limits" | "sections">,
): Pick<LimitSettings, "person" | "section"> {
  const own = section === undefined ? undefined : sections.find(({ id }) => id === section)?.limits;
  return { person: { ...limits.person, ...own?.person }, section: { ...limits.section, ...own?.section } };
}

function holdersOf(
  { pseudonym, section }: Caller,
  limits: LimitSettings,
  sections: MinistrySettings["sections"],
): Holder[] {
  const own = limitsOf(section, { limits, sections });
  const holders: Holder[] = [{ key: { scope: "person", name: pseudonym }, limits: own.person }];
  if (section !== undefined) holders.push({ key: { scope: "section", name: section }, limits: own.section });
  holders.push({ key: { scope: "whole", name: "" }, limits: limits.whole });
  return holders;
}

function hasBudget({ stepsPerDay, tokensPerDay, costPerDay }: LimitSet): boolean {
  return stepsPerDay !== undefined || tokensPerDay !== undefined || costPerDay !== undefined;
}

/** A budget that is used up is over, and so is one that the step would take beyond its end; one of 0 lets nothing through. */
function isOver(used: number, expected: number, budget: number | undefined): boolean {
  return budget !== undefined && (used >= budget || used + expected > budget);
}

/**
 * What a run used. Tokens that the server did not count are estimated from characters, so that a model that reports
 * nothing, or a stream that was left, is no way around a budget. A run that failed before any word came used nothing.
 */
function usageOf(
  outcome: RunOutcome,
  card: ModelCard,
  expectedInputTokens: number,
  exchangeRates: Readonly<Record<string, number>>,
): Usage {
  const nothingCame = outcome.inputTokens === undefined && outcome.outputCharacters === 0;
  if (outcome.terminal.type === "failed" && outcome.terminal.error.code !== "switched-off" && nothingCame)
    return { ...noUsage, steps: 1 };
  const inputTokens = outcome.inputTokens ?? expectedInputTokens;
  const outputTokens = outcome.outputTokens ?? Math.ceil(outcome.outputCharacters * card.tokensPerCharacter);
  const cost = costInYen(card, { inputTokens, outputTokens }, exchangeRates);
  return { steps: 1, tokens: Math.round(inputTokens + outputTokens), cost };
}

function minus(a: Usage, b: Usage): Usage {
  return { steps: a.steps - b.steps, tokens: a.tokens - b.tokens, cost: a.cost - b.cost };
}
