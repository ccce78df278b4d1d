export { checkFigures, type FigureOptions } from "./check-figures";
export * from "./check-statements";
export type { DateParts, Figure, FigureKind } from "./figure";
export { compareFigures } from "./compare";
export { figuresIn } from "./scan";
export * from "./check-pair";
