import { feedbackReasons, type FeedbackReason } from "@genai-office/shared/vocabulary";
import { yenPer } from "../limits/step-cost";
import type { UsageRow } from "./shapes";
import type { CountedRun, CountedStep } from "./usage-slice";
import { ValueCounts } from "./value-counts";

/** Ends of a step that are no failures. */
const usualEnds = new Set(["stop", "length", "tool_calls", "content_filter", "other", "aborted"]);

/** Counts steps and runs of one group, one after the other. Of people only how many there are comes out. */
export class UsageTally {
  steps = 0;
  private refused = 0;
  private failed = 0;
  private runs = 0;
  private decided = 0;
  private accepted = 0;
  private helpful = 0;
  private unhelpful = 0;
  private inputTokens = 0;
  private outputTokens = 0;
  private readonly people = new Set<string>();
  private readonly costs = new Map<string, number>();
  private readonly reasons = new Map<FeedbackReason, number>();
  private readonly firstTextMs = new ValueCounts();
  private readonly totalMs = new ValueCounts();
  private readonly editDistance = new ValueCounts();
  private readonly editShare = new ValueCounts();

  addStep(step: CountedStep): void {
    if (step.refused) {
      this.refused += step.refusals;
      return;
    }
    this.steps++;
    this.people.add(step.person);
    if (step.outcome !== null && !usualEnds.has(step.outcome)) this.failed++;
    this.inputTokens += step.input_tokens ?? 0;
    this.outputTokens += step.output_tokens ?? 0;
    if (step.cost !== null && step.currency !== null)
      this.costs.set(step.currency, (this.costs.get(step.currency) ?? 0) + step.cost);
    if (step.first_text_ms !== null) this.firstTextMs.add(step.first_text_ms);
    if (step.total_ms !== null) this.totalMs.add(step.total_ms);
  }

  addRun({ decision, edit_distance, edit_characters, helpful, reason }: CountedRun): void {
    this.runs++;
    if (decision !== null) this.decided++;
    if (decision === "accepted") {
      this.accepted++;
      if (edit_distance !== null) {
        this.editDistance.add(edit_distance);
        this.editShare.add(edit_distance / Math.max(edit_characters ?? 1, 1));
      }
    }
    if (helpful === true) this.helpful++;
    if (helpful === false) this.unhelpful++;
    const known = feedbackReasons.find((one) => one === reason);
    if (known !== undefined) this.reasons.set(known, (this.reasons.get(known) ?? 0) + 1);
  }

  row(name: string, exchangeRates: Readonly<Record<string, number>>): UsageRow {
    const costs = [...this.costs].map(([currency, amount]) => ({ currency, amount }));
    const { steps, refused, failed, runs, inputTokens, outputTokens, decided, helpful, unhelpful } = this;
    return {
      name,
      steps,
      refused,
      failed,
      runs,
      people: this.people.size,
      inputTokens,
      outputTokens,
      costs,
      costInYen: costs.reduce((sum, { currency, amount }) => sum + amount * (yenPer(currency, exchangeRates) ?? 0), 0),
      decided,
      ...(decided === 0 ? {} : { acceptRate: this.accepted / decided }),
      ...given("medianEditDistance", this.editDistance.percentile(0.5)),
      ...given("medianEditShare", this.editShare.percentile(0.5)),
      helpful,
      unhelpful,
      reasons: Object.fromEntries(this.reasons),
      ...given("medianFirstTextMs", whole(this.firstTextMs.percentile(0.5))),
      ...given("medianTotalMs", whole(this.totalMs.percentile(0.5))),
      ...given("p95TotalMs", whole(this.totalMs.percentile(0.95))),
    };
  }
}

/** A figure that there is; without values there is none. */
function given<Name extends string>(name: Name, value: number | undefined): Partial<Record<Name, number>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, number>>);
}

function whole(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value);
}
