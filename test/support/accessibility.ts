import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

interface Found {
  violations: { id: string; nodes: { html: string }[] }[];
}

/**
 * What axe finds in a page or a pane, a line for each rule that is broken: its id, and where. Waits until transitions and
 * animations have ended: while a button fades from grey to blue, its contrast is that of no theme.
 */
export async function accessibilityViolations(target: Page | Frame, exclude: string[] = []): Promise<string[]> {
  await target.evaluate(axe.source);
  return target.evaluate(async (outside) => {
    for (let moving = runningAnimations(); moving.length > 0; moving = runningAnimations())
      await Promise.allSettled(moving.map((animation) => animation.finished));
    const { run } = (window as unknown as { axe: { run(context: object): Promise<Found> } }).axe;
    const { violations } = await run(outside.length === 0 ? document : { exclude: outside.map((one) => [one]) });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);

    // A spinner turns for ever: it is not waited for.
    function runningAnimations(): Animation[] {
      return document
        .getAnimations()
        .filter(
          (animation) =>
            animation.playState === "running" && Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)),
        );
    }
  }, exclude);
}
