/** Look of Adaptive Cards on this page (host configuration of the renderer); the rest is in card.css. */
export const cardStyle = {
  fontFamily: "inherit",
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  fontSizes: { small: 12.5, default: 14, medium: 15.5, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  supportsInteractivity: true,
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: "medium", weight: "bolder" } },
  containerStyles: {
    default: { backgroundColor: "var(--surface)", foregroundColors: colors() },
    emphasis: { backgroundColor: "var(--surface-quiet)", foregroundColors: colors() },
    good: { backgroundColor: "var(--good)", foregroundColors: colors() },
    attention: { backgroundColor: "var(--error)", foregroundColors: colors() },
    warning: { backgroundColor: "var(--warning)", foregroundColors: colors() },
    accent: { backgroundColor: "var(--accent-quiet)", foregroundColors: colors() },
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12 },
  },
  factSet: {
    title: { color: "default", size: "default", weight: "bolder", wrap: true, maxWidth: 120 },
    value: { color: "default", size: "default", wrap: true },
    spacing: 12,
  },
};

/** Each at least 4.5 to 1 on every ground above. */
function colors(): object {
  const of = (color: string, subtle: string) => ({ default: color, subtle });
  return {
    default: of("var(--ink)", "var(--ink-quiet)"),
    dark: of("var(--ink)", "var(--ink-quiet)"),
    light: of("var(--ink-quiet)", "var(--ink-quiet)"),
    accent: of("var(--accent)", "var(--accent)"),
    good: of("var(--ink-good)", "var(--ink-good)"),
    warning: of("var(--ink-warning)", "var(--ink-warning)"),
    attention: of("var(--ink-error)", "var(--ink-error)"),
  };
}
