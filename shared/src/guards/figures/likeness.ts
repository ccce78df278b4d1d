import type { Figure } from "./figure";

/** How alike two figures are, from 0 (another kind) to 1; to name the figure of the source that was probably meant. */
export function likeness(a: Figure, b: Figure): number {
  if (a.kind !== b.kind && !(a.value !== undefined && b.value !== undefined)) return 0;
  if (a.date !== undefined && b.date !== undefined) {
    const names = ["year", "month", "day"] as const;
    const equal = names.filter((name) => a.date![name] !== undefined && a.date![name] === b.date![name]).length;
    return 0.3 + equal * 0.2;
  }
  if (a.kind === "time" || a.kind === "weekday" || a.kind === "code") return a.kind === b.kind ? 0.5 : 0;
  if (a.value === undefined || b.value === undefined) return 0;
  const sameUnit = a.unit === b.unit ? 0.4 : a.unit === undefined || b.unit === undefined ? 0.15 : 0;
  const [x, y] = [Math.abs(a.value), Math.abs(b.value)];
  const [small, big] = x < y ? [x, y] : [y, x];
  const near = big === 0 ? 1 : small / big;
  return (a.kind === b.kind ? 0.1 : 0) + sameUnit + near * 0.5;
}
